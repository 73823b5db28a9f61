import SourceText

extension Bytes {
  /// Offset of the first remark's mark in `start..<end`; nil if there is none. Only its colon is looked for, by the
  /// system's own search: a form has few.
  func remarkMark(from start: Int, to end: Int) -> Int? {
    let end = min(end, count)
    let length = Remark.mark.utf8CodeUnitCount
    var colon = first(0x3A, from: start + length - 1, to: end)
    while colon < end {
      let mark = colon + 1 - length
      if self[mark] == 0x63, matches(Remark.mark, at: mark) { return mark }
      colon = first(0x3A, from: colon + 1, to: end)
    }
    return nil
  }

  /// The remark that the bytes in `range`, an HTML comment, are; nil if they are none.
  func remark(inComment range: TextRange, bond: Remark.Bond) -> Remark? {
    guard range.length >= 7, matches("<!--", at: range.start), ends(with: "-->", at: range.end) else { return nil }
    let words = trimmed(TextRange(start: range.start + 4, end: range.end - 3))
    guard remarkMark(from: words.start, to: words.end) == words.start else { return nil }
    return Remark(text: remarkText(words), origin: range, bond: bond)
  }

  /// What stands behind the mark at the start of `range`.
  func remarkText(_ range: TextRange) -> String {
    let rest = trimmed(TextRange(start: range.start + Remark.mark.utf8CodeUnitCount, end: range.end))
    return String(decoding: buffer[rest.start..<max(rest.start, rest.end)], as: UTF8.self)
  }
}

/// Remarks in plain text: HTML comments, and lines of their own behind signs that begin a comment elsewhere.
struct PlainTextRemarks {
  private(set) var remarks: [Remark] = []
  /// Takes them out of the text, with the lines that hold nothing else.
  private(set) var edits: [TextEdit] = []

  init(_ bytes: Bytes) {
    var at = 0
    while let mark = bytes.remarkMark(from: at, to: bytes.count) {
      at = mark + 1
      guard let (remark, lines) = Self.comment(around: mark, bytes) ?? Self.line(around: mark, bytes) else { continue }
      remarks.append(remark)
      edits.append(TextEdit(range: lines))
      at = max(at, lines.end)
    }
  }

  private typealias Found = (remark: Remark, lines: TextRange)

  /// The HTML comment that begins with the mark.
  private static func comment(around mark: Int, _ bytes: Bytes) -> Found? {
    var start = mark
    while start > 0, Bytes.isSpace(bytes[start - 1]) { start -= 1 }
    guard bytes.ends(with: "<!--", at: start) else { return nil }
    start -= 4
    var end = bytes.first(0x3E, from: mark, to: bytes.count)
    while end < bytes.count, bytes[end - 1] != 0x2D || bytes[end - 2] != 0x2D {
      end = bytes.first(0x3E, from: end + 1, to: bytes.count)
    }
    guard end < bytes.count else { return nil }
    let range = TextRange(start: start, end: end + 1)
    return bytes.remark(inComment: range, bond: .line).map { ($0, withEmptyLine(range, bytes)) }
  }

  /// The line that holds nothing but the mark, what follows it, and signs before it.
  private static func line(around mark: Int, _ bytes: Bytes) -> Found? {
    var start = mark
    while start > 0, "#/*([{-;% \t".utf8.contains(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    let lineEnd = bytes.first(0x0A, from: mark, to: bytes.count)
    var words = bytes.trimmed(TextRange(start: mark, end: lineEnd))
    let signs = bytes.trimmed(TextRange(start: start, end: mark))
    if signs.length > 0 {
      let closers: [UInt8: [UInt8]] = [0x28: [0x29], 0x5B: [0x5D], 0x7B: [0x7D], 0x2F: [0x2A, 0x2F], 0x2D: [0x2D]]
      for closer in closers[bytes[signs.start]]?.reversed() ?? [] where bytes[words.end - 1] == closer {
        words.end -= 1
      }
    }
    let range = TextRange(start: signs.length > 0 ? signs.start : mark, end: lineEnd)
    return (
      Remark(text: bytes.remarkText(words), origin: bytes.trimmed(range), bond: .line), withEmptyLine(range, bytes)
    )
  }

  /// `range`, with its line's end if the line holds nothing else.
  private static func withEmptyLine(_ range: TextRange, _ bytes: Bytes) -> TextRange {
    var start = range.start
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = range.end
    while bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard start == 0 || bytes[start - 1] == 0x0A, end >= bytes.count || bytes[end] == 0x0A else { return range }
    return TextRange(start: start, end: min(end + 1, bytes.count))
  }
}
