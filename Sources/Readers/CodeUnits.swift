import SourceText

/// Code points of a file in UTF-16, UTF-32, Windows-1252 or an encoding that it names, each with its bytes.
struct CodeUnits {
  private let buffer: UnsafeBufferPointer<UInt8>
  private let encoding: TextEncoding
  private let declared: DeclaredEncoding?
  private var at: Int

  /// - Parameter declared: what decodes `.declared`.
  init(
    _ buffer: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, from start: Int, declared: DeclaredEncoding? = nil
  ) {
    self.declared = declared
    self.buffer = buffer
    self.encoding = encoding
    at = start
  }

  /// The unit that `next` will begin with; nil at the end.
  var peek: UInt32? {
    at + encoding.unitLength <= buffer.count ? unit(at) : nil
  }

  /// The next code point; `UTF8Decoding.invalid` for bytes that are none.
  mutating func next() -> (value: UInt32, origin: TextRange)? {
    guard at < buffer.count else { return nil }
    let start = at
    let length = encoding.unitLength
    guard at + length <= buffer.count else {
      at = buffer.count
      return (UTF8Decoding.invalid, TextRange(start: start, end: at))
    }
    var value = unit(at)
    at += length
    switch encoding {
    case .windows1252: value = Self.windows1252(value)
    case .declared:
      guard let declared else { break }
      (value, at) = declared.scalar(buffer, at: start)
    case .utf16LittleEndian, .utf16BigEndian:
      guard value & 0xF800 == 0xD800 else { break }
      if value < 0xDC00, let low = peek, low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        at += length
      } else {
        value = UTF8Decoding.invalid
      }
    case .utf32LittleEndian, .utf32BigEndian, .utf8:
      if Unicode.Scalar(value) == nil { value = UTF8Decoding.invalid }
    }
    return (value, TextRange(start: start, end: at))
  }

  private func unit(_ offset: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<encoding.unitLength {
      let position = encoding.isBigEndian ? index : encoding.unitLength - 1 - index
      value = value << 8 | UInt32(buffer[offset + position])
    }
    return value
  }

  /// 0x80 to 0x9F of Windows-1252; 0 where nothing is assigned. The rest is Latin-1.
  private static let table: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static func windows1252(_ byte: UInt32) -> UInt32 {
    guard (0x80..<0xA0).contains(byte) else { return byte }
    let value = table[Int(byte) - 0x80]
    return value == 0 ? UTF8Decoding.invalid : value
  }
}
