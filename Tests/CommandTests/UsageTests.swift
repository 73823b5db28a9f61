import Foundation
import Testing

@testable import consentlint

/// Help, version, mistakes in the arguments, `explain` and `rules`.
struct UsageTests {
  @Test func version() throws {
    let result = try CommandLineTool.run(["--version"])
    #expect(result.output == "0.1.0\n")
    #expect(result.code == 0)
  }

  @Test(arguments: [[], ["--help"], ["help"]])
  func helpSaysWhatItIsAndHowToStart(arguments: [String]) throws {
    let result = try CommandLineTool.run(arguments)
    #expect(result.code == 0)
    for part in ["consent form", "consentlint scan form.txt", "not legal", "SUBCOMMANDS", "Exit codes"] {
      #expect(result.output.contains(part))
    }
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["scan", "lint", "text", "explain", "rules", "lsp"])
  func everyVerbHasHelpWithAnExample(verb: String) throws {
    let result = try CommandLineTool.run([verb, "--help"])
    #expect(result.code == 0)
    #expect(result.output.contains(verb == "rules" ? "SUBCOMMANDS" : "consentlint \(verb) "))
  }

  @Test(
    arguments: [
      ["nothing-like-that"], ["scan", "--nope"], ["scan", "--format", "xml"], ["lint", "--fail-on", "all"],
      ["explain"], ["rules", "check"],
    ])
  func mistakesInTheArgumentsAreExitCodeTwo(arguments: [String]) throws {
    let result = try CommandLineTool.run(arguments)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("Error: "))
  }

  @Test func textShowsWhatWasRead() throws {
    let folder = try ScratchFolder()
    try folder.write("form.md", "# Consent\n\nWe may share your data with:\n\n- [ ] companies\n- schools\n")
    let plain = try CommandLineTool.run(["text", "form.md"], in: folder.url)
    #expect(plain.output == "# Consent\n\nWe may share your data with:\n\n[ ] companies\n- schools\n")
    #expect(plain.code == 0)
    let blocks = try CommandLineTool.run(["text", "--blocks", "form.md"], in: folder.url)
    #expect(
      blocks.output == """
        0  line 1  heading 1                    Consent
        1  line 3  paragraph                    We may share your data with:
        2  line 5  item 1, not ticked, under 1  companies
        3  line 6  item 1, under 1              schools

        """)
    let asText = try CommandLineTool.run(["text", "--format-in", "text", "form.md"], in: folder.url)
    #expect(asText.output.contains("# Consent"))
    let missing = try CommandLineTool.run(["text", "no-form.txt", "form.md"], in: folder.url)
    #expect(missing.code == 2)
    #expect(missing.output == plain.output)
    #expect(missing.errors.contains("no-form.txt: error: "))
  }

  @Test func theFormatThatIsAskedForWins() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", "<p>We may use your scans to train AI.</p>\n<p>Read on.</p>\n")
    let asHTML = try CommandLineTool.run(["lint", "--format-in", "html", "form.txt"], in: folder.url)
    #expect(asHTML.output.contains("form.txt:1:"))
    let asPDF = try CommandLineTool.run(["scan", "--format-in", "pdf", "form.txt"], in: folder.url)
    #expect(asPDF.code == 2)
    #expect(asPDF.errors.contains("form.txt: error: "))
  }

  @Test func aFileWithoutAVerbGetsAHint() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", ScanTests.form)
    let result = try CommandLineTool.run(["form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.errors.contains("consentlint scan form.txt"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try CommandLineTool.run(["--generate-completion-script", shell])
    #expect(result.code == 0)
    #expect(result.output.contains("consentlint"))
  }

  @Test func explainsARule() throws {
    let result = try CommandLineTool.run(["explain", "ai.training"])
    #expect(result.code == 0)
    for heading in ["What it means", "Why it matters", "What to ask", "Examples", "These do not count"] {
      #expect(result.output.contains(heading))
    }
    #expect(!result.output.contains("[["))
  }

  @Test func anUnknownRuleGetsTheNearestOnes() throws {
    let result = try CommandLineTool.run(["explain", "ai.trainning"])
    #expect(result.code == 2)
    #expect(result.errors.contains("Did you mean ai.training"))
    #expect(result.errorLines.count == 1)
  }

  @Test func listsTheRules() throws {
    let result = try CommandLineTool.run(["rules", "list"])
    #expect(result.code == 0)
    let ids = result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(ids.contains("ai.training"))
    #expect(ids == ids.sorted())
  }

  @Test func checksExamplesOfOwnRules() throws {
    let folder = try ScratchFolder()
    try folder.write("good/own/teapots.yaml", Self.rule(marked: "[[boil a teapot]]"))
    let good = try CommandLineTool.run(["rules", "check", "good"], in: folder.url)
    #expect(good.code == 0)
    #expect(good.output == "1 rule, 4 examples: all hold.\n")
    try folder.write("bad/own/teapots.yaml", Self.rule(marked: "[[fly a kite]]"))
    let bad = try CommandLineTool.run(["rules", "check", "bad"], in: folder.url)
    #expect(bad.code == 1)
    #expect(bad.output.hasPrefix("own.teapots: error: "))
  }

  @Test func ownRulesAreAddedToTheBuiltInOnes() throws {
    let folder = try ScratchFolder()
    try folder.write("my/own/teapots.yaml", Self.rule(marked: "[[boil a teapot]]"))
    let form = ScanTests.form + "We may boil a teapot.\n"
    let result = try CommandLineTool.run(["lint", "--rules", "my", "-"], input: Data(form.utf8), in: folder.url)
    #expect(result.output.contains("[ai.training]"))
    #expect(result.output.contains("A teapot may be boiled. [own.teapots]"))
    let page = try CommandLineTool.run(["explain", "own.teapots", "--rules", "my"], in: folder.url)
    #expect(page.output.hasPrefix("Teapots may boil\n"))
  }

  /// A rule that finds boiling teapots; the second example is `marked`.
  private static func rule(marked: String) -> String {
    """
    title: Teapots may boil
    effect: neutral
    level: note
    since: 0.1.0
    find:
      - "boil … teapot"
    message: "A teapot may be boiled."
    why: Steam is hot.
    ask: "When is tea?"
    see:
      - cite: A cookery book
    tests:
      flags:
        - "We may [[boil a teapot]]."
        - "We may \(marked)."
      passes:
        - "We may boil eggs."
        - "We may break a teapot."

    """
  }

  @Test func aBrokenRuleIsSaidAndTheDocumentsAreStillRead() throws {
    let folder = try ScratchFolder()
    try folder.write("my/ai/own.yaml", "title: Half a rule\n")
    try folder.write("form.txt", ScanTests.form)
    let scan = try CommandLineTool.run(["scan", "--rules", "my", "form.txt"], in: folder.url)
    #expect(scan.code == 2)
    #expect(scan.output.contains("I read form.txt"))
    #expect(scan.errors.contains("my/ai/own.yaml:1:"))
    #expect(scan.errors.contains(": error: "))
    let check = try CommandLineTool.run(["rules", "check", "my"], in: folder.url)
    #expect(check.code == 1)
    #expect(check.output.contains("my/ai/own.yaml:1:"))
  }

  @Test func aFolderOfRulesThatIsNotThere() throws {
    let result = try CommandLineTool.run(["scan", "--rules", "nowhere"], input: Data(ScanTests.form.utf8))
    #expect(result.code == 2)
    #expect(result.errors.contains("nowhere: error: There is no such folder of rules."))
    #expect(result.output.contains("I read your text"))
  }

  @Test func suggestions() {
    let names = ["ai.training", "ai.no-training-promise", "choice.opt-out", "sharing.third-party"]
    #expect(Suggestions.nearest(to: "ai.trainin", among: names).first == "ai.training")
    #expect(Suggestions.nearest(to: "training", among: names).first == "ai.training")
    #expect(Suggestions.nearest(to: "opt-out", among: names) == ["choice.opt-out"])
    #expect(Suggestions.nearest(to: "zzz", among: names) == [])
    #expect(Suggestions.distance(from: "kitten", to: "sitting") == 3)
  }

  @Test(
    arguments: [
      (nil, nil, "xterm", true, true), (nil, nil, "xterm", false, false), (nil, nil, "dumb", true, false),
      ("1", nil, "xterm", true, false), ("", nil, "xterm", true, true), (nil, "1", "dumb", false, true),
      (nil, "0", "xterm", false, false), ("1", "1", "xterm", true, false),
    ] as [(String?, String?, String?, Bool, Bool)])
  func colour(noColour: String?, force: String?, terminal: String?, isTerminal: Bool, expected: Bool) {
    #expect(
      ColourOptions.decide(noColour: noColour, force: force, terminal: terminal, isTerminal: isTerminal) == expected)
  }
}
