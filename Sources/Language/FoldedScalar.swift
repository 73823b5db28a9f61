import SourceText

/// Letters without case and accents, for the scripts that consent forms are written in.
enum FoldedScalar {
  /// U+00C0 to U+017F; `.` = stays as it is.
  private static let latin = FixedArray<UInt8>(
    Array(
      ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
        + "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8))

  /// True for scripts that put no spaces between words: kana and Chinese signs; Korean too, whose particles cling to
  /// the words.
  @inline(__always)
  static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3040..<0xA000, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0x2_0000..<0x3_2000: true
    default: false
    }
  }

  /// The letter in lower case and without accents; nil for an accent or a vowel point that stands by itself.
  static func fold(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x41...0x5A: scalar | 0x20
    case 0x2019: 0x27
    case 0xC0...0x17F:
      switch latin.base[Int(scalar - 0xC0)] {
      case UInt8(ascii: "."): scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar
      case let letter: UInt32(letter)
      }
    case 0x300..<0x370, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C7, 0x64B...0x652, 0x670: nil
    case 0x370..<0x400: greek(scalar)
    case 0x410...0x42F: scalar + 0x20
    case 0x401, 0x451: 0x435
    case 0x402...0x40F: scalar + 0x50
    // Alef with signs, final ya, ta marbuta: each is often written as the plain letter.
    case 0x622, 0x623, 0x625: 0x627
    case 0x649: 0x64A
    case 0x629: 0x647
    default: scalar
    }
  }

  private static func greek(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9: scalar + 0x20
    case 0x386, 0x3AC: 0x3B1
    case 0x388, 0x3AD: 0x3B5
    case 0x389, 0x3AE: 0x3B7
    case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: 0x3B9
    case 0x38C, 0x3CC: 0x3BF
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: 0x3C5
    case 0x38F, 0x3CE: 0x3C9
    case 0x3C2: 0x3C3
    default: scalar
    }
  }
}
