import Readers
import SourceText
import TestSupport
import Testing

/// Files that are made to take all memory or time: each limit is named, and reading ends soon.
@Suite struct BombTests {
  private typealias F = OfficeFile

  private func check(
    _ bytes: [UInt8], _ format: DocumentFormat, _ limits: ReadingLimits = ReadingLimits(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> ReadResult {
    var result: ReadResult?
    let time = ContinuousClock().measure {
      result = Reader.read(
        SourceDocument(name: "x", bytes: bytes, format: format), options: ReadingOptions(limits: limits))
    }
    #expect(time < .seconds(4), sourceLocation: sourceLocation)
    let done = result ?? Reader.read(SourceDocument(name: "x", bytes: []))
    for broken in brokenLaws(done, bytes) { Issue.record("\(broken)", sourceLocation: sourceLocation) }
    return done
  }

  private func limit(_ result: ReadResult) -> String? {
    for case .limit(let name, _, let option) in result.problems where option.hasPrefix("--limit \(name)=") {
      return name
    }
    return nil
  }

  @Test("Entities", arguments: [DocumentFormat.docx, .odt])
  func entities(format: DocumentFormat) {
    let declared = (1...9).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);\">" }
    let type = "<!DOCTYPE x [<!ENTITY a0 \"ha ha ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">\(declared.joined())]>"
    for entity in ["&a9;", "&f;"] {
      let bytes =
        format == .docx
        ? F.docx(document: "\(type)<w:document \(F.wordNames)><w:body>\(F.p(F.r(entity)))</w:body></w:document>")
        : F.odt(
          content: "\(type)<office:document-content \(F.textNames)><text:p>\(entity)</text:p></office:document-content>"
        )
      let result = check(bytes, format)
      #expect(result.problems == [.damaged(format)] && result.text.blocks.isEmpty)
    }
  }

  @Test("A document type in UTF-16 is seen too")
  func wideEntities() {
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY a \"never\">]><w:document \(F.wordNames)>"
      + "<w:body>\(F.p(F.r("&a;")))</w:body></w:document>"
    let wide: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let result = check(ZipFile.make([("word/document.xml", wide)]), .docx)
    #expect(result.problems == [.damaged(.docx)] && result.text.blocks.isEmpty)
  }

  @Test("A file that unpacks to very much")
  func unpacked() {
    let spaces = [UInt8](repeating: 0x20, count: 80 << 20)
    let bomb = ZipFile.make([("word/document.xml", spaces)])
    #expect(bomb.count < 1 << 20)
    #expect(limit(check(bomb, .docx)) == "zip-ratio")
    var limits = ReadingLimits()
    limits.zipRatio = 10_000
    #expect(limit(check(bomb, .docx, limits)) == "unzipped-size")
  }

  @Test("Very many files in one")
  func entries() {
    let many = (0..<5000).map { (name: "word/\($0).xml", bytes: [UInt8]()) }
    #expect(limit(check(ZipFile.make(many), .docx)) == "zip-entries")
  }

  @Test("Elements in each other", arguments: [DocumentFormat.html, .docx, .odt])
  func nesting(format: DocumentFormat) {
    for tag in format == .html ? ["<div>", "<b>", "<table><tr><td>", "<ul><li>"] : ["<a>"] {
      let deep = String(repeating: tag, count: 100_000)
      let bytes: [UInt8] =
        switch format {
        case .docx: F.docx(F.p(F.r("We may share it.")) + deep)
        case .odt: F.odt("<text:p>We may share it.</text:p>" + deep)
        default: Array(("<p>We may share it.</p>" + deep + "x").utf8)
        }
      let result = check(bytes, format)
      #expect(limit(result) == "nesting-depth")
      #expect(outline(result) == ["P We may share it."])
    }
  }

  @Test("A raised limit lets deep files through", arguments: [DocumentFormat.html, .docx, .odt])
  func raised(format: DocumentFormat) {
    var limits = ReadingLimits()
    let isSet = [limits.set("nesting-depth", to: 2000), limits.set("nesting-depth", to: 0), limits.set("x", to: 1)]
    #expect(isSet == [true, false, false])
    let open = String(repeating: "<i>", count: 600)
    let close = String(repeating: "</i>", count: 600)
    let bytes: [UInt8] =
      switch format {
      case .docx: F.docx(open + F.p(F.r("Deep.")) + close)
      case .odt: F.odt(open + "<text:p>Deep.</text:p>" + close)
      default: Array("<p>\(open)Deep.\(close)</p>".utf8)
      }
    let result = check(bytes, format, limits)
    #expect(outline(result) == ["P Deep."] && result.problems.isEmpty)
  }

  @Test("Very many elements", arguments: [DocumentFormat.html, .docx, .odt])
  func nodes(format: DocumentFormat) {
    var limits = ReadingLimits()
    limits.nodeCount = 10_000
    let bytes: [UInt8] =
      switch format {
      case .docx: F.docx(String(repeating: F.p(F.r("We share.")), count: 5000))
      case .odt: F.odt(String(repeating: "<text:p>We share.</text:p>", count: 5000))
      default: Array(String(repeating: "<p>We share.</p>", count: 5000).utf8)
      }
    let result = check(bytes, format, limits)
    #expect(limit(result) == "node-count" && result.text.blocks.count > 1000)
  }

  @Test(
    "HTML that never closes does not multiply the work",
    arguments: [
      "<", "<a ", "<a b=\"", "<!--", "<!-- >", "<![", "<?", "&", "&#", "&amp", "</b>", "<b></i>", "<p><b>", "<li>",
      "<td>",
      "<label for=a>x<input id=a type=checkbox>", "<br>", "<input type=checkbox>", "<option>x", "<pre>\n", "x\n ",
      "<select>",
      "<form>", "<h1>x", "<p style='mso-list:l0 level9'>x", "<!x", "<script>", "<textarea>", "<table><tr>x",
    ])
  func unclosed(piece: String) {
    let bytes = Array(String(repeating: piece, count: 20_000).utf8)
    let result = check(bytes, .html)
    #expect(result.text.map.segments.count <= 100_000)
  }

  @Test("Word files that never close do not multiply the work")
  func manyOpen() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    for body in [
      F.p(String(repeating: field, count: 20_000)),
      String(repeating: F.p(F.r("x"), properties: "<w:rPr><w:del/></w:rPr>"), count: 20_000),
      F.p(String(repeating: "<w:r><w:br/></w:r>", count: 40_000)),
      F.p(String(repeating: F.r("\u{2610} x "), count: 10_000)),
      String(repeating: F.item("x:", list: 1, level: 8), count: 10_000),
    ] {
      _ = check(F.docx(body, F.lists), .docx)
    }
  }

  @Test("A password")
  func passwords() {
    let document = Array("<w:document \(F.wordNames)/>".utf8)
    let locked = ZipFile.make([("word/document.xml", document)], password: "x")
    #expect(check(locked, .docx).problems == [.encrypted(.docx)])
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    #expect(check(F.odt(content: "\u{1}\u{2}", manifest: manifest), .odt).problems == [.encrypted(.odt)])
  }

  @Test("No part of a file leads out of it")
  func outside() {
    let relationships = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
      Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>
      """
    let result = check(ZipFile.make([("_rels/.rels", relationships), ("word/x.xml", "")]), .docx)
    #expect(result.problems == [.damaged(.docx)])
  }
}
