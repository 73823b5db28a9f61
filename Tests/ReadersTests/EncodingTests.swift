import Readers
import SourceText
import Testing

@Suite struct EncodingTests {
  private static let words = "Ünsere café data — “yes” 😀 ok\nnext"

  static func encoded(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
    var bytes = mark ? encoding.byteOrderMark : []
    func unit(_ value: UInt32) {
      let low = (0..<encoding.unitLength).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
      bytes += encoding.isBigEndian ? low.reversed() : low
    }
    switch encoding {
    case .utf8: bytes += Array(text.utf8)
    case .utf16LittleEndian, .utf16BigEndian: for value in text.utf16 { unit(UInt32(value)) }
    case .utf32LittleEndian, .utf32BigEndian: for scalar in text.unicodeScalars { unit(scalar.value) }
    case .windows1252, .declared:
      for scalar in text.unicodeScalars { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }
    }
    return bytes
  }

  @Test(
    "Unicode encodings, with and without a mark",
    arguments: [
      TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ], [true, false])
  func unicode(encoding: TextEncoding, mark: Bool) {
    let bytes = Self.encoded(Self.words, encoding, mark: mark)
    let result = read(bytes)
    #expect(result.encoding == encoding)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == Self.words)
    #expect(result.problems.isEmpty)
    // The last word leads back to the last units of the file.
    let end = result.text.bytes.count
    let origin = result.text.map.origin(of: TextRange(start: end - 4, end: end))
    #expect(origin == TextRange(start: bytes.count - 4 * encoding.unitLength, end: bytes.count))
  }

  @Test("Windows-1252 where UTF-8 does not fit")
  func windows() {
    let result = read([0x43, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x6F, 0x6B, 0x94, 0x20, 0x80])
    #expect(result.encoding == .windows1252)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == "Café “ok” €")
    let e = result.text.map.origin(of: TextRange(start: 3, end: 5))
    #expect(e == TextRange(start: 3, end: 4))
  }

  @Test("Invalid bytes in a UTF-8 file are replaced, counted and placed")
  func invalid() {
    let bytes = Array("naïve “words” ".utf8) + [0xFF, 0x20, 0xC3, 0x28] + Array(" end".utf8)
    let result = read(bytes)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == "naïve “words” \u{FFFD} \u{FFFD}( end")
    let first = Array("naïve “words” ".utf8).count
    #expect(
      result.problems == [
        .invalidEncoding(encoding: "UTF-8", count: 2, range: TextRange(start: first, end: first + 1))
      ])
    #expect(result.problems.allSatisfy { !$0.hidesText })
  }

  @Test("A broken pair in UTF-16 is a problem, not an end")
  func brokenPair() {
    var bytes = Self.encoded("good text here", .utf16LittleEndian, mark: true)
    bytes += [0x00, 0xD8, 0x61, 0x00, 0x62]
    let result = read(bytes)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == "good text here\u{FFFD}a\u{FFFD}")
    guard case .invalidEncoding(let encoding, let count, _) = result.problems.first else {
      Issue.record("no problem")
      return
    }
    #expect(encoding == "UTF-16LE")
    #expect(count == 2)
  }

  @Test("Clean text is one copied segment")
  func clean() {
    let plain = read("We share data.\nWith “partners” — and naïve\tfriends.\n")
    #expect(plain.text.map.segments.count == 1)
    let marked = read("\u{FEFF}We share data.")
    #expect(marked.text.map.segments.map(\.origin) == [TextRange(start: 3, end: 17)])
    let wide = read(Self.encoded("We share data.", .utf16BigEndian, mark: true))
    #expect(wide.text.map.segments.map(\.kind) == [.stretched(2)])
  }
}
