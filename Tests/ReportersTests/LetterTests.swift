import Analysis
import SourceText
import Testing

@testable import Reporters

struct LetterTests {
  @Test func golden() throws {
    let letter = Letter(SampleForm.report, asks: LetterAsk.allCases)
    try expectGolden("letter.txt", LetterText.render(letter))
  }

  @Test func asksForWhatTheFormGivesReasonFor() {
    #expect(LetterAsk.reasoned(by: SampleForm.report) == LetterAsk.allCases)
    #expect(LetterAsk.reasoned(by: SampleReport.silent) == [])
    #expect(LetterAsk.reasoned(by: SampleReport.full).contains(.accessLog))
  }

  @Test func asksNothingThatTheFormRefuses() {
    var document = SampleForm.report
    for index in document.findings.indices where document.findings[index].rule == "choice.opt-out" {
      document.findings[index].stance = .denies
    }
    #expect(!LetterAsk.reasoned(by: document).contains(.optOut))
  }

  @Test func claimsNoRight() {
    for document in [SampleForm.report, SampleReport.full, SampleReport.silent] {
      let text = LetterText.render(Letter(document, asks: LetterAsk.allCases)).lowercased()
      for word in ["right to", "rights", "law", "must", "required", "illegal", "violat", "entitled"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func theWordDocumentIsReadAsTheLetter() throws {
    let letter = Letter(SampleForm.report, asks: LetterAsk.allCases)
    let bytes = LetterDOCX.render(letter)
    #expect(bytes == LetterDOCX.render(letter))
    let report = try Linter.builtIn().check(SourceDocument(name: "letter.docx", bytes: bytes), keepsText: true)
    #expect(report.format == .docx)
    #expect(report.problems == [])
    let words = String(decoding: try #require(report.read).text.bytes, as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    let expected = letter.paragraphs.map(\.text.printable).joined(separator: " ").split(whereSeparator: \.isWhitespace)
    #expect(words == expected)
  }

  @Test func checksum() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
  }
}
