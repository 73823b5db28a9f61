/// The encoding that a file's bytes were read in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case windows1252 = "Windows-1252"
  /// One that the document names itself, such as Windows-1251 or Shift_JIS. Columns count its bytes.
  case declared = "declared"

  /// Bytes in one code unit.
  public var unitLength: Int {
    switch self {
    case .utf8, .windows1252, .declared: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    }
  }

  /// True if a unit's low byte comes last.
  public var isBigEndian: Bool {
    self == .utf16BigEndian || self == .utf32BigEndian
  }

  /// The byte order mark that says this encoding; empty where there is none.
  public var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .windows1252, .declared: []
    }
  }
}
