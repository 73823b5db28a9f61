import CIconv

/// An encoding that a document names in its own bytes, where ASCII is ASCII: Windows-1251, ISO 8859-2, Shift_JIS.
final class DeclaredEncoding {
  let name: String
  private let converter: iconv_t
  /// What single bytes stand for, as far as it was asked; `UTF8Decoding.invalid` for those that begin more.
  private var single = [UInt32?](repeating: nil, count: 256)

  private static let longest = 4

  /// The encoding called `name`; nil if it is not known, or one that is read by its bytes anyway.
  init?(_ name: String) {
    let name = name.lowercased()
    guard !Self.plain.contains(name), !Self.shifting.contains(where: { name.hasPrefix($0) }) else { return nil }
    let failed = iconv_t(bitPattern: -1)
    guard let converter = iconv_open("UTF-32LE", Self.aliases[name] ?? name), converter != failed else { return nil }
    self.converter = converter
    self.name = name
    let letter: [UInt8] = [0x41]
    // Some encodings do not even have ASCII in them.
    guard letter.withUnsafeBufferPointer({ scalar($0, at: 0).value }) == 0x41 else { return nil }
  }

  deinit {
    iconv_close(converter)
  }

  /// Names of UTF-8, Latin-1 and their like: the bytes tell better.
  private static let plain: Set<String> = [
    "utf-8", "utf8", "ascii", "us-ascii", "latin1", "iso-8859-1", "iso8859-1", "windows-1252", "cp1252", "unicode",
  ]
  /// Encodings in which a byte's meaning hangs on what came long before, or of more than a byte a sign.
  private static let shifting = ["utf-", "utf", "ucs", "iso-2022", "hz", "x-user"]
  /// Web names of encodings, by what they mean in practice.
  private static let aliases = [
    "shift_jis": "CP932", "shift-jis": "CP932", "x-sjis": "CP932", "gb2312": "GB18030", "gbk": "GB18030",
    "ks_c_5601-1987": "CP949", "euc-kr": "CP949", "big5": "BIG5-HKSCS", "iso-8859-9": "CP1254",
    "x-mac-roman": "MACINTOSH",
  ]

  /// The code point at `at`, and where it ends.
  func scalar(_ buffer: UnsafeBufferPointer<UInt8>, at: Int) -> (value: UInt32, end: Int) {
    let first = Int(buffer[at])
    if let known = single[first], known != UTF8Decoding.invalid { return (known, at + 1) }
    if single[first] == nil {
      let value = convert(buffer, at, at + 1)
      single[first] = value
      if value != UTF8Decoding.invalid { return (value, at + 1) }
    }
    for end in at + 2...at + Self.longest where end <= buffer.count {
      let value = convert(buffer, at, end)
      if value != UTF8Decoding.invalid { return (value, end) }
    }
    return (UTF8Decoding.invalid, at + 1)
  }

  private func convert(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    // Forget what an incomplete sign left behind.
    iconv(converter, nil, nil, nil, nil)
    var input = (start..<end).map { CChar(bitPattern: buffer[$0]) }
    var output = [CChar](repeating: 0, count: 8)
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var left = input.count
        var room = output.count
        // One sign, and nothing left over.
        return iconv(converter, &from, &left, &to, &room) != Int.max && left == 0 && room == output.count - 4
      }
    }
    guard isWhole else { return UTF8Decoding.invalid }
    return output.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
  }
}

extension DeclaredEncoding {
  /// Bytes at the front of a document in which it names its encoding.
  private static let head = 4096

  /// The name that an HTML page gives in a `meta` tag or an XML declaration; nil if there is none.
  static func name(inHTML bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      let end = min(bytes.count, head)
      var tag = bytes.first(0x3C, from: 0, to: end)
      while tag < end {
        let isMeta = bytes.matches("<meta", at: tag)
        if isMeta || bytes.matches("<?xml", at: tag) {
          let close = bytes.first(0x3E, from: tag, to: end)
          if let name = name(bytes, after: isMeta ? "charset" : "encoding", from: tag, to: close) { return name }
        }
        tag = bytes.first(0x3C, from: tag + 1, to: end)
      }
      return nil
    }
  }

  private static func name(_ bytes: Bytes, after word: StaticString, from start: Int, to end: Int) -> String? {
    guard var at = (start..<max(start, end)).first(where: { bytes.matches(word, at: $0) }) else { return nil }
    at += word.utf8CodeUnitCount
    while Bytes.isSpace(bytes[at]) { at += 1 }
    guard bytes[at] == 0x3D else { return nil }
    at += 1
    while Bytes.isSpace(bytes[at]) || bytes[at] == 0x22 || bytes[at] == 0x27 { at += 1 }
    var name = ""
    while at < end, name.utf8.count < 40,
      Bytes.isLetter(bytes[at]) || Bytes.isDigit(bytes[at]) || [0x2D, 0x5F, 0x3A].contains(bytes[at])
    {
      name.unicodeScalars.append(Unicode.Scalar(bytes[at]))
      at += 1
    }
    return name.isEmpty ? nil : name
  }
}
