import SourceText

/// A place in a document: line and character from 0, the character in units of the session's encoding.
public struct LSPPosition: Sendable, Equatable, Comparable {
  public var line: Int
  public var character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  public static func < (a: LSPPosition, b: LSPPosition) -> Bool {
    (a.line, a.character) < (b.line, b.character)
  }
}

/// A document's text in UTF-8 with its lines, which end in LF, CRLF or CR.
///
/// An edit costs a move of the bytes behind it; lines are only looked for around it.
public struct TextBuffer: Sendable {
  public private(set) var bytes: [UInt8]
  /// Offsets of the lines' first bytes.
  private var lineStarts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [0]
    appendLines(in: 0..<bytes.count, to: &lineStarts)
  }

  public var lineCount: Int { lineStarts.count }

  /// Appends the starts of lines whose ends lie in `range`.
  private func appendLines(in range: Range<Int>, to starts: inout [Int]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        if index + 8 <= range.upperBound, !Self.mayHoldLineEnd(bytes, index) {
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
          starts.append(index + 1)
        }
        index += 1
      }
    }
  }

  /// False if none of the eight bytes at `index` is a control character: one long line may be edited often.
  private static func mayHoldLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // The top bit of a byte is set if the byte is below 0x10.
    return (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Puts `text` in the place of the bytes in `range`.
  public mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    let range = range.clamped(to: 0..<bytes.count)
    let shift = text.count - range.count
    // A CR before the edit may become, or stop being, the first half of a line end: so look from one line before
    // to one line behind.
    let first = max(0, line(at: range.lowerBound) - 1)
    let last = min(lineStarts.count - 1, line(at: range.upperBound) + 1)
    let oldEnd = last + 1 < lineStarts.count ? lineStarts[last + 1] : bytes.count
    bytes.replaceSubrange(range, with: text)
    var middle: [Int] = []
    appendLines(in: lineStarts[first]..<(oldEnd + shift), to: &middle)
    // The start of the line behind is among those found, unless the text ends there.
    let behind = min(last + 2, lineStarts.count)
    if shift != 0 { for index in behind..<lineStarts.count { lineStarts[index] += shift } }
    lineStarts.replaceSubrange((first + 1)..<behind, with: middle)
  }

  /// The line that holds byte `offset`, from 0.
  public func line(at offset: Int) -> Int { lineStarts.lastIndex(upTo: offset) }

  /// The bytes of a line without its end; empty behind the last line.
  public func contents(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    if line + 1 < lineStarts.count {
      end -= 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// The offset of a position. Lines behind the last mean the end of the text, characters behind a line's end that end.
  public func offset(of position: LSPPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    let line = contents(ofLine: position.line)
    return bytes.withUnsafeBufferPointer { encoding.offset($0, line, after: max(0, position.character)) }
  }

  /// The position of byte `offset`; offsets behind the end give the end.
  public func position(of offset: Int, _ encoding: PositionEncoding) -> LSPPosition {
    let offset = max(0, min(offset, bytes.count))
    let line = line(at: offset)
    let end = min(offset, contents(ofLine: line).upperBound)
    let count = bytes.withUnsafeBufferPointer { encoding.count($0, lineStarts[line]..<max(end, lineStarts[line])) }
    return LSPPosition(line: line, character: count)
  }

  /// The positions of two places whose lines and columns are known.
  func positions(
    of start: LineIndex.Position, to end: LineIndex.Position, _ encoding: PositionEncoding
  ) -> (start: LSPPosition, end: LSPPosition) {
    if let first = position(ofASCII: start), let last = position(ofASCII: end) { return (first, last) }
    return positions(of: start.byte, to: end.byte, encoding)
  }

  /// The position of a place that has nothing but ASCII before it in its line, so that its column is the same whatever
  /// is counted; else nil.
  private func position(ofASCII place: LineIndex.Position) -> LSPPosition? {
    let (line, character) = (place.line - 1, place.column - 1)
    guard lineStarts.indices.contains(line), place.byte == lineStarts[line] + character else { return nil }
    return LSPPosition(line: line, character: character)
  }

  /// The positions of the two ends of a range; quicker than one after the other where they are in one line.
  func positions(of start: Int, to end: Int, _ encoding: PositionEncoding) -> (start: LSPPosition, end: LSPPosition) {
    let first = position(of: start, encoding)
    let line = contents(ofLine: first.line)
    guard start >= line.lowerBound, end >= start, end <= line.upperBound else {
      return (first, position(of: end, encoding))
    }
    let more = bytes.withUnsafeBufferPointer { encoding.count($0, start..<end) }
    return (first, LSPPosition(line: first.line, character: first.character + more))
  }
}
