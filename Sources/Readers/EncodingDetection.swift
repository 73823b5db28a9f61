import SourceText

/// Which encoding a text file's bytes are in, and whether they are text at all.
struct EncodingDetection {
  let encoding: TextEncoding
  /// Length of the byte order mark.
  let markLength: Int
  /// The look over the bytes, for UTF-8.
  let scan: UTF8Scan?
  /// True if the bytes are no text.
  let isBinary: Bool

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    if let (encoding, length) = Self.byMark(buffer) {
      self.encoding = encoding
      markLength = length
      scan = encoding == .utf8 ? UTF8Scan(buffer, from: length) : nil
      isBinary = scan.map { Self.isBinary($0, count: buffer.count) } ?? false
      return
    }
    markLength = 0
    if let wide = Self.byNulls(buffer) {
      (encoding, scan, isBinary) = (wide, nil, false)
      return
    }
    let scan = UTF8Scan(buffer, from: 0)
    self.scan = scan
    isBinary = Self.isBinary(scan, count: buffer.count)
    let isMostlyUTF8 = scan.invalid == 0 || scan.multibyte >= scan.invalid || (scan.invalid == 1 && scan.endsInside)
    encoding = isMostlyUTF8 ? .utf8 : .windows1252
  }

  private static func byMark(_ buffer: UnsafeBufferPointer<UInt8>) -> (TextEncoding, Int)? {
    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    for encoding in [TextEncoding.utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .utf8] {
      let mark = encoding.byteOrderMark
      if buffer.starts(with: mark) { return (encoding, mark.count) }
    }
    return nil
  }

  /// UTF-16 and UTF-32 without a mark: Latin letters leave NUL bytes at the same place of each unit.
  private static func byNulls(_ buffer: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let count = min(buffer.count, 4096) / 4 * 4
    guard count >= 8 else { return shortWide(buffer) }
    var nulls = [0, 0, 0, 0]
    for index in 0..<count where buffer[index] == 0 { nulls[index & 3] += 1 }
    let units = count / 4
    let many = units * 7 / 10
    let few = units / 10
    if nulls[2] > many, nulls[3] > many, nulls[0] <= few {
      return nulls[1] > few ? .utf32LittleEndian : nil
    }
    if nulls[0] > many, nulls[1] > many, nulls[3] <= few {
      return nulls[2] > few ? .utf32BigEndian : nil
    }
    if nulls[1] + nulls[3] > 2 * many, nulls[0] + nulls[2] <= 2 * few { return .utf16LittleEndian }
    if nulls[0] + nulls[2] > 2 * many, nulls[1] + nulls[3] <= 2 * few { return .utf16BigEndian }
    return nil
  }

  /// The same for a few bytes: every unit must fit.
  private static func shortWide(_ buffer: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard buffer.count >= 4, buffer.count % 2 == 0 else { return nil }
    let pairs = stride(from: 0, to: buffer.count, by: 2)
    if pairs.allSatisfy({ buffer[$0] >= 0x09 && buffer[$0 + 1] == 0 }) { return .utf16LittleEndian }
    if pairs.allSatisfy({ buffer[$0] == 0 && buffer[$0 + 1] >= 0x09 }) { return .utf16BigEndian }
    return nil
  }

  /// A stray control character in a long text is no more than that; NUL bytes weigh more.
  private static func isBinary(_ scan: UTF8Scan, count: Int) -> Bool {
    scan.nulls * 1000 > count || scan.controls * 50 > count
  }
}
