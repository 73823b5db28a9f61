/// Counts the syllables of Spanish words by the rules of the spelling, which says how a word is spoken.
enum SpanishSyllables {
  static let measure = ReadingMeasure(formulas: .ease) { word, _ in count(word) }

  private enum Sound { case strong, weak, accentedWeak, consonant }

  /// The number of syllables, at least 1: two strong vowels (a, e, o) are two, and so is a weak one (i, u) with an accent
  /// beside another; all other vowels that stand together are one.
  static func count(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var last = Sound.consonant
    var at = 0
    while at < word.count {
      let letter = letter(word, &at)
      let sound = sound(of: letter, before: at < word.count ? word[at] | 0x20 : 0, isMute: isMute)
      func isMute(_ next: UInt8) -> Bool {
        // The u of "que" and "gui" is not said; that of "agua" is.
        at >= 2 && (previous(word, at) == UInt8(ascii: "q") || previous(word, at) == UInt8(ascii: "g"))
          && (next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == 0xE3)
      }
      switch (last, sound) {
      case (_, .consonant): break
      case (.consonant, _), (.strong, .strong), (.accentedWeak, _), (_, .accentedWeak): count += 1
      default: break
      }
      last = sound
    }
    return max(1, count)
  }

  /// The letter before the one that ends at `end`, which is one byte.
  private static func previous(_ word: UnsafeBufferPointer<UInt8>, _ end: Int) -> UInt8 {
    end >= 2 ? word[end - 2] | 0x20 : 0
  }

  /// The scalar at `at` in lower case, and goes on behind it.
  private static func letter(_ word: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = word[at]
    at += 1
    guard first == 0xC3, at < word.count else { return UInt32(first | 0x20) }
    defer { at += 1 }
    let scalar = 0xC0 | UInt32(word[at] & 0x3F)
    return scalar < 0xDF ? scalar + 0x20 : scalar
  }

  private static func sound(of letter: UInt32, before next: UInt8, isMute: (UInt8) -> Bool) -> Sound {
    switch letter {
    case 0x61, 0x65, 0x6F, 0xE1, 0xE9, 0xF3: .strong
    case 0x69, 0xFC: .weak
    case 0x75: isMute(next) ? .consonant : .weak
    case 0xED, 0xFA: .accentedWeak
    // "y" is a vowel at the end ("ley") and a consonant before another letter ("ayuda").
    case 0x79: next == 0 ? .weak : .consonant
    default: .consonant
    }
  }
}
