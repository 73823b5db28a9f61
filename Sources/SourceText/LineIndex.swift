/// Lines and columns of offsets in a file.
///
/// A look-up costs the logarithm of the line count and at most `stride` bytes, however long a line is.
public struct LineIndex: Sendable {
  /// A place a person can find: 1-based line and 1-based column in Unicode code points.
  public struct Position: Sendable, Equatable {
    public var byte: Int
    public var line: Int
    public var column: Int

    public init(byte: Int, line: Int, column: Int) {
      self.byte = byte
      self.line = line
      self.column = column
    }
  }

  /// Bytes between two checkpoints. A multiple of every unit length.
  private static let stride = 4096

  let bytes: [UInt8]
  let encoding: TextEncoding
  let lineStarts: [Int]
  /// Code points before each multiple of `stride`; empty where each unit is one code point.
  private let checkpoints: [Int]

  /// Indexes `bytes`, which are in `encoding`; lines end in LF, CRLF or CR. A byte order mark is column-less.
  public init(_ bytes: [UInt8], encoding: TextEncoding = .utf8) {
    self.bytes = bytes
    self.encoding = encoding
    let mark = encoding.byteOrderMark
    let first = !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
    (lineStarts, checkpoints) = bytes.withUnsafeBufferPointer { buffer in
      (
        encoding.unitLength == 1
          ? Self.byteLineStarts(buffer, first: first) : Self.unitLineStarts(buffer, encoding, first: first),
        Self.checkpoints(buffer, encoding)
      )
    }
  }

  /// The position of byte `offset`; offsets past the end give the end.
  public func position(of offset: Int) -> Position {
    let offset = max(0, min(offset, bytes.count))
    let line = lineStarts.lastIndex(upTo: offset)
    let column = offset <= lineStarts[line] ? 1 : codePoints(from: lineStarts[line], to: offset) + 1
    return Position(byte: offset, line: line + 1, column: column)
  }

  /// Code points that begin in `start..<end`. Most lines are short, so they are counted without the checkpoints.
  private func codePoints(from start: Int, to end: Int) -> Int {
    guard !checkpoints.isEmpty, end - start <= Self.stride else {
      return codePoints(before: end) - codePoints(before: start)
    }
    return bytes.withUnsafeBufferPointer { Self.count($0, encoding, from: start, to: end) }
  }

  /// Code points that begin before `offset`.
  private func codePoints(before offset: Int) -> Int {
    guard !checkpoints.isEmpty else { return offset / encoding.unitLength }
    let mark = min(offset / Self.stride, checkpoints.count - 1)
    return bytes.withUnsafeBufferPointer { buffer in
      checkpoints[mark] + Self.count(buffer, encoding, from: mark * Self.stride, to: offset)
    }
  }

  private static func checkpoints(_ buffer: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) -> [Int] {
    switch encoding {
    case .windows1252, .declared, .utf32LittleEndian, .utf32BigEndian: return []
    case .utf8, .utf16LittleEndian, .utf16BigEndian: break
    }
    var marks = [0]
    marks.reserveCapacity(buffer.count / stride + 1)
    var at = 0
    var total = 0
    while at + stride <= buffer.count {
      total += count(buffer, encoding, from: at, to: at + stride)
      at += stride
      marks.append(total)
    }
    return marks
  }

  /// Code points that begin in `start..<end`.
  private static func count(
    _ buffer: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, from start: Int, to end: Int
  ) -> Int {
    if encoding == .utf8 { return CodePoints.count(buffer, from: start, to: end) }
    var at = start
    var total = 0
    let high = encoding.isBigEndian ? 0 : 1
    while at + 1 < end {
      // The second half of a surrogate pair is no code point of its own.
      if buffer[at + high] & 0xFC != 0xDC { total += 1 }
      at += 2
    }
    return total
  }

  private static func byteLineStarts(_ buffer: UnsafeBufferPointer<UInt8>, first: Int) -> [Int] {
    var starts = [first]
    let raw = UnsafeRawBufferPointer(buffer)
    var at = first
    func take(_ offset: Int) {
      let byte = buffer[offset]
      guard byte == 0x0A || byte == 0x0D else { return }
      if byte == 0x0D, offset + 1 < buffer.count, buffer[offset + 1] == 0x0A { return }
      starts.append(offset + 1)
    }
    while at + 8 <= buffer.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let feed = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
      let ones: UInt64 = 0x0101_0101_0101_0101
      let found = ((feed &- ones) & ~feed) | ((carriage &- ones) & ~carriage)
      if found & 0x8080_8080_8080_8080 != 0 {
        for offset in at..<at + 8 { take(offset) }
      }
      at += 8
    }
    while at < buffer.count {
      take(at)
      at += 1
    }
    return starts
  }

  private static func unitLineStarts(
    _ buffer: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, first: Int
  ) -> [Int] {
    var starts = [first]
    let length = encoding.unitLength
    /// The unit at `offset` if it is below 256, else 255 (no line end).
    func unit(_ offset: Int) -> UInt8 {
      var other: UInt8 = 0
      let low = encoding.isBigEndian ? offset + length - 1 : offset
      for index in offset..<offset + length where index != low { other |= buffer[index] }
      return other == 0 ? buffer[low] : 255
    }
    var at = first
    while at + length <= buffer.count {
      let value = unit(at)
      let isPair = value == 0x0D && at + 2 * length <= buffer.count && unit(at + length) == 0x0A
      if value == 0x0A || (value == 0x0D && !isPair) { starts.append(at + length) }
      at += length
    }
    return starts
  }
}
