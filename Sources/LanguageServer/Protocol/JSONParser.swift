/// Reads JSON (RFC 8259) into a value. Linear in the input; never traps.
public struct JSONParser {
  /// What is wrong, and at which byte.
  public struct Failure: Error, Equatable {
    public var offset: Int
    public var message: String
  }

  /// Deeper values are refused: a stack has an end, and no message is so deep.
  static let deepest = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// The value that `bytes` are; there may be white space around it, and nothing else.
  public static func parse(_ bytes: [UInt8]) throws(Failure) -> JSON {
    let result: Result<JSON, Failure> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(Failure) {
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        return parser.at == buffer.count ? .success(value) : .failure(parser.failure("something after the value"))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private func failure(_ message: String) -> Failure {
    Failure(offset: at, message: message)
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSON {
    skipSpace()
    guard depth < Self.deepest else { throw failure("too deep") }
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
    let isThere = word.withUTF8Buffer { word in
      bytes.count - at >= word.count && word.indices.allSatisfy { bytes[at + $0] == word[$0] }
    }
    guard isThere else { throw failure("an unknown word") }
    at += word.utf8CodeUnitCount
    return value
  }

  private mutating func object(depth: Int) throws(Failure) -> JSON {
    var members: [JSON.Member] = []
    at += 1
    skipSpace()
    if current == UInt8(ascii: "}") {
      at += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("a key must be a string") }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("a colon is missing") }
      at += 1
      members.append(JSON.Member(key: key, value: try value(depth: depth + 1)))
      guard try goesOn(closing: UInt8(ascii: "}")) else { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(Failure) -> JSON {
    var values: [JSON] = []
    at += 1
    skipSpace()
    if current == UInt8(ascii: "]") {
      at += 1
      return .array(values)
    }
    while true {
      values.append(try value(depth: depth + 1))
      guard try goesOn(closing: UInt8(ascii: "]")) else { return .array(values) }
    }
  }

  /// True behind a comma, false behind `closing`.
  private mutating func goesOn(closing: UInt8) throws(Failure) -> Bool {
    skipSpace()
    guard let byte = current, byte == closing || byte == UInt8(ascii: ",") else { throw failure("a comma is missing") }
    at += 1
    return byte != closing
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = at
    var isInteger = true
    while let byte = current, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
      if byte == 0x2E || byte | 0x20 == 0x65 { isInteger = false }
      at += 1
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    // Swift would also take "+1".
    guard let first = text.utf8.first, first != UInt8(ascii: "+") else { throw failure("no value") }
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw failure("no number") }
    return .number(value)
  }

  // MARK: Strings

  private mutating func string() throws(Failure) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
    guard at < bytes.count else { throw failure("a string has no end") }
    if bytes[at] == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var unescaped = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: unescaped, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { try escape(into: &unescaped) } else { unescaped.append(byte) }
    }
    throw failure("a string has no end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard let byte = current else { throw failure("a string has no end") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u") {
        let before = at
        at += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          at = before
        }
      }
      // Half a pair becomes one replacement character: it counts as one UTF-16 unit on both sides.
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw failure("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard bytes.count - at >= 4 else { throw failure("an escape has no end") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw failure("no hexadecimal digit")
      }
      at += 1
    }
    return value
  }
}
