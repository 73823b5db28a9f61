/// Cuts a stream of bytes into the bodies of messages, as the base protocol frames them. Reads may end anywhere.
///
/// A stream with wrong headers is taken up again at the next `Content-Length`: one client's slip must not end a session.
public struct MessageFramer {
  public enum Piece: Equatable {
    case body([UInt8])
    /// Something that is no header was left out; the text says what is wrong with it.
    case fault(String)
  }

  /// Bytes of the largest body. Larger ones are refused: the length is more likely broken than meant.
  static let largestBody = 256 << 20
  /// Bytes of the largest header; what comes before one is looked through in pieces of this size.
  static let largestHeader = 8 << 10

  private static let name = Array("content-length:".utf8)

  private var buffer: [UInt8] = []
  /// What of the buffer is used up.
  private var at = 0
  /// Length of the body that comes next, once its header was read.
  private var expected: Int?
  /// True while bytes that are no header are left out, so that they are told of once.
  private var isLost = false

  public init() {}

  /// Adds what was read.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if at > 0 {
      buffer.removeSubrange(..<at)
      at = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next whole piece; nil if more must be read first.
  public mutating func next() -> Piece? {
    while true {
      if let length = expected {
        guard buffer.count - at >= length else { return nil }
        defer {
          at += length
          expected = nil
          isLost = false
        }
        return .body(Array(buffer[at..<at + length]))
      }
      guard let step = readHeader() else { return nil }
      if case .fault(let text) = step { return .fault(text) }
    }
  }

  private enum Step {
    case header
    case fault(String)
  }

  /// Reads a header, or leaves out what is none; nil if more must be read first.
  private mutating func readHeader() -> Step? {
    guard let start = find(Self.name, from: at) else {
      // The end of the buffer may be the beginning of the name, behind other headers.
      let pending = buffer.count - at
      guard pending > Self.largestHeader else { return nil }
      at = buffer.count - Self.name.count
      return lost("no Content-Length in \(pending) bytes")
    }
    // Other headers may stand before; anything longer than a header is none.
    if start - at > Self.largestHeader || !isHeaderText(at..<start) {
      at = start
      if let fault = lost("bytes between messages that are no header") { return fault }
    }
    let valueStart = start + Self.name.count
    guard let end = headerEnd(from: valueStart) else {
      guard buffer.count - valueStart > Self.largestHeader else { return nil }
      at = valueStart
      return lost("a header without an end") ?? .header
    }
    let line = buffer[valueStart..<end.line]
    guard let length = Self.number(line), length <= Self.largestBody else {
      at = valueStart
      return lost("a Content-Length that is no number, or too large") ?? .header
    }
    at = end.block
    expected = length
    return .header
  }

  /// Tells of bytes that are left out, the first time.
  private mutating func lost(_ text: String) -> Step? {
    guard !isLost else { return nil }
    isLost = true
    return .fault(text)
  }

  /// True for lines of printable ASCII that each have a colon, or for nothing.
  private func isHeaderText(_ range: Range<Int>) -> Bool {
    let lines = buffer[range].split(separator: 0x0A)
    return lines.allSatisfy { line in
      line.allSatisfy { $0 == 0x0D || $0 == 0x09 || (0x20..<0x7F).contains($0) }
        && (line.contains(UInt8(ascii: ":")) || line.allSatisfy { $0 == 0x0D })
    }
  }

  /// The end of the header's first line and of the empty line behind all headers.
  private func headerEnd(from start: Int) -> (line: Int, block: Int)? {
    var firstLine: Int?
    var lineStart = start
    var index = start
    let limit = min(buffer.count, start + Self.largestHeader)
    while index < limit {
      if buffer[index] == 0x0A {
        let isEmpty = buffer[lineStart..<index].allSatisfy { $0 == 0x0D }
        if let firstLine, isEmpty { return (firstLine, index + 1) }
        firstLine = firstLine ?? index
        lineStart = index + 1
      }
      index += 1
    }
    return nil
  }

  private static func number(_ line: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    for byte in line where byte != 0x20 && byte != 0x09 && byte != 0x0D {
      guard (0x30...0x39).contains(byte), digits < 12 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 ? value : nil
  }

  /// Where `name` (in lower case) begins, whatever the case in the buffer.
  private func find(_ name: [UInt8], from start: Int) -> Int? {
    guard buffer.count - start >= name.count else { return nil }
    for index in start...(buffer.count - name.count) where buffer[index] | 0x20 == name[0] {
      let isName = name.indices.allSatisfy { offset in
        let byte = buffer[index + offset]
        return (0x41...0x5A).contains(byte) ? byte | 0x20 == name[offset] : byte == name[offset]
      }
      if isName { return index }
    }
    return nil
  }

  /// A message's header and body.
  public static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
