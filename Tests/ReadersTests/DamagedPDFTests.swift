import Foundation
import SourceText
import TestSupport
import Testing

@testable import Readers

/// PDF files that are cut off, changed by chance, or made to take all time and memory.
///
/// Each costs a process. FUZZ_PDF=10000 in the environment sets the number of changed files, and has every truncation
/// read (`scripts/fuzz-pdf`).
@Suite(.enabled(if: Programs.hasPDFReader, "needs pdftotext (poppler-utils)"))
struct DamagedPDFTests {
  private static let asked = ProcessInfo.processInfo.environment["FUZZ_PDF"].flatMap { Int($0) }
  private static let parts = 10

  private static let sample: [UInt8] = {
    let words = SmallPDF.lines(
      ["We keep your record for ten years and show it to nobody.", "You may ask for a copy at any time."], x: 72,
      top: 700)
    let choices = [
      SmallPDF.Piece(text: "q", x: 72, y: 600, font: "F3"), SmallPDF.Piece(text: "I agree", x: 90, y: 600),
    ]
    return SmallPDF(pages: [.pieces(words), .pieces(words + choices)]).bytes
  }()

  private static let pieces = [
    "<<", ">>", "[", "]", "(", ")", "stream\n", "endstream", "endobj", "1 0 obj", "2 0 R", "7 0 R", "/Kids[2 0 R]",
    "/Count 2000000000", "/Count -1", "/Length 99999999", "/Length 8 0 R", "/Filter/FlateDecode",
    "/Filter/ASCIIHexDecode", "/Prev 9", "/Encrypt 6 0 R", "/Type/ObjStm", "/Rotate 90", "/MediaBox[0 0 1e30 -1e30]",
    "/UserUnit 1e9", "99999999999999999999", "-1", "\0", "%%EOF", "startxref\n0\n", "xref\n0 99999999\n", "Tf", "Tj",
    "BT", "ET", "Do", "cm", "q", "1e38 0 0 1e38 0 0 cm",
  ]

  /// Reads `bytes`, checks the laws, and that it does not take long.
  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) -> ReadResult {
    var result: ReadResult?
    let time = ContinuousClock().measure { result = read(bytes, name: "form.pdf", format: .pdf) }
    // Two seconds of processor time; the tests share the processors.
    #expect(time < .seconds(10), sourceLocation: sourceLocation)
    return result ?? .unread(.pdf, .empty)
  }

  @Test("Truncations", arguments: 0..<parts)
  func truncations(part: Int) {
    let step = Self.asked == nil ? 23 : 1
    for count in stride(from: 5 + part * step, to: Self.sample.count, by: Self.parts * step) {
      _ = check(Array(Self.sample[..<count]))
    }
  }

  @Test("Changed files", arguments: 0..<parts)
  func changed(part: Int) {
    var mutations = Mutations(seed: UInt64(4000 + part), pieces: Self.pieces)
    for _ in 0..<(Self.asked ?? 200) / Self.parts { _ = check(mutations.next(of: Self.sample)) }
  }

  @Test("A page tree that leads back to itself ends; so do references and tables that do")
  func cycles() {
    let kids = "2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2000000000>>endobj"
    let page = "3 0 obj<</Type/Page/Parent 2 0 R/Contents 5 0 R>>endobj"
    let bodies = [
      "\(kids)\n3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 5>>endobj\ntrailer<</Root 1 0 R>>",
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\(page)\n5 0 obj<</Length 5 0 R>>stream\nBT ET\nendstream endobj\n"
        + "trailer<</Root 1 0 R>>",
      "2 0 obj 2 0 R endobj\ntrailer<</Root 1 0 R>>",
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\(page)\nxref\n0 1\n0000000000 65535 f \n"
        + "trailer<</Root 1 0 R/Prev 9/Size 6>>\nstartxref\n9\n%%EOF",
    ]
    for body in bodies {
      let result = check(Array("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\(body)\n".utf8))
      #expect(!result.problems.isEmpty)
    }
  }

  @Test("Forms inside of forms, each twice: the limit is named")
  func nestedForms() {
    let depth = 30
    var file = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources 6 0 R>>endobj
      4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      5 0 obj<</Length 5>>stream
      /X Do
      endstream endobj
      6 0 obj<</XObject<</X 10 0 R>>>>endobj\n
      """
    for number in 10..<(10 + depth) {
      let content = number == 9 + depth ? "BT /F 9 Tf 72 700 Td (We share it) Tj ET" : "/X Do /X Do"
      file += """
        \(number) 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Length \(content.utf8.count)\
        /Resources<</Font<</F 4 0 R>>/XObject<</X \(number + 1) 0 R>>>>>>stream
        \(content)
        endstream endobj\n
        """
    }
    let result = check(Array((file + "trailer<</Root 1 0 R>>\n").utf8))
    let names = result.problems.map { problem in
      if case .limit(let name, _, let option) = problem, option.hasPrefix("--limit \(name)=") { return name }
      return "\(problem)"
    }
    #expect(names == ["pdf-time"] || names == ["program-memory"])
  }

  @Test("Many empty pages are looked at together")
  func emptyPages() {
    #expect(check(SmallPDF(pages: Array(repeating: .pieces([]), count: 70)).bytes).problems == [.empty])
  }
}
