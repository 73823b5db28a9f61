import RuleCompiler
import Testing

/// One fault, made by replacing a text in a good file, and the line that it must give.
struct Fault: Sendable, CustomTestStringConvertible {
  var file = "sharing/sale.yaml"
  var old: String
  var new: String
  var expected: String

  var testDescription: String { expected }

  static let ofRules = [
    Fault(old: "effect: risk", new: "efect: risk", expected: "2:1: unknown key `efect`; did you mean `effect`?"),
    Fault(
      old: "level: warning", new: "level: waring",
      expected: "3:8: `level` must be one of note, warning, error, not `waring`; did you mean `warning`?"),
    Fault(
      old: "effect: risk", new: "effect: bad",
      expected: "2:9: `effect` must be one of risk, protection, neutral, not `bad`"),
    Fault(old: "since: 0.1.0", new: "since: 0.1", expected: "4:8: `since` must be a version such as 0.1.0, not `0.1`"),
    Fault(
      old: "since: 0.1.0", new: "since: 0.1.0\nstance: maybe",
      expected: "5:9: `stance` must be one of permits, denies, offers-choice, conditional, not `maybe`"),
    Fault(
      old: "since: 0.1.0", new: "since: 0.1.0\npolarity: all",
      expected: "5:11: `polarity` must be one of any, affirmed, denied, not `all`"),
    Fault(old: "ask: Who buys my images?", new: "ask:", expected: "16:1: `ask` is empty"),
    Fault(old: "ask: Who buys my images?", new: "ask: ''", expected: "16:6: `ask` has an empty text"),
    Fault(old: "ask: Who buys my images?", new: "ask: [Who]", expected: "16:6: `ask` must be text, not a list"),
    Fault(
      old: "title: Your images may be sold", new: "title: It is so.", expected: "1:16: a title ends without a full stop"
    ),
    Fault(old: "unless:\n  - sell … house", new: "unless: sell", expected: "8:9: `unless` must be a list, not text"),
    // Patterns: places are those of the fault inside the quotes.
    Fault(old: "<data: @image>", new: "<data: @imge>", expected: "6:21: unknown class `@imge`; did you mean `@image`?"),
    Fault(old: "(to|for) buyer", new: "(to|for buyer", expected: "6:31: pattern: '(' is not closed"),
    Fault(old: "never sell @image", new: "'never ''sell'' … @nothing'", expected: "7:31: unknown class `@nothing`"),
    Fault(old: "sell … house", new: "sell … @imgae", expected: "9:12: unknown class `@imgae`; did you mean `@image`?"),
    Fault(old: "\"@give …", new: "\"\\x40give \\u2026 @nothing …", expected: "6:22: unknown class `@nothing`"),
    Fault(
      old: "denies: never sell", new: "denied: never sell",
      expected: "7:5: unknown stance `denied` in `find`; use one of: permits, denies, offers-choice, conditional"),
    Fault(
      old: "denies: never sell @image", new: "<x: scan> is sold",
      expected:
        "7:5: unknown stance `<x` in `find`; use one of: permits, denies, offers-choice, conditional; is a text missing its quotes?"
    ),
    // Messages.
    Fault(
      old: "Your {data} may", new: "Your {date} may",
      expected: "11:18: no pattern of `find` binds `{date}`; did you mean `{data}`?"),
    Fault(
      old: "Your {data} may", new: "Your {data may", expected: "11:18: `{` must be followed by a capture's name and `}`"
    ),
    Fault(old: "Your {data} may", new: "Your data} may", expected: "11:22: `}` without `{`"),
    Fault(old: "permits: \"Your", new: "conditional: \"Your", expected: "10:1: `message` has no text for `permits`"),
    // Sources.
    Fault(old: "url: https:", new: "url: http:", expected: "19:10: `url` must begin with https:// and have no spaces"),
    Fault(
      old: "read: 2026-11", new: "read: 2026-13",
      expected: "20:11: `read` must be a year and a month such as 2026-11, not `2026-13`"),
    Fault(old: "- cite: A paper", new: "- url: https://example.org", expected: "21:5: missing key `cite`"),
    Fault(
      old: "- cite: A paper", new: "- A paper",
      expected: "21:5: an item of `see` must be a map with `cite`, and `url` and `read` if known"),
    Fault(old: "opp115:", new: "op115:", expected: "22:26: unknown key `op115`; did you mean `opp115`?"),
    // Test sentences.
    Fault(old: "    - \"We sell tea.\"\n", new: "", expected: "27:3: `passes` needs two sentences or more"),
    Fault(
      old: "    - denies: We will [[never sell scans]].\n", new: "",
      expected: "24:3: `flags` needs two sentences or more"),
    Fault(
      old: "[[sell scans to a buyer]]", new: "sell scans",
      expected: "25:7: `[[` and `]]` must mark the words that the rule finds"),
    Fault(old: "[[sell scans to a buyer]]", new: "[[sell scans", expected: "25:15: `[[` without `]]`"),
    Fault(old: "[[sell scans to a buyer]]", new: "sell scans]]", expected: "25:25: `]]` without `[[`"),
    Fault(old: "[[sell scans", new: "[[sell [[scans", expected: "25:22: `[[` inside `[[ ]]`"),
    Fault(old: "We may [[", new: "We may [[]] [[", expected: "25:15: `[[]]` marks no words"),
    Fault(
      old: "We sell tea", new: "We [[sell]] tea",
      expected: "28:11: a sentence of `passes` has no marks: the rule must find nothing in it"),
    // YAML.
    Fault(
      old: "\"@give … <data: @image> … (to|for) buyer\"", new: "@give",
      expected: "6:5: YAML: found character that cannot start any token; is a text missing its quotes?"),
    Fault(old: "effect: risk", new: "title: Again", expected: "1:1: key `title` is given more than once"),
    Fault(old: "effect: risk", new: "effect: r\u{1}sk", expected: "2:10: YAML: control characters are not allowed"),
    Fault(old: "effect: risk", new: "[a]: risk", expected: "2:1: a key must be text, not a list"),
  ]

