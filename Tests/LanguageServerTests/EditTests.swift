import Analysis
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Random edits, as a client sends them: the text is the one that a naive editor has, and what is said of it is what a
/// fresh analysis says.
@Suite struct EditTests {
  /// Words that make clauses, lists, boxes and odd lines; none of them is from a real form.
  static let pieces: [String] = [
    "Your scans may be used to train AI.", "We will not sell your data.", "You may opt out at any time.", " ", "\n",
    "\n\n", "\r\n", "\r", "\t", "- ", "(a) ", "1. ", "☐ ", "[ ] ", "# Sharing\n", "SHARING YOUR DATA\n",
    "We may share your records with:\n- our partners;\n- companies that make AI\n", "unless you agree ", "not ", "?",
    "Do you agree?\n☐ Yes\n☐ No, do not use my images\n", "Check the boxes below:\n", "\u{1F600}", "e\u{301}", "\u{E9}",
    "\u{2019}", "\u{AD}", "\u{200B}", "\u{FB01}", "\u{FEFF}", "a\u{0430}b", "> ", "| a | b |\n", "under-\nstand ",
    "____", "“Vendor” means ",
    "Acme, an outside company that makes AI, writes the software. ", "We may share your scans with Acme. ",
    "Acme (“we”, “us”) ", "Please initial the lines below:\n", "Use of my pictures for teaching\n",
    "[State who gets the data.]", ".", ";", ":",
    "Tick here if you would like us to keep your blood for other studies. ",
    "Images that identify you are kept for 50 years by the sponsor and its partners in other countries. ",
  ]

  /// The text as scalars, with the positions that a naive client counts.
  struct NaiveText {
    var scalars: [Unicode.Scalar] = []

    var string: String {
      var string = String.UnicodeScalarView()
      string.append(contentsOf: scalars)
      return String(string)
    }

    /// True inside a line end of two characters, where no position is.
    func isInsideLineEnd(_ index: Int) -> Bool {
      index > 0 && index < scalars.count && scalars[index] == "\n" && scalars[index - 1] == "\r"
    }

    func position(_ index: Int, _ encoding: PositionEncoding) -> LSPPosition {
      var position = LSPPosition(line: 0, character: 0)
      for at in 0..<index {
        let scalar = scalars[at]
        if scalar == "\n" || scalar == "\r" && !(at + 1 < scalars.count && scalars[at + 1] == "\n") {
          position = LSPPosition(line: position.line + 1, character: 0)
        } else if scalar != "\r" {
          switch encoding {
          case .utf8: position.character += UTF8.width(scalar)
          case .utf16: position.character += UTF16.width(scalar)
          case .utf32: position.character += 1
          }
        }
      }
      return position
    }
  }

  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32])
  func tenThousandEdits(encoding: PositionEncoding) throws {
    let linter = try TestClient.linter.get()
    var random = SeededGenerator(seed: UInt64(encoding.rawValue.utf8.last ?? 0))
    var text = NaiveText()
    var name = "file:///a.txt"
    var document = OpenDocument(uri: name, languageID: "plaintext", version: 0, text: "")
    let writer = DiagnosticWriter(
      client: ClientAbilities(.null), minimumLevel: .note, pages: RulePages(rules: [], surroundings: TestFiles()))
    var memory = DiagnosticMemory()
    for version in 1...3400 {
      if version % 400 == 0 {
        // A new document, sometimes of another format.
        name = ["file:///a.txt", "file:///a.md", "file:///a.html"][version / 400 % 3]
        text = NaiveText()
        document = OpenDocument(uri: name, languageID: "plaintext", version: 0, text: "")
      }
      var changes: [JSON] = []
      for _ in 0...Int.random(in: 0..<2, using: &random) {
        changes.append(Self.edit(&text, encoding, &random))
      }
      try document.apply(changes, version: version, encoding)
      try #require(document.buffer.bytes == Array(text.string.utf8), "version \(version)")
      let found = document.report(linter)
      let fresh = linter.check(document.source)
      try #require(Self.describe(found) == Self.describe(fresh), "version \(version)")
      let items = writer.items(for: found, in: document.buffer, uri: name, reusing: &memory)
      try #require(items == writer.items(for: fresh, in: document.buffer, uri: name), "version \(version)")
      let lines = TextBuffer(document.buffer.bytes)
      try #require(document.buffer.lineCount == lines.lineCount, "version \(version)")
      for index in stride(from: 0, to: text.scalars.count, by: 37) where !text.isInsideLineEnd(index) {
        let position = text.position(index, encoding)
        let offset = document.buffer.offset(of: position, encoding)
        try #require(document.buffer.position(of: offset, encoding) == position)
        try #require(lines.offset(of: position, encoding) == offset)
      }
    }
  }

  /// Puts a piece in, takes some text out, or both.
  private static func edit(
    _ text: inout NaiveText, _ encoding: PositionEncoding, _ random: inout SeededGenerator
  ) -> JSON {
    var start = Int.random(in: 0...text.scalars.count, using: &random)
    // Grow first, then take out more.
    let longest = text.scalars.count > 1200 ? 400 : 12
    var end = min(text.scalars.count, start + Int.random(in: 0...longest, using: &random))
    if text.isInsideLineEnd(start) { start -= 1 }
    if text.isInsideLineEnd(end) { end += 1 }
    let piece = Bool.random(using: &random) || end == start ? pieces.randomElement(using: &random) ?? "" : ""
    let range: JSON = [
      "start": text.position(start, encoding).json, "end": text.position(max(start, end), encoding).json,
    ]
    text.scalars.replaceSubrange(start..<max(start, end), with: piece.unicodeScalars)
    return ["range": range, "text": .string(piece)]
  }

  /// All that a report says, so that two can be compared.
  static func describe(_ report: DocumentReport) -> [String] {
    report.findings.map { finding in
      let captures = finding.captures.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
      return [
        finding.rule, finding.stance?.rawValue ?? "-", finding.level.rawValue, finding.message, finding.quote,
        finding.sentence, captures, finding.fingerprint, "\(finding.start.byte):\(finding.start.line)",
        "\(finding.start.column)", "\(finding.end.byte):\(finding.end.line):\(finding.end.column)",
        "\(finding.related)",
      ].joined(separator: "|")
    } + report.problems.map { "\($0)" } + ["\(report.facts) \(report.format) \(report.kind.map { "\($0)" } ?? "")"]
  }

  @Test func positionsOutOfRangeAreMovedInside() {
    let buffer = TextBuffer(Array("ab\u{1F600}c\r\nx".utf8))
    let offset = { buffer.offset(of: LSPPosition(line: $0, character: $1), .utf16) }
    #expect(offset(0, 99) == 7)
    #expect(offset(99, 0) == 10)
    #expect(offset(-1, 5) == 0)
    #expect(offset(0, -3) == 0)
    // Inside a pair means before it.
    #expect(offset(0, 3) == 2)
    #expect(offset(1, 0) == 9)
    #expect(offset(.max, .max) == 10)
  }
}
