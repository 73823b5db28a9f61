import Analysis
import ProjectConfiguration
import RuleCompiler
import SourceText
import TestSupport
import Testing

/// What a project makes of a report: remarks, levels and policies.
struct ProjectRulesTests {
  private static let training = "Your images may be used to train computer programs that look for disease."
  private static let vendor = "We may share your images with companies that develop artificial intelligence products."

  private func check(
    _ text: String, name: String = "form.txt", configuration yaml: String = "", today: String = "2026-11-24"
  ) throws -> DocumentReport {
    try check(SourceDocument(name: name, bytes: Array(text.utf8)), configuration: yaml, today: today)
  }

  private func check(
    _ document: SourceDocument, configuration yaml: String = "", today: String = "2026-11-24"
  ) throws -> DocumentReport {
    let linter = try Linter.builtIn()
    let read = ConfigurationReader.read(RuleSourceFile(path: "c.yaml", text: yaml), folder: "/f")
    #expect(read.diagnostics == [])
    let rules = ProjectRules(
      Configuration(files: yaml.isEmpty ? [] : [read.file]), rules: linter.allRules.map(\.id),
      today: try #require(CalendarDay(today)))
    return rules.apply(to: linter.check(document), at: "/f/\(document.name)")
  }

  private func places(_ report: DocumentReport) -> [String] {
    report.findings.map { "\($0.start.line) \($0.rule)" }
  }

  // MARK: Remarks

  @Test(arguments: [
    "# consentlint: allow ai.training -- agreed", "// consentlint: allow ai.training -- agreed",
    "(consentlint: allow ai.training -- agreed)", "consentlint: allow ai.training \u{2014} agreed",
    "<!-- consentlint: allow ai.training -- agreed -->", "<!--\nconsentlint: allow ai.* -- agreed\n-->",
  ])
  func aLineOfPlainText(remark: String) throws {
    let report = try check("A FORM\n\n\(remark)\n\(Self.training)\n\n\(Self.vendor)\n")
    #expect(report.findings.map(\.rule) == ["sharing.third-party-ai-vendor"])
    #expect(report.suppressed.map(\.finding.rule) == ["ai.training"])
    #expect(report.suppressed.first?.reason == "agreed")
    // The remark is no text of the form.
    #expect(report.facts.sentences == 3)
  }

  @Test func aRemarkInAParagraphKeepsItWhole() throws {
    let report = try check(
      "We take pictures of your heart and keep them in our archive for ten years. Your images may\n"
        + "# consentlint: allow ai.training -- agreed\nbe used to train computer programs that look for disease.\n")
    #expect(!places(report).contains { $0.hasSuffix("ai.training") })
    #expect(report.suppressed.count == 1)
    #expect(report.suppressed.first?.finding.sentence == Self.training)
  }

  @Test(arguments: [
    ("form.md", "<!-- consentlint: allow ai.training -- ok -->\n\(training)\n\n\(training)\n", 4),
    ("form.md", "\(training) <!-- consentlint: allow ai.training -- ok -->\n\n\(training)\n", 3),
    ("form.md", "- <!-- consentlint: allow ai.training -- ok --> \(training)\n- \(training)\n", 2),
    ("form.md", "\(vendor) <!-- consentlint: allow ai.training -- ok --> \(training)\n\n\(training)\n", 3),
    ("form.html", "<p>\(training) <!-- consentlint: allow ai.training -- ok --></p><p>\n\(training)</p>", 2),
    ("form.html", "<!-- consentlint: allow ai.training -- ok --><p>\(training)</p>\n<p>\(training)</p>", 2),
    (
      "form.html",
      "<ul>\n<li>\(training)</li><!-- consentlint: allow ai.* -- a &amp; -- b --><li>\(training)</li></ul>", 2
    ),
    ("form.txt", "\(training) <!-- consentlint: allow ai.training -- ok -->\n\n\(training)\n", 3),
  ])
  func theSentenceOfARemark(name: String, text: String, line: Int) throws {
    let report = try check(text, name: name)
    #expect(places(report).filter { $0.hasSuffix("ai.training") } == ["\(line) ai.training"])
    #expect(report.suppressed.count == 1)
  }

  @Test func sectionsAndFiles() throws {
    let text =
      "# One\n\n<!-- consentlint: allow-section ai.training -- ok -->\n\n\(Self.training)\n\n## Deeper\n\n"
      + "\(Self.training)\n\n# Two\n\n\(Self.training)\n"
    #expect(places(try check(text, name: "form.md")) == ["13 ai.training"])
    let whole = try check(text.replacing("allow-section", with: "allow-file"), name: "form.md")
    #expect(whole.findings.isEmpty && whole.suppressed.count == 3)
    let beforeHeading =
      "# One\n\n\(Self.training)\n\n<!-- consentlint: allow-section ai.training -- ok -->\n\n# Two\n\n"
      + "\(Self.training)\n"
    #expect(places(try check(beforeHeading, name: "form.md")) == ["3 ai.training"])
  }

  @Test(arguments: [
    ("allow ai.training until 2026-11-24 -- ok", nil), ("allow ai.training until 2026-11-23 -- ok", "expired"),
    ("allow ai.training until 2026-02-30 -- ok", "malformed"), ("allow ai.training", "no-reason"),
    ("allow ai.training --", "no-reason"), ("allow ai.training -- ...", "no-reason"),
    ("allow ai.trainin -- ok", "unknown-rule"), ("allow * -- ok", "malformed"), ("allow -- ok", "malformed"),
    ("ignore ai.training -- ok", "malformed"), ("allow sharing.* -- ok", "unused"), ("", "malformed"),
    ("Allow ai.training, ai.ambient-recording -- ok", "unused"),
  ])
  func remarksThatDoNothing(remark: String, fault: String?) throws {
    let report = try check("<!-- consentlint: \(remark) -->\n\(Self.training)\n", name: "form.md")
    #expect(
      report.findings.filter { $0.rule != "ai.training" }.map(\.rule) == (fault.map { ["suppression.\($0)"] } ?? []))
    #expect(report.findings.first { $0.rule.hasPrefix("suppression.") }?.start.line ?? 1 == 1)
    let isSilent = fault == nil || remark.hasPrefix("Allow")
    #expect(report.suppressed.count == (isSilent ? 1 : 0))
  }

