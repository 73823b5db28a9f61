import SourceText

/// Character references: `&amp;`, `&#8217;`, `&#x2019;`.
enum CharacterReferences {
  /// The UTF-8 of the reference at `at` and where it ends; nil if it is none, or a name that is not known.
  /// Signs that a reader would undo are undone here too.
  static func decode(_ bytes: Bytes, at: Int) -> (text: [UInt8], end: Int)? {
    var end = at + 1
    while end - at <= 32, bytes[end] != 0x3B,
      bytes[end] == 0x23 || Bytes.isLetter(bytes[end]) || Bytes.isDigit(bytes[end])
    {
      end += 1
    }
    guard bytes[end] == 0x3B, end > at + 1 else { return nil }
    let name = String(decoding: (at + 1..<end).map { bytes[$0] }, as: UTF8.self)
    guard let value = value(name) else { return nil }
    return (text(value), end + 1)
  }

  private static func value(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
    return Unicode.Scalar(value) == nil || value == 0 ? 0xFFFD : value
  }

  private static func text(_ value: UInt32) -> [UInt8] {
    switch Signs.action(value, after: 0x20) {
    case .drop: return []
    case .become(let string): return string.withUTF8Buffer { Array($0) }
    case .keep: return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }
  }

  /// The names that documents in the languages of Western Europe use.
  private static let names: [String: UInt32] = [
    "AMP": 0x26, "Aacute": 0xC1, "Agrave": 0xC0, "Auml": 0xC4, "Ccedil": 0xC7, "Eacute": 0xC9, "Egrave": 0xC8,
    "GT": 0x3E, "Iacute": 0xCD, "LT": 0x3C, "Ntilde": 0xD1, "Oacute": 0xD3, "Ouml": 0xD6, "Uacute": 0xDA,
    "Uuml": 0xDC, "aacute": 0xE1, "acirc": 0xE2, "aelig": 0xE6, "agrave": 0xE0, "amp": 0x26, "apos": 0x27,
    "aring": 0xE5, "atilde": 0xE3, "auml": 0xE4, "bdquo": 0x201E, "bull": 0x2022, "ccedil": 0xE7, "cent": 0xA2,
    "check": 0x2713, "copy": 0xA9, "deg": 0xB0, "divide": 0xF7, "eacute": 0xE9, "ecirc": 0xEA, "egrave": 0xE8,
    "emsp": 0x2003, "ensp": 0x2002, "euml": 0xEB, "euro": 0x20AC, "frac12": 0xBD, "frac14": 0xBC, "ge": 0x2265,
    "gt": 0x3E, "hellip": 0x2026, "iacute": 0xED, "icirc": 0xEE, "iexcl": 0xA1, "igrave": 0xEC, "iquest": 0xBF,
    "iuml": 0xEF, "laquo": 0xAB, "ldquo": 0x201C, "le": 0x2264, "lrm": 0x200E, "lsaquo": 0x2039, "lsquo": 0x2018,
    "lt": 0x3C, "mdash": 0x2014, "micro": 0xB5, "middot": 0xB7, "minus": 0x2212, "nbsp": 0xA0, "ndash": 0x2013,
    "ne": 0x2260, "ntilde": 0xF1, "oacute": 0xF3, "ocirc": 0xF4, "oelig": 0x153, "ograve": 0xF2, "ordf": 0xAA,
    "ordm": 0xBA, "otilde": 0xF5, "ouml": 0xF6, "para": 0xB6, "plusmn": 0xB1, "pound": 0xA3, "quot": 0x22,
    "raquo": 0xBB, "rarr": 0x2192, "rdquo": 0x201D, "reg": 0xAE, "rlm": 0x200F, "rsaquo": 0x203A, "rsquo": 0x2019,
    "sbquo": 0x201A, "sect": 0xA7, "shy": 0xAD, "szlig": 0xDF, "thinsp": 0x2009, "times": 0xD7, "trade": 0x2122,
    "uacute": 0xFA, "ucirc": 0xFB, "ugrave": 0xF9, "uuml": 0xFC, "yacute": 0xFD, "yen": 0xA5, "yuml": 0xFF,
    "zwj": 0x200D, "zwnj": 0x200C,
  ]
}
