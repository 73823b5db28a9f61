import Analysis
import Foundation
import Readers
import SourceText
import TestSupport
import Testing

/// The same form gives the same findings in every format.
@Suite struct SameFindingsTests {
  /// Rule, stance and quote of each finding, sorted.
  private static func findings(_ document: SourceDocument) throws -> [String] {
    try Linter.builtIn().check(document).findings
      .map { "\($0.rule) \($0.stance?.rawValue ?? "-") \($0.quote)" }.sorted()
  }

  private static func samples() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Shared.root.appending(path: "Samples"), includingPropertiesForKeys: nil
    ).flatMap { [$0.appending(path: "document.txt"), $0.appending(path: "document.md")] }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  @Test("Samples as HTML, DOCX and ODT")
  func formats() throws {
    var total = 0
    for url in try Self.samples() {
      let source = SourceDocument(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
      let expected = try Self.findings(source)
      total += expected.count
      let text = Reader.read(source).text
      for (name, bytes) in [
        ("form.html", Self.html(text)), ("form.docx", Self.docx(text)), ("form.odt", Self.odt(text)),
      ] {
        let found = try Self.findings(SourceDocument(name: name, bytes: bytes))
        let difference = found.difference(from: expected)
        #expect(difference.isEmpty, "\(url.path) as \(name): \(Array(difference))")
      }
    }
    #expect(total > 50)
  }

  // MARK: The blocks of a text in other formats

  private static func words(_ block: Block, _ text: Text) -> String {
    let words = text.string(in: block.range).replacing("\n", with: " ").replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;")
    return (block.checkBox.map { $0 == .checked ? "\u{2612} " : "\u{2610} " } ?? "") + words
  }

  /// Nested lists: `open` and `close` a list, `item` wraps one.
  private static func lists(_ text: Text, open: String, close: String, item: (start: String, end: String)) -> String {
    var result = ""
    var depth = 0
    for block in text.blocks {
      var level = 0
      if case .listItem(let depth) = block.kind { level = depth }
      while depth > level {
        result += item.end + close
        depth -= 1
      }
      if level > 0, depth == level { result += item.end }
      while depth < level {
        depth += 1
        result += open + (depth < level ? item.start : "")
      }
      let words = words(block, text)
      switch block.kind {
      case .heading(let level): result += "<h\(min(level, 6))>\(words)</h\(min(level, 6))>"
      case .paragraph: result += "<p>\(words)</p>"
      case .listItem: result += item.start + "<p>\(words)</p>"
      case .tableRow:
        let cells = words.split(separator: "\t").map { "<td><p>\($0)</p></td>" }
        result += "<table><tr>\(cells.joined())</tr></table>"
      }
    }
    while depth > 0 {
      result += item.end + close
      depth -= 1
    }
    return result
  }

  private static func html(_ text: Text) -> [UInt8] {
    let body = lists(text, open: "<ul>", close: "</ul>", item: ("<li>", "</li>"))
    return Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8)
  }

  private static func odt(_ text: Text) -> [UInt8] {
    var body = lists(
      text, open: "<text:list>", close: "</text:list>", item: ("<text:list-item>", "</text:list-item>"))
    body = body.replacing(/<h(\d)>/) { "<text:h text:outline-level=\"\($0.1)\">" }.replacing(
      /<\/h\d>/, with: "</text:h>")
    for (tag, name) in ["p": "text:p", "table": "table:table", "tr": "table:table-row", "td": "table:table-cell"] {
      body = body.replacing("<\(tag)>", with: "<\(name)>").replacing("</\(tag)>", with: "</\(name)>")
    }
    return OfficeFile.odt(body)
  }

  private static func docx(_ text: Text) -> [UInt8] {
    let body = text.blocks.map { block in
      let run = OfficeFile.r(words(block, text))
      switch block.kind {
      case .heading(let level):
        return OfficeFile.p(run, properties: "<w:outlineLvl w:val=\"\(level - 1)\"/>")
      case .paragraph: return OfficeFile.p(run)
      case .listItem(let depth): return OfficeFile.item(words(block, text), list: 2, level: min(depth - 1, 2))
      case .tableRow:
        let cells = words(block, text).split(separator: "\t").map {
          "<w:tc>\(OfficeFile.p(OfficeFile.r(String($0))))</w:tc>"
        }
        return "<w:tbl><w:tr>\(cells.joined())</w:tr></w:tbl>"
      }
    }
    return OfficeFile.docx(body.joined(), OfficeFile.lists)
  }
}
