import Analysis
import SourceText
import Testing

@testable import Reporters

struct MarkdownReportTests {
  private let report = MarkdownReport(provenance: HTMLReportTests.provenance)

  @Test func golden() throws {
    try expectGolden("page.md", report.render(Report(documents: [SampleForm.report, SampleReport.word])))
  }

  @Test func nothingOfTheFormIsMarkup() throws {
    let text = report.render(Report(documents: [SampleForm.report]))
    // Read as Markdown, the page has the form's signs as text.
    let document = SourceDocument(name: "page.md", bytes: Array(text.utf8), format: .markdown)
    let read = try #require(try Linter.builtIn().check(document, keepsText: true).read)
    let words = String(decoding: read.text.bytes, as: UTF8.self)
    #expect(words.contains("our partners </mark><script>alert(1)</script> and others."))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{1B}"))
  }
}
