import Analysis
import Testing

@testable import Reporters

/// What all formats of `lint` have in common, and the parts that no schema can tell.
struct LintReporterTests {
  private func text(_ format: LintFormat, _ documents: [DocumentReport] = SampleReport.report.documents) -> String {
    var reporter = format.reporter()
    var text = reporter.begin()
    for document in documents { text += reporter.report(on: LintedDocument(report: document)) }
    text += reporter.report(unreadable: "./gone\u{1B}[1m.txt", message: "There is no such file.")
    return text + reporter.end()
  }

  @Test(arguments: LintFormat.allCases)
  func everyFormat(format: LintFormat) throws {
    let text = text(format)
    try expectGolden("lint-\(format.rawValue).txt", text)
    // The sample has an escape sequence in a sentence: it must not reach a terminal.
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: LintFormat.allCases)
  func nothingAtAll(format: LintFormat) throws {
    var reporter = format.reporter()
    let text = reporter.begin() + reporter.end()
    #expect(text.isEmpty || text.hasSuffix("\n"))
  }

  @Test func theStreamedReportIsTheWholeOne() {
    var reporter = LintFormat.json.reporter()
    let documents = SampleReport.report.documents
    let parts = documents.map { reporter.report(on: LintedDocument(report: $0)) }
    #expect(reporter.begin() + parts.joined() + reporter.end() == JSONReport().render(SampleReport.report))
  }

  @Test func caretsStandBelowTheWords() {
    let lines = UnderlinedText.lines("We may 日本 share your data with them", marking: "share your data", width: 20)
    #expect(
      lines == [
        .init(text: "We may 日本 share", marks: "            ^^^^^"),
        .init(text: "your data with them", marks: "^^^^^^^^^"),
      ])
    #expect(UnderlinedText.lines("", marking: "x", width: 20).isEmpty)
    #expect(UnderlinedText.lines("abcdef", marking: "q", width: 3).map(\.text) == ["abc", "def"])
  }

  @Test(arguments: [
    ("a b/c%.txt", "a%20b/c%25.txt"), ("/a/é", "file:///a/%C3%A9"), ("<stdin>", "%3Cstdin%3E"),
    ("a:b.txt", "a%3Ab.txt"),
  ])
  func pathsAsURIs(path: String, uri: String) {
    #expect(SARIFPath.uri(of: path) == uri)
  }
}
