import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A view of a text's bytes that gives 0 outside of its bounds, so that looking ahead needs no checks.
struct Bytes {
  let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  var count: Int { buffer.count }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < buffer.count ? buffer[offset] : 0
  }

  /// Offset of the first `byte` in `start..<end`, or `end`.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    let end = min(end, count)
    guard start < end, let base = buffer.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
      return end
    }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// True if the text at `offset` is `string`, ASCII letters in any case.
  func matches(_ string: StaticString, at offset: Int) -> Bool {
    string.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where Bytes.lowered(self[offset + index]) != byte { return false }
      return true
    }
  }

  /// True if the bytes before `end` are `string` (given in lower case), ASCII letters in any case.
  func ends(with string: StaticString, at end: Int) -> Bool {
    matches(string, at: end - string.utf8CodeUnitCount)
  }

  /// `range` without spaces, tabs and line ends at both ends.
  func trimmed(_ range: TextRange) -> TextRange {
    var start = range.start
    var end = range.end
    while start < end, Bytes.isSpace(self[start]) { start += 1 }
    while end > start, Bytes.isSpace(self[end - 1]) { end -= 1 }
    return TextRange(start: start, end: end)
  }

  /// The code point at `offset`; nil at the end. The text is valid UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < count else { return nil }
    return Unicode.Scalar(UTF8Decoding.scalar(buffer, at: offset, end: count).value)
  }

  /// Code points in `range`.
  func scalarCount(_ range: TextRange) -> Int {
    CodePoints.count(buffer, from: range.start, to: range.end)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

/// The case of a letter, as far as it has one.
enum LetterCase { case lower, upper, none }

extension Bytes {
  /// The case of the code point at `offset`.
  func letterCase(at offset: Int) -> LetterCase {
    let byte = self[offset]
    if byte < 0x80 { return Bytes.isLower(byte) ? .lower : Bytes.isUpper(byte) ? .upper : .none }
    guard let scalar = scalar(at: offset) else { return .none }
    // Hebrew to Thai, signs, and Chinese have no case; asking the tables is slow.
    if (0x0590..<0x10A0).contains(scalar.value) || (0x2000..<0x2C00).contains(scalar.value)
      || (0x2E80..<0xA640).contains(scalar.value)
    {
      return .none
    }
    let properties = scalar.properties
    return properties.isLowercase ? .lower : properties.isUppercase ? .upper : .none
  }
}
