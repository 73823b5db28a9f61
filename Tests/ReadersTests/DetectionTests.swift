import Readers
import SourceText
import Testing

@Suite struct DetectionTests {
  @Test(
    "Bytes first, name second",
    arguments: [
      ("a.txt", "plain", DocumentFormat.text), ("a.md", "# plain", .markdown), ("a.MARKDOWN", "x", .markdown),
      ("a.html", "words", .html), ("a.txt", "  <!DOCTYPE HTML><p>x", .html), ("<stdin>", "<html>", .html),
      ("a.txt", "<?xml version='1.0'?>\n<html>", .html),
      ("<stdin>", "<p class=x>Some</p>", .html), ("a.md", "<div>Some</div>", .markdown),
      ("<stdin>", "<p> is a tag", .text), ("a.txt", "%PDF-1.7 ...", .pdf), ("a.pdf", "words", .text),
      ("no ending", "words", .text),
    ])
  func formats(name: String, text: String, expected: DocumentFormat) {
    let result = read(text, name: name)
    #expect(result.format == expected)
  }

  @Test(
    "Pictures by their first bytes",
    arguments: [
      [UInt8](arrayLiteral: 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A), [0xFF, 0xD8, 0xFF, 0xE0],
      [0x49, 0x49, 0x2A, 0x00, 1],
    ])
  func pictures(bytes: [UInt8]) {
    #expect(read(bytes).format == .image)
  }

  @Test(
    "Signatures",
    arguments: [
      ([UInt8]("PK\u{3}\u{4}....word/document.xml".utf8), Problem.damaged(.docx)),
      (Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.text".utf8), .damaged(.odt)),
      (Array("PK\u{3}\u{4}..[content.xml META-INF/manifest.xml]".utf8), .damaged(.odt)),
      (
        Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet content.xml".utf8),
        .binary(looksLike: "ZIP")
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf8.flatMap { [$0, 0] },
        .encrypted(.docx)
      ),
      (Array("PK\u{3}\u{4}....photo.bin".utf8), .binary(looksLike: "ZIP")),
      (Array("{\\rtf1 words}".utf8), .binary(looksLike: "RTF")),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .binary(looksLike: "Word 97 (.doc)")),
      ([0x61, 0x00, 0x00, 0x62, 0x63], .binary(looksLike: nil)),
      (Array("\u{1}\u{2}\u{3}\u{4}ab".utf8), .binary(looksLike: nil)), ([], .empty), (Array(" \n\n ".utf8), .empty),
      ([0xEF, 0xBB, 0xBF], .empty), ([0xFF, 0xFE], .empty),
    ])
  func signatures(bytes: [UInt8], problem: Problem) {
    let result = read(bytes)
    #expect(result.problems == [problem])
    #expect(problem.hidesText)
  }

  @Test("The format that is asked for wins")
  func override() {
    #expect(outline(read(Array("<html>\nwords".utf8), format: .text)) == ["P <html>/words"])
    #expect(outline(read(Array("**words**".utf8), format: .markdown)) == ["P words"])
    #expect(read(Array("words".utf8), format: .docx).problems == [.damaged(.docx)])
  }
}
