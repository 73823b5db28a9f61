import Foundation
import Readers
import SourceText
import TestSupport
import Testing

/// Odd input: nothing traps, the laws hold, the work stays in step with the size.
@Suite struct HostileTests {
  private static let pieces: [String] = [
    "\n", "\n\n", "\r\n", " ", "  ", "\t", "|", "> ", "- ", "• ", "1. ", "(a) ", "ii) ", "☐ ", "[x] ", "( ) ", "____ ",
    ":", ";", ".", ", and", "# ", "====", "**", "_", "`", "[", "](", ")", "<", ">", "<!--", "-->", "&amp;", "\\", "~~",
    "We may share ", "your data ", "Title Case ", "CAPITALS ", "infor-\n", "mation ", "\u{AD}", "\u{FB01}", "\u{A0}",
    "é", "研究", "😀", "```\n", "---\n", "| a | b |\n|---|---|\n", "Yes", "No", "[r]: x\n",
  ]

  @Test("Random bytes", arguments: 0..<20)
  func randomBytes(part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    for _ in 0..<100 {
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      for format in [nil, DocumentFormat.text, .markdown] { _ = read(bytes, format: format) }
    }
  }

  @Test("Random pieces of documents", arguments: 0..<20)
  func randomPieces(part: Int) {
    var random = SeededGenerator(seed: 1000 + UInt64(part))
    for _ in 0..<100 {
      let count = Int.random(in: 0...60, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      for format in [DocumentFormat.text, .markdown] { _ = read(Array(text.utf8), format: format) }
    }
  }

  @Test("Every truncation of a sample", arguments: [DocumentFormat.text, .markdown])
  func truncations(format: DocumentFormat) {
    let sample = BlockTests.samples.map(\.text).joined(separator: "\n\n") + "\n\n**a** [b](c) &amp; `d` “é” \u{FB01}"
    let bytes = Array(sample.utf8)
    for count in 0...bytes.count { _ = read(Array(bytes[..<count]), format: format) }
  }

  @Test("One line of 20 MB is one segment and one block")
  func longLine() {
    let words = Array("We may share your data with our partners. ".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20_000_000 + words.count)
    while bytes.count < 20_000_000 { bytes += words }
    let result = Reader.read(SourceDocument(name: "long.txt", bytes: bytes))
    #expect(result.text.map.segments.count == 1)
    #expect(result.text.blocks.count == 1)
    #expect(result.problems.isEmpty)
  }

  @Test(
    "Signs that never close do not multiply the work",
    arguments: [
      "[", "*a ", "**a _b ", "`", "``a", "<!--", "<a ", "[a](b", "![", "&a", "~~a ", "> ", "- ", "\\", "|", "(", "☐ ",
      "1. a:\n",
    ])
  func unclosed(piece: String) {
    for (count, format) in [(4000, DocumentFormat.text), (4000, .markdown)] {
      let text = String(repeating: piece, count: count)
      let result = read(Array(text.utf8), format: format)
      #expect(result.text.map.segments.count <= 2 * count + 2)
      #expect(result.text.blocks.count <= count + 1)
    }
  }

  @Test("Twice the text gives twice the blocks and segments", arguments: [DocumentFormat.text, .markdown])
  func linear(format: DocumentFormat) {
    let once = BlockTests.samples.map(\.text).joined(separator: "\n\n") + "\n\nThe end has come.\r\n\r\n"
    let single = read(Array(once.utf8), format: format)
    let double = read(Array((once + once).utf8), format: format)
    #expect(double.text.blocks.count <= 2 * single.text.blocks.count + 2)
    #expect(double.text.map.segments.count <= 2 * single.text.map.segments.count + 2)
  }
}

/// The real forms, where they are at hand.
@Suite struct RealFormTests {
  @Test("Every form is read whole", .enabled(if: Shared.isThere, "needs the folder of real forms"))
  func forms() throws {
    for url in try Shared.formTexts() {
      let bytes = [UInt8](try Data(contentsOf: url))
      let result = read(bytes)
      #expect(result.problems.allSatisfy { !$0.hidesText }, "\(url.lastPathComponent)")
      // Every letter is in some block.
      let inside = result.text.blocks.reduce(0) { total, block in
        total + result.text.bytes[block.range.start..<block.range.end].count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      }
      let all = result.text.bytes.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      #expect(Double(inside) >= 0.98 * Double(all), "\(url.lastPathComponent)")
    }
  }
}
