import SourceText
import TestSupport
import Testing

@Suite struct LineIndexTests {
  @Test(
    "Line ends and columns in UTF-8",
    arguments: [
      ("", 0, 1, 1),
      ("ab", 1, 1, 2),
      ("a\nb", 2, 2, 1),
      ("a\r\nb", 3, 2, 1),
      ("a\rb", 2, 2, 1),
      ("é€😀x", 9, 1, 4),
      ("\u{FEFF}ab", 0, 1, 1),
      ("\u{FEFF}ab", 4, 1, 2),
      ("ab", 99, 1, 3),
      ("ab", -1, 1, 1),
    ])
  func utf8(text: String, offset: Int, line: Int, column: Int) {
    let position = LineIndex(Array(text.utf8)).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(
    "Columns count code points of the encoding",
    arguments: [
      (TextEncoding.windows1252, [UInt8](arrayLiteral: 0xE9, 0x80, 0x0A, 0x93, 0x61), 4, 2, 2),
      (.utf16LittleEndian, [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x3D, 0xD8, 0x00, 0xDE, 0x62, 0], 10, 2, 2),
      (.utf16BigEndian, [0x26, 0x0A, 0x0A, 0x26, 0, 0x0A, 0, 0x62, 0, 0x63], 8, 2, 2),
      (.utf16LittleEndian, [0x61, 0, 0x0D, 0, 0x0A, 0, 0x62, 0], 6, 2, 1),
      (.utf32BigEndian, [0, 0, 0, 0x61, 0, 0, 0, 0x0D, 0, 1, 0xF6, 0, 0, 0, 0, 0x62], 12, 2, 2),
    ])
  func encodings(encoding: TextEncoding, bytes: [UInt8], offset: Int, line: Int, column: Int) {
    let position = LineIndex(bytes, encoding: encoding).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test("Checkpoints give what counting gives, on seeded random text")
  func checkpoints() {
    var random = SeededGenerator(seed: 5)
    let alphabet: [Unicode.Scalar] = ["a", "b", "\n", "é", "€", "😀", " ", "\r"]
    for size in [0, 1, 7, 8, 9, 4095, 4096, 4097, 20_000] {
      var text = String.UnicodeScalarView()
      var bytes = 0
      while bytes < size {
        let scalar = alphabet.randomElement(using: &random) ?? "a"
        text.append(scalar)
        bytes += UTF8.width(scalar)
      }
      let utf8 = Array(String(text).utf8)
      let index = LineIndex(utf8)
      for _ in 0..<40 {
        let offset = Int.random(in: 0...utf8.count, using: &random)
        #expect(index.position(of: offset) == naive(utf8, offset))
      }
    }
  }

  @Test("Thousands of look-ups in one long line")
  func longLine() {
    let bytes = [UInt8](repeating: 0x61, count: 2_000_000)
    let index = LineIndex(bytes)
    for offset in stride(from: 0, to: bytes.count, by: 997) {
      #expect(index.position(of: offset).column == offset + 1)
    }
  }

  private func naive(_ bytes: [UInt8], _ offset: Int) -> LineIndex.Position {
    var line = 1
    var column = 1
    for at in 0..<offset {
      let isPair = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && !isPair) {
        (line, column) = (line + 1, 1)
      } else if bytes[at] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return LineIndex.Position(byte: offset, line: line, column: column)
  }
}
