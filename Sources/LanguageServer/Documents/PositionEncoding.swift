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
      var count = 0
      var index = range.lowerBound
      let raw = UnsafeRawBufferPointer(bytes)
      let tops: UInt64 = 0x8080_8080_8080_8080
      while index + 8 <= range.upperBound {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A continuation byte is 10xxxxxx.
        count += 8 - (word & ~(word &<< 1) & tops).nonzeroBitCount
        // Four bytes in UTF-8, the first of them 1111xxxx, are a pair in UTF-16.
        if self == .utf16 { count += (word & (word &<< 1) & (word &<< 2) & (word &<< 3) & tops).nonzeroBitCount }
        index += 8
      }
      while index < range.upperBound {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte >= 0xF0, self == .utf16 { count += 1 }
        index += 1
      }
      return count
    }
  }

  /// The offset `units` behind the start of `range`; never inside a character, and at most the range's end.
  func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after units: Int) -> Int {
    var at = range.lowerBound
    var left = units
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
