import Clauses
import SourceText
import Testing

@testable import Reporters

struct LineReportTests {
  @Test func golden() throws {
    try expectGolden("lines.txt", LineReport().render(SampleReport.full))
  }

  @Test func colourIsOnTheLevelOnly() {
    let line = LineReport(style: Style(colour: true)).line(for: SampleReport.full.findings[0], path: "a b.txt")
    #expect(line == "a b.txt:17:1: \u{1B}[1;33mwarning\u{1B}[0m: Your scans may be used to train AI. [ai.training]")
  }

  @Test func documentsWithoutLinesHaveTheirPlace() {
    let lines = LineReport()
    #expect(lines.render(SampleReport.word).hasPrefix("forms/consent.docx: paragraph 31: warning: Your scans"))
    #expect(lines.render(SampleReport.scan).hasPrefix("forms/consent.pdf: page 2, line 14: warning: Your scans"))
  }

  @Test func oneFindingIsOneLineWhateverThePath() {
    var document = SampleReport.full
    document.path = "a\nb\u{1B}.txt"
    let text = LineReport().render(document)
    #expect(text.split(separator: "\n").count == document.findings.count)
    #expect(text.hasPrefix("a b\u{FFFD}.txt:17:1: warning: "))
  }

  @Test func rulePage() throws {
    try expectGolden("explain.txt", RulePage(style: Style(width: 80)).render(.sentence(SampleReport.rule)))
  }

  @Test func rulePageShowsAFewExamplesUnlessAllAreAskedFor() {
    var rule = SampleReport.rule
    rule.flags = (1...5).map { Rule.Example(sentence: "Flag [[\($0)]].") }
    rule.passes = (1...5).map { "Pass \($0)." }
    let short = RulePage().render(.sentence(rule))
    #expect(short.contains("Flag 2.") && !short.contains("Flag 3.") && short.contains("and 3 more: use --all"))
    #expect(short.contains("Pass 4.") && !short.contains("Pass 5.") && short.contains("and 1 more: use --all"))
    let long = RulePage(showsAll: true).render(.sentence(rule))
    #expect(long.contains("Flag 5.") && long.contains("Pass 5.") && !long.contains("--all"))
  }

  @Test func ruleList() {
    #expect(RuleList().render([.sentence(SampleReport.rule)]) == "ai.training  risk  warning  Your data may train AI\n")
    #expect(RuleList().render([]) == "")
  }

  @Test(
    arguments: [
      Problem.empty, .binary(looksLike: nil), .binary(looksLike: "a PNG picture"), .unsupported(.pdf),
      .invalidEncoding(encoding: "UTF-8", count: 1, range: TextRange(start: 3, end: 4)), .damaged(.docx),
      .encrypted(.odt),
    ])
  func problemsAreOneLineThatSaysWhatToDo(problem: Problem) {
    let line = ProblemText.line(path: "form.txt", problem: problem)
    #expect(line.hasPrefix(problem.hidesText ? "form.txt: error: " : "form.txt: warning: "))
    #expect(!line.contains("\n"))
    #expect(line.contains("Save") || line.contains("save") || line.contains("Check"))
  }

  @Test func aLimitIsNamedWithItsValueAndWhatRaisesIt() {
    let line = ProblemText.message(for: .limit(name: "zip-ratio", value: 250, option: "--limit zip-ratio=500"))
    #expect(line.contains("zip-ratio (250)") && line.contains("--limit zip-ratio=500"))
  }
}
