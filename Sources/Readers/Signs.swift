/// What becomes of a code point on the way into the text.
enum SignAction {
  case keep
  /// It is layout or invisible: it leaves no trace.
  case drop
  case become(StaticString)
}

/// The signs that typesetting, word processors and mail put into text, and what a reader takes them for.
///
/// Curly quotes and dashes stay: they mean something.
enum Signs {
  /// True for code points that may need an action; a quick look before `action`.
  @inline(__always)
  static func isSuspect(_ scalar: UInt32) -> Bool {
    if scalar < 0x2000 { return scalar <= 0xAD || scalar == 0x61C }
    return scalar <= 0x206F || scalar == 0x3000 || scalar >= 0xFB00
  }

  /// The action for `scalar`, which follows the byte `previous`. LF and tab are kept; CR is the caller's.
  static func action(_ scalar: UInt32, after previous: UInt8) -> SignAction {
    switch scalar {
    case 0x09, 0x0A: return .keep
    // Form feed, vertical tab, next line, line and paragraph separator.
    case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return .become("\n")
    case 0..<0x20, 0x7F..<0xA0: return .drop
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .become(" ")
    // Soft hyphen, zero-width space, marks of direction, word joiner, invisible operators, byte order mark.
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF: return .drop
    // Joiners have no meaning between Latin letters, but shape Persian and Indic ones.
    case 0x200C, 0x200D: return previous < 0x80 ? .drop : .keep
    case 0x2010, 0x2011: return .become("-")
    case 0xFB00...0xFB06: return .become(ligature(scalar))
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .become(halfWidth(scalar))
    default: return .keep
    }
  }

  /// `bytes`, which are valid UTF-8 and follow the byte `previous`, with the signs undone that `action` speaks of.
  static func undone(_ bytes: UnsafeBufferPointer<UInt8>, after previous: UInt8 = 0x20) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let (value, length) = UTF8Decoding.scalar(bytes, at: at, end: bytes.count)
      switch value == UTF8Decoding.invalid ? .become("\u{FFFD}") : action(value, after: result.last ?? previous) {
      case .keep: result.append(contentsOf: bytes[at..<at + length])
      case .drop: break
      case .become(let string): string.withUTF8Buffer { result.append(contentsOf: $0) }
      }
      at += length
    }
    return result
  }

  private static func ligature(_ scalar: UInt32) -> StaticString {
    switch scalar {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    default: "st"
    }
  }

  private static let ascii: [StaticString] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "", "", "", "", "", "",
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V",
    "W", "X", "Y", "Z", "", "", "", "", "", "",
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "w", "x", "y", "z",
  ]

  /// The ASCII letter or digit of a full-width one (U+FF10 is 0).
  private static func halfWidth(_ scalar: UInt32) -> StaticString {
    let index = Int(scalar) - 0xFF10
    return ascii.indices.contains(index) ? ascii[index] : ""
  }
}