  @Test func aCommentInWord() throws {
    let body =
      OfficeFile.p(
        OfficeFile.r("Some words first. "), "<w:commentRangeStart w:id=\"7\"/>", OfficeFile.r(Self.training),
        "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>",
        OfficeFile.r(" " + Self.vendor)) + OfficeFile.p(OfficeFile.r(Self.training))
    var parts = OfficeFile.WordParts()
    parts.comments =
      "<w:comment w:id=\"7\"><w:p><w:r><w:t>Consentlint: allow ai.training \u{2013} agreed</w:t></w:r></w:p>"
      + "</w:comment><w:comment w:id=\"8\"><w:p><w:r><w:t>A note to a colleague</w:t></w:r></w:p></w:comment>"
    let report = try check(SourceDocument(name: "form.docx", bytes: OfficeFile.docx(body, parts)))
    #expect(report.findings.map(\.rule) == ["sharing.third-party-ai-vendor", "ai.training"])
    #expect(report.suppressed.map(\.reason) == ["agreed"])
    #expect(
      report.facts.words
        == (try check("Some words first. \(Self.training) \(Self.vendor)\n\n\(Self.training)")).facts.words)
  }

  @Test func withoutRemarksNothingChanges() throws {
    let document = SourceDocument(
      name: "form.txt", bytes: Array("\(Self.training)\nconsentlint is a program: see there.".utf8))
    let plain = try Linter.builtIn().check(document)
    #expect(plain.directives.isEmpty)
    #expect(try check(document).findings.map(\.fingerprint) == plain.findings.map(\.fingerprint))
  }

  // MARK: Levels

  @Test func levelsAreForWhatIsPermitted() throws {
    let text = "\(Self.training)\n\nWe will not use your images to train computer programs.\n"
    let report = try check(text, configuration: "levels: { ai.*: error, suppression.unused: off }")
    #expect(
      Set(report.findings.filter { $0.kind == .clause }.map { "\($0.stance?.rawValue ?? "") \($0.level)" }) == [
        "permits error", "denies note",
      ])
    #expect(try check(text, configuration: "off: ai.*").findings.allSatisfy { $0.kind != .clause })
  }

  // MARK: Policies

  private static let policy = """
    policy:
      way-out:
        require-when:
          when: { rule: ai.training, stance: permits }
          require: { rule: choice.opt-out, stance: offers-choice }
        message: Offer a way out.
      no-lungs:
        forbid: { rule: ai.training, words: [lung scan] }
        message: No lungs.
        level: warning
      must-encrypt:
        require: security.*
        message: Say how data are kept safe.
        kinds: npp
    """

  @Test func requireWhen() throws {
    let report = try check("\(Self.training)\n\n\(Self.training)\n", configuration: Self.policy)
    let finding = try #require(report.findings.first { $0.rule == "policy.way-out" })
    #expect(finding.kind == .missing && finding.level == .error && finding.start.line == 1)
    #expect(finding.message == "Offer a way out." && finding.related.map(\.start.line) == [3])
    #expect(report.findings.filter { $0.rule.hasPrefix("policy.") }.count == 1)
    let kept = try check("\(Self.training)\n\nYou may opt out of this at any time.\n", configuration: Self.policy)
    #expect(!kept.findings.contains { $0.rule.hasPrefix("policy.") }, "\(places(kept))")
  }

  @Test func forbid() throws {
    let report = try check("Your lung scans may be used to train computer programs.\n", configuration: Self.policy)
    let finding = try #require(report.findings.first { $0.rule == "policy.no-lungs" })
    #expect(finding.kind == .clause && finding.stance == .permits && finding.level == .warning)
    #expect(finding.quote.contains("used to train"))
  }

  @Test func requireForAKind() throws {
    let configuration = Self.policy + "\nkinds: { 'npp*': npp }"
    let document = SourceDocument(name: "npp.txt", bytes: Array("You have rights.".utf8))
    let linter = try Linter.builtIn()
    let read = ConfigurationReader.read(RuleSourceFile(path: "c", text: configuration), folder: "/f").file
    let rules = ProjectRules(
      Configuration(files: [read]), rules: linter.allRules.map(\.id), today: .init(year: 2026, month: 1, day: 1))
    let report = rules.apply(to: linter.check(document, kind: "npp"), at: "/f/npp.txt")
    #expect(report.findings.map(\.rule) == ["policy.must-encrypt"])
    #expect(report.findings.first?.start == .init(byte: 0, line: 1, column: 1))
    #expect(rules.apply(to: linter.check(document, kind: "general"), at: "/f/npp.txt").findings.isEmpty)
  }

  @Test func aPolicyCanBeAllowedToo() throws {
    let report = try check(
      "# consentlint: allow policy.way-out -- the board knows\n\(Self.training)\n", configuration: Self.policy)
    #expect(report.findings.map(\.rule) == ["ai.training"])
    #expect(report.suppressed.map(\.finding.rule) == ["policy.way-out"])
  }

  /// What was not read may hold what is required.
  @Test func nothingIsMissingInWhatWasNotRead() throws {
    let document = SourceDocument(name: "a.pdf", bytes: Array("%PDF-1.4 broken".utf8))
    let report = try check(document, configuration: "policy: { a: { require: security.*, message: x } }")
    #expect(report.findings.isEmpty)
  }
}
