import SourceText

/// How a position's characters are counted. Agreed on when a session begins.
public enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// Units of the characters that begin in `bytes`, which are UTF-8.
  func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    switch self {
    case .utf8: return range.count
    case .utf16, .utf32:
      let count = CodePoints.count(bytes, from: range.lowerBound, to: range.upperBound)
      // Four bytes in UTF-8, the first of them 1111xxxx, are a pair in UTF-16.
      // Without them, and as a rule, each byte is a character.
      guard self == .utf16, count < range.count else { return count }
      return count + bytes[range].count { $0 >= 0xF0 }
    }
  }

  /// The offset `units` behind the start of `range`; never inside a character, and at most the range's end.
  func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after units: Int) -> Int {
    var at = range.lowerBound
    var left = units
    // Eight bytes of ASCII at a time: a text may be one long line.
    let raw = UnsafeRawBufferPointer(bytes)
    while left >= 8, at + 8 <= range.upperBound,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
      left -= 8
    }
    while at < range.upperBound, left > 0 {
      var next = at + 1
      while next < range.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
      let size = count(bytes, at..<next)
      // A position inside a character means its start.
      guard size <= left else { return at }
      left -= size
      at = next
    }
    return at
  }
}