  static let ofOthers = [
    Fault(
      file: "sale.es.yaml", old: "find:", new: "level: note\nfind:",
      expected: "2:1: `level` is taken from the English file; leave it out here"),
    Fault(file: "sale.es.yaml", old: "@image", new: "@sell", expected: "3:22: unknown class `@sell`"),
    Fault(file: "give.yaml", old: "title", new: "titel", expected: "1:1: unknown key `titel`; did you mean `title`?"),
    Fault(file: "give.yaml", old: "  - give\n  - \"@sell\"", new: "  []", expected: "2:1: `words` is empty"),
    Fault(file: "give.yaml", old: "@sell", new: "@cell", expected: "4:6: unknown class `@cell`; did you mean `@sell`?"),
    Fault(
      file: "give.yaml", old: "- give", new: "- give … away",
      expected: "3:10: an entry of a class has no gaps; `…` and `&` belong in rules"),
    Fault(
      file: "give.yaml", old: "- give", new: "- \"<x: give>\"", expected: "3:5: an entry of a class cannot capture `x`"),
    Fault(
      file: "sell.yaml", old: "hand over", new: "\"@give\"",
      expected: "2:15: a class cannot take in itself: @give -> @sell -> @give"),
  ]
}

@Suite struct FaultTests {
  @Test(arguments: Fault.ofRules + Fault.ofOthers)
  func oneFaultGivesOneLineWithItsPlace(fault: Fault) {
    let files = Fixtures.files(in: fault.file, replacing: fault.old, by: fault.new)
    #expect(files != Fixtures.files)
    let expected = fault.expected.split(separator: ": ", maxSplits: 1).joined(separator: ": error: ")
    let found = Fixtures.faults(files)
    #expect(found.contains { $0.hasSuffix("\(fault.file):\(expected)") }, "\(found)")
    // A mistyped key is also a missing one; a faulty English file does not make its translation faulty.
    #expect(found.count == 1 || found.allSatisfy { $0.contains("key") }, "\(found)")
  }

  @Test func everyMissingKeyIsNamed() {
    #expect(
      Fixtures.faults([RuleSourceFile(path: "a/b.yaml", text: "\n# nothing yet\ntitle: A\n")])
        == ["ask", "effect", "find", "level", "message", "see", "since", "tests", "why"].map {
          "a/b.yaml:3:1: error: missing key `\($0)`"
        })
    #expect(
      Fixtures.faults([RuleSourceFile(path: "lexicon/b.yaml", text: "words: [a]")])
        == ["lexicon/b.yaml:1:1: error: missing key `title`"])
  }

  @Test func allFaultsOfAllFilesAreReported() {
    let files = [
      RuleSourceFile(path: "x/b.yaml", text: "- a"), RuleSourceFile(path: "x/a.yaml", text: ""),
      RuleSourceFile(path: "x/c.yaml", text: "a: [b"), RuleSourceFile(path: "x/d.yaml", text: "a: 1\n---\nb: 2"),
    ]
    #expect(
      Fixtures.faults(files) == [
        "x/a.yaml:1:1: error: the file is empty",
        "x/b.yaml:1:1: error: a rule file must be a map, not a list",
        "x/c.yaml:1:6: error: YAML: did not find expected ',' or ']'",
        "x/d.yaml:2:1: error: YAML: expected a single document in the stream but found another document",
      ])
  }

  @Test(arguments: [
    ("a.yaml", "a rule file must lie in a folder: <group>/<name>.yaml"),
    ("x/a.yml", "the file name must end in .yaml"),
    ("x/a.b.es.yaml", "the file name must be <name>.yaml or <name>.<language>.yaml"),
    ("x/A.yaml", "`A` must be lower-case letters, digits and single hyphens"),
    ("x/a--b.yaml", "`a--b` must be lower-case letters, digits and single hyphens"),
    ("x/a.spanish.yaml", "`spanish` is no language code; write for example a.es.yaml"),
    ("x/a.en.yaml", "the English file must be named a.yaml"),
    ("x/a.es.yaml", "rule `x.a` has no English file beside it"),
  ])
  func badNamesAreRefused(path: String, message: String) {
    let files = [RuleSourceFile(path: path, text: Fixtures.translation)]
    #expect(Fixtures.faults(files).first == "\(path):1:1: error: \(message)")
  }

  @Test func theSameRuleTwiceIsRefused() {
    let files = Fixtures.files + [RuleSourceFile(path: "Rules/more/sharing/sale.yaml", text: Fixtures.rule)]
    #expect(
      Fixtures.faults(files) == [
        "Rules/sharing/sale.yaml:1:1: error: Rules/more/sharing/sale.yaml defines the same; "
          + "the last two parts of a path are the name"
      ])
  }
}
