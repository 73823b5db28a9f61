import Analysis
import Foundation
import SourceText
import TestSupport
import Testing

/// Findings point at their words, in the file or by their place.
@Suite struct PlaceTests {
  private static let sentence = "Your scans may be used to train our computer programs."

  @Test("DOCX: range in the extracted text, place in the document")
  func docx() throws {
    let heading = OfficeFile.p(OfficeFile.r("What we do"), properties: "<w:outlineLvl w:val=\"0\"/>")
    let body =
      heading + OfficeFile.p() + OfficeFile.p(OfficeFile.r("Hello.")) + OfficeFile.p(OfficeFile.r(Self.sentence))
    let document = SourceDocument(name: "form.docx", bytes: OfficeFile.docx(body))
    let finding = try #require(Linter.builtIn().check(document).findings.first { $0.rule == "ai.training" })
    #expect(finding.place == .paragraph(3) && finding.heading == "What we do")
    #expect(finding.start.line == 3)
  }

  @Test("ODT: the same")
  func odt() throws {
    let body = "<text:p>Hello.</text:p><text:p>\(Self.sentence)</text:p>"
    let document = SourceDocument(name: "form.odt", bytes: OfficeFile.odt(body))
    let finding = try #require(Linter.builtIn().check(document).findings.first { $0.rule == "ai.training" })
    #expect(finding.place == .paragraph(2) && finding.heading == nil)
  }

  @Test("HTML: the bytes in the file are the words")
  func html() throws {
    let html = "<p>Hi.</p>\n<p>Your <b>scans</b> may be\n used to tr&shy;ain our &#99;omputer programs.</p>"
    let finding = try #require(Self.check(html).first { $0.rule == "ai.training" })
    #expect(finding.place == nil && finding.start.line == 3)
    #expect(Self.words(Self.bytes(of: finding, Array(html.utf8))) == Self.words(finding.quote))
  }

  @Test("Real pages: every range holds its quote", .enabled(if: Shared.isThere, "needs the folder of real forms"))
  func realPages() throws {
    let linter = try Linter.builtIn()
    let folder = Shared.folder.appending(path: "forms/docs")
    var count = 0
    for url in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where url.pathExtension == "html" {
      let bytes = [UInt8](try Data(contentsOf: url))
      for finding in linter.check(SourceDocument(name: url.lastPathComponent, bytes: bytes)).findings {
        count += 1
        #expect(Self.words(Self.bytes(of: finding, bytes)) == Self.words(finding.quote), "\(url.lastPathComponent)")
      }
    }
    #expect(count > 100)
  }

  private static func check(_ html: String) throws -> [Finding] {
    try Linter.builtIn().check(SourceDocument(name: "form.html", bytes: Array(html.utf8))).findings
  }

  private static func bytes(of finding: Finding, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[finding.start.byte..<finding.end.byte], as: UTF8.self)
  }

  /// `html` without tags, white space and soft hyphens, and with its references undone: a reading of its own.
  private static func words(_ html: String) -> String {
    var text = html.replacing(/<!--.*?-->|<[^>]*>/.dotMatchesNewlines(), with: "")
    text = text.replacing(/&#(x?)([0-9a-fA-F]+);/) { match in
      UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    for (name, sign) in [
      "nbsp": " ", "shy": "", "lt": "<", "gt": ">", "quot": "\"", "rsquo": "’", "lsquo": "‘",
      "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "amp": "&",
    ] {
      text = text.replacing("&\(name);", with: sign)
    }
    return String(text.filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "\u{200B}" })
  }
}
