import Foundation
import Readers
import SourceText
import TestSupport
import Testing

/// HTML, DOCX and ODT that are cut off or changed by chance: nothing traps, the laws hold, and it is said.
///
/// FUZZ=10000 in the environment sets the number of changed files a format (`scripts/fuzz-readers`).
@Suite struct DamagedFileTests {
  static let formats = [DocumentFormat.html, .docx, .odt]
  private static let parts = 20
  private static let perPart =
    (ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 2000) / parts

  private static let html = Array(HTMLTests.samples.map(\.html).joined(separator: "\n").utf8)
  private static let word = DOCXTests.samples.map(\.body).joined()
  private static let openText = ODTTests.samples.map(\.body).joined()

  static func sample(_ format: DocumentFormat, stored: Bool = false) -> [UInt8] {
    switch format {
    case .docx: OfficeFile.docx(word, OfficeFile.lists, stored: stored)
    case .odt: OfficeFile.odt(openText, stored: stored)
    default: html
    }
  }

  private static func pieces(_ format: DocumentFormat) -> [String] {
    switch format {
    case .docx:
      [
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:pPr>",
        "<w:txbxContent>", "</w:txbxContent>", "<mc:Choice>", "<mc:Fallback>", "<w:del>", "</w:del>", "<w:sdt>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:ilvl w:val=\"-9\"/>",
        "<w:numId w:val=\"1\"/>", "99999999999999999999", "-1", "&amp;", "&x;", "<!--", "]]>", "\u{2610}",
      ]
    case .odt:
      [
        "<text:p>", "</text:p>", "<text:list>", "</text:list>", "<text:list-item>", "</text:list-item>",
        "<text:note-body>", "</text:note-body>", "<table:table>", "<table:table-row>", "<table:table-cell>",
        "<text:s/>",
        "<draw:text-box>", "</draw:text-box>", "text:level=\"0\"", "text:start-value=\"-5\"", "99999999999999999999",
        "&x;",
      ]
    default:
      [
        "<p>", "</p>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<input type=checkbox>",
        "<label for=a>",
        "</label>", "<br>", "<pre>", "<div hidden>", "<!--", "-->", "<![", "]>", "&amp;", "&#", "&#x110000;",
        "<script>", "<",
        ">", "<o:p>", "\u{AD}", "\u{FB01}", "\u{A0}", "<body>", "<html>", "<plaintext>", "style='mso-list:l0 level9'",
        "\0",
      ]
    }
  }

  @Test("Every truncation", arguments: formats)
  func truncations(format: DocumentFormat) {
    let bytes = Self.sample(format)
    for count in 0..<bytes.count {
      let result = read(Array(bytes[..<count]), format: format)
      // A page that is cut is a page; a packed file without its end cannot be opened.
      if format != .html { #expect(result.problems.contains { $0.hidesText }) }
    }
  }

  @Test("Every truncation of the XML", arguments: [DocumentFormat.docx, .odt])
  func truncatedXML(format: DocumentFormat) {
    let whole =
      format == .docx
      ? "<w:document \(OfficeFile.wordNames)><w:body>\(Self.word)</w:body></w:document>"
      : "<office:document-content \(OfficeFile.textNames)><office:body><office:text>\(Self.openText)"
        + "</office:text></office:body></office:document-content>"
    let xml = Array(whole.utf8)
    for count in stride(from: 0, to: xml.count, by: 3) {
      let cut = String(decoding: xml[..<count], as: UTF8.self)
      let file = format == .docx ? OfficeFile.docx(document: cut) : OfficeFile.odt(content: cut)
      #expect(read(file, format: format).problems.contains { $0.hidesText })
    }
  }

  @Test("Changed files", arguments: formats, 0..<parts)
  func changed(format: DocumentFormat, part: Int) {
    // Stored, not packed: the changes reach the XML.
    let samples = [Self.sample(format, stored: true), Self.sample(format)]
    var mutations = Mutations(seed: UInt64(part), pieces: Self.pieces(format))
    for index in 0..<Self.perPart { _ = read(mutations.next(of: samples[index % 8 == 0 ? 1 : 0]), format: format) }
  }

  @Test("Changed XML", arguments: [DocumentFormat.docx, .odt], 0..<parts)
  func changedXML(format: DocumentFormat, part: Int) {
    var mutations = Mutations(seed: 500 + UInt64(part), pieces: Self.pieces(format))
    let sample = Array((format == .docx ? Self.word : Self.openText).utf8)
    for _ in 0..<Self.perPart {
      let body = String(decoding: mutations.next(of: sample), as: UTF8.self)
      let file =
        format == .docx ? OfficeFile.docx(body, OfficeFile.lists, stored: true) : OfficeFile.odt(body, stored: true)
      _ = read(file, format: format)
    }
  }

  @Test("Changed numbering and styles", arguments: 0..<parts)
  func changedParts(part: Int) {
    var mutations = Mutations(seed: 900 + UInt64(part), pieces: Self.pieces(.docx))
    for _ in 0..<Self.perPart / 4 {
      var parts = OfficeFile.lists
      parts.numbering = String(decoding: mutations.next(of: Array(parts.numbering.utf8)), as: UTF8.self)
      parts.styles = String(decoding: mutations.next(of: Array(parts.styles.utf8)), as: UTF8.self)
      _ = read(OfficeFile.docx(Self.word, parts, stored: true), format: .docx)
    }
  }
}
