import Foundation
import TestSupport
import Testing

/// A project's configuration, remarks, baseline and history, with the command as a process on real files.
struct ProjectTests {
  static let training = "Your images may be used to train computer programs that look for disease.\n"
  static let vendor = "We may share your images with companies that develop artificial intelligence products.\n"

  private func run(_ arguments: String..., in folder: ScratchFolder, environment: [String: String] = [:]) throws
    -> CommandLineTool.Result
  {
    try CommandLineTool.run(arguments, environment: environment, in: folder.url)
  }

  /// Of each line of `lint`: file and rule.
  private func findings(_ result: CommandLineTool.Result) -> [String] {
    result.output.split(separator: "\n").map { line in
      "\(line.prefix { $0 != ":" }) \(line.split(separator: "[").last?.dropLast() ?? "")"
    }
  }

  // MARK: Configuration

  @Test func theNearestConfigurationCounts() throws {
    let folder = try ScratchFolder()
    try folder.write("a/form.txt", Self.training)
    try folder.write("a/b/form.txt", Self.training)
    try folder.write("a/c/form.txt", Self.training)
    try folder.write(".consentlint.yaml", "root: true\nfail-level: error\nlevels: { ai.training: note }\n")
    try folder.write("a/b/.consentlint.yaml", "levels: { ai.*: { level: error, paths: form.* } }\n")
    try folder.write("a/c/.consentlint.yaml", "root: true\nfail-level: never\n")
    let result = try run("lint", "a", in: folder)
    #expect(result.code == 1)
    #expect(result.output.contains("a/form.txt:1:20: note:"))
    #expect(result.output.contains("a/b/form.txt:1:20: error:"))
    #expect(result.output.contains("a/c/form.txt:1:20: warning:"))
  }

  @Test func ignoredFilesAreLeftOutAndSaidSoIfNamed() throws {
    let folder = try ScratchFolder()
    try folder.write("old/form.txt", Self.training)
    try folder.write("form.txt", Self.training)
    try folder.write(".consentlint.yaml", "root: true\nignore: old/\n")
    #expect(findings(try run("lint", in: folder)) == ["form.txt ai.training"])
    let named = try run("lint", "old/form.txt", in: folder)
    #expect(named.code == 0)
    #expect(named.errors.contains("old/form.txt: note: left out, as .consentlint.yaml:2 says."))
    #expect(findings(try run("lint", "--no-config", "old/form.txt", in: folder)) == ["old/form.txt ai.training"])
  }

  @Test func kindsOwnRulesAndLimits() throws {
    let folder = try ScratchFolder()
    try folder.write("npp/form.txt", Self.training)
    try folder.write("npp/form.html", "<p>a</p><p>b</p><p>c</p>")
    try folder.write(
      "rules/house/tea.yaml",
      """
      title: Tea
      effect: risk
      level: error
      since: 0.1.0
      find: ["train … program"]
      message: Tea.
      why: Tea.
      ask: Tea?
      see: [{ cite: Our tea }]
      tests:
        flags: ["We [[train a program]].", "We [[train the program]]."]
        passes: ["No tea.", "No more tea."]
      """)
    try folder.write(
      ".consentlint.yaml",
      "root: true\nkinds: { npp/: npp }\nrules: rules\nlimits: { node-count: 3 }\nlevels: { house.tea: note }\n")
    let result = try run("lint", "--format", "json", "npp", in: folder)
    #expect(result.output.contains(#""kind":{"id":"npp","confidence":1.00}"#))
    #expect(result.output.contains(#""rule":"house.tea""#) && !result.output.contains(#""level":"error""#))
    #expect(result.errors.contains("limit node-count (3)"))
    let shown = try run("config", "show", "npp/form.txt", in: folder)
    #expect(shown.code == 0)
    for expected in [
      "kind +npp +.consentlint.yaml:2", "rules +rules +.consentlint.yaml:3", "limit node-count +3 +.consentlint.yaml:4",
      "level house.tea +note +.consentlint.yaml:5", "fail-level +warning +default",
      "level ai.training +warning +default",
    ] {
      #expect(try Regex("(?m)^  " + expected + "$").firstMatch(in: shown.output) != nil, "\(expected)\n\(shown.output)")
    }
  }

  @Test(arguments: [
    ("levls: 1\n", ".consentlint.yaml:1:1: error: unknown key `levls`; did you mean `levels`?"),
    ("levels:\n  ai.trainng: error\n", ".consentlint.yaml:2:3: error: there is no rule `ai.trainng`; did you mean"),
    ("rules: nowhere\n", ".consentlint.yaml:1: error: there is no folder of rules at nowhere"),
    ("a: [\n", ".consentlint.yaml:2:1: error: YAML:"),
    ("baseline: nowhere\n", "nowhere: error: There is no such file."),
  ])
  func aWrongConfigurationEndsTheRun(text: String, expected: String) throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", Self.training)
    try folder.write(".consentlint.yaml", text)
    let result = try run("lint", in: folder)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.errorLines.first?.hasPrefix(expected) ?? false, "\(result.errors)")
  }

  @Test func aConfigurationThatIsNoTextOrAFolder() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", Self.training)
    try folder.write(".consentlint.yaml", Data([0xFF, 0xFE, 0x00]))
    #expect(try run("lint", in: folder).errors.contains("This is not a text in UTF-8."))
    try FileManager.default.removeItem(at: folder.url.appending(path: ".consentlint.yaml"))
    try folder.write(".consentlint.yaml/x", "")
    let result = try run("lint", in: folder)
    #expect(result.code == 2 && result.errors.contains(".consentlint.yaml: error: This is a folder"))
  }

  /// What its keeper allowed is not hidden from a patient.
  @Test func scanShowsAll() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", "# consentlint: allow-file ai.training -- agreed\n" + Self.training)
    try folder.write(".consentlint.yaml", "root: true\noff: ai.*\n")
    let result = try run("scan", "form.txt", in: folder)
    #expect(result.output.contains("used to train computer programs"))
    #expect(try run("lint", "--no-config", "form.txt", in: folder).output == "")
  }

  @Test func suppressedFindingsAreInTheReport() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", "# consentlint: allow ai.training until 2031-01-31 -- agreed\n" + Self.training)
    let result = try run("lint", "--no-config", "--format", "json", in: folder)
    #expect(result.code == 0)
    #expect(
      result.output.contains(#""by":"document","reason":"agreed","until":"2031-01-31","finding":{"rule":"ai.training""#)
    )
    let later = try run("lint", "--no-config", in: folder, environment: ["SOURCE_DATE_EPOCH": "1930000000"])
    #expect(findings(later) == ["form.txt suppression.expired", "form.txt ai.training"])
  }

  /// The configuration in the documentation holds as it stands.
  @Test func theDocumentedConfiguration() throws {
    let folder = try ScratchFolder()
    let page = try String(
      contentsOf: Shared.root.appending(path: "docs/hospitals.md"), encoding: .utf8)
    let yaml = try #require(page.split(separator: "```yaml\n").last?.split(separator: "```").first)
    try folder.write(".consentlint.yaml", String(yaml).replacing("rules: our-rules/", with: "# none"))
    try folder.write("research/a.txt", Self.training)
    let shown = try run("config", "show", "research/a.txt", in: folder)
    #expect(shown.code == 0, "\(shown.errors)")
    #expect(shown.output.contains("policy.say-how-long"))
    let result = try run("lint", "--baseline", "accepted", in: folder)
    #expect(result.errors.contains("accepted: error: There is no such file."))
    _ = try run("baseline", "create", "research", in: folder)
    #expect(try run("lint", "--strict", in: folder).code == 0)
  }

  // MARK: init

  @Test func initWritesWhatItFound() throws {
    let folder = try ScratchFolder()
    for name in ["a", "b"] {
      try folder.write(
        "research/\(name).txt",
        "CONSENT TO TAKE PART IN A RESEARCH STUDY\n\nPrincipal Investigator: N. N.\n\n" + Self.training)
    }
    let result = try run("init", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let path = folder.url.appending(path: ".consentlint.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.contains("Read for this: 2 forms"))
    #expect(text.contains("#   ai.training: error"))
    #expect(try run("lint", in: folder).code == 1)
    let again = try run("init", in: folder)
    #expect(again.code == 2 && again.errors.contains("There is such a file already."))
    #expect(try run("init", "--force", in: folder).code == 0)
    // What is commented out holds as it stands.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let keys = ["ignore", "kinds", "levels", "policy", "baseline"]
    let uncommented = lines.map { line in
      let isExample = line.hasPrefix("#  ") || keys.contains { line.hasPrefix("# \($0):") }
      return isExample ? line.dropFirst(2) : line
    }.joined(separator: "\n")
    try folder.write(".consentlint.yaml", uncommented)
    let shown = try run("config", "show", in: folder)
    #expect(shown.code == 0, "\(shown.errors)\n\(uncommented)")
    #expect(shown.output.contains("policy.ai-needs-opt-out"))
  }

  @Test(arguments: ["forms", "forms/", "."]) func initNamesPathsFromItsFolder(argument: String) throws {
    let folder = try ScratchFolder()
    let base = argument == "." ? "" : "forms/"
    for name in ["a", "b"] {
      try folder.write(
        "\(base)research/\(name).txt",
        "CONSENT TO TAKE PART IN A RESEARCH STUDY\n\nPrincipal Investigator: N. N.\n\n" + Self.training)
    }
    let result = try run("init", argument, in: folder)
    #expect(result.output.hasPrefix("\(base).consentlint.yaml: 2 documents"), "\(result.output)")
    let text = try String(contentsOf: folder.url.appending(path: "\(base).consentlint.yaml"), encoding: .utf8)
    #expect(text.contains("research/") && !text.contains("forms/"), "\(text)")
  }

  @Test func initWhereNothingCanBeWritten() throws {
    let folder = try ScratchFolder()
    #expect(try run("init", "nowhere", in: folder).errors.contains("nowhere: error: There is no such folder."))
    guard getuid() != 0 else { return }
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.url.path) }
    #expect(try run("init", in: folder).code == 2)
  }
}
