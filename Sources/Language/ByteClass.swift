import SourceText

/// What a byte or a Unicode scalar is to the tokenizer.
enum ByteClass: UInt8, Sendable {
  case space, letter, digit, sign
  /// The first or a later byte of a scalar beyond ASCII.
  case high

  /// By byte value, 256 entries.
  static let table = FixedArray<ByteClass>(
    (0..<256).map { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: .letter
      case 0x30...0x39: .digit
      case 0x00...0x20, 0x7F: .space
      case 0x80...0xFF: .high
      default: .sign
      }
    })

  /// True for letters of any script; signs, spaces and pictures are not.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: true
    case 0xC0..<0x2000: scalar != 0xD7 && scalar != 0xF7
    case 0x2C00..<0x2E00, 0x3040..<0xFB50: !(0xD800..<0xF900).contains(scalar)
    case 0xFB50..<0xFE00, 0xFE70..<0xFEFF, 0xFF21..<0xFF5B, 0xFF66..<0xFFE0: true
    case 0x1_0000..<0x1_F000, 0x2_0000..<0x3_2000: true
    default: false
    }
  }

  static func isUppercaseLatin1(_ scalar: UInt32) -> Bool {
    scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7
  }

  /// The kind of token that a sign beyond ASCII is.
  static func kind(of scalar: UInt32) -> Token.Kind {
    switch scalar {
    case 0x2018...0x201F, 0xAB, 0xBB: .quote
    case 0x2010...0x2015, 0x2212: .dash
    case 0x2026: .terminator
    case 0x2022, 0x25CF, 0x25AA, 0x25B6, 0x2023, 0xB7, 0x2219, 0x25E6, 0xF0B7, 0x25CB, 0x27A2: .bullet
    case 0x2610...0x2612, 0x25A0, 0x25A1, 0x2713...0x2716, 0x274F...0x2752, 0x2B1C, 0x1F5F9, 0xF06F, 0xF0A8: .box
    default: .other
    }
  }

  static func traits(of scalar: UInt32) -> Token.Traits {
    switch scalar {
    case 0x2611, 0x2612, 0x25A0, 0x2713...0x2716: .ticked
    default: []
    }
  }
}
