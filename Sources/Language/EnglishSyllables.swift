import SourceText

/// Counts the syllables of English words: by a table of exceptions, else by rule.
///
/// The rule counts groups of vowel letters, parts those that are said apart ("re-al-i-ty"), and takes off what is mute
/// ("share", "shared", "safely"). It gives the count of the CMU Pronouncing Dictionary for 95 of 100 usual words; the
/// table has the others. Works on bytes: no string is made for a word.
enum EnglishSyllables {
  /// How hard English is to read: its syllables, and the formulas that were made for it.
  static let measure = ReadingMeasure(formulas: .schoolGrades) { word, key in
    table.count(of: key) ?? byRule(word)
  }

  /// The syllables of a word by rule: of its bytes in the text, in any case; at least 1.
  static func byRule(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    if !word.contains(where: { $0 >= 0x80 }) { return EnglishWord(word).syllables }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: EnglishWord.longest) { letters in
      let length = fold(word, into: letters)
      return EnglishWord(UnsafeBufferPointer(rebasing: letters[..<length])).syllables
    }
  }

  private static let table = SyllableTable(EnglishSyllableExceptions.all)

  /// Writes the word without accents, with one form of apostrophe; returns how many bytes it is.
  private static func fold(_ word: UnsafeBufferPointer<UInt8>, into letters: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var length = 0
    var at = 0
    while at < word.count, length < letters.count {
      let byte = word[at]
      at += 1
      if byte < 0x80 {
        letters[length] = byte
      } else if byte == 0xC3, at < word.count {
        letters[length] = unaccented(word[at])
        at += 1
      } else if byte == 0xE2, at + 1 < word.count, word[at] == 0x80, word[at + 1] == 0x99 {
        letters[length] = UInt8(ascii: "'")
        at += 2
      } else {
        letters[length] = byte
      }
      length += 1
    }
    return length
  }

  /// The plain letter of U+00C0 to U+00FF, by the second byte of its UTF-8.
  private static func unaccented(_ byte: UInt8) -> UInt8 {
    switch byte | 0x20 {
    case 0xA0...0xA6: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    // An e with an accent is never mute ("café"), so it counts like an i.
    case 0xA8...0xAB, 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    case 0xBD, 0xBF: UInt8(ascii: "y")
    default: UInt8(ascii: "x")
    }
  }
}

/// Syllables by the key of a word: an open hash table, as large as the number of words asks for.
struct SyllableTable: Sendable {
  /// Keys with their lowest byte put aside for the count; 0 = empty.
  private let slots: FixedArray<UInt64>
  private let mask: Int

  init(_ lists: [(syllables: UInt8, words: StaticString)]) {
    var entries: [UInt64] = []
    for list in lists {
      list.words.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
          entries.append(WordKey.of(folded: word) & ~0xFF | UInt64(list.syllables))
        }
      }
    }
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for entry in entries {
      var at = Self.slot(of: entry) & (size - 1)
      while slots[at] != 0 { at = (at + 1) & (size - 1) }
      slots[at] = entry
    }
    self.slots = FixedArray(slots)
    mask = size - 1
  }

  /// The count in the table; nil if the word is not there.
  func count(of key: UInt64) -> Int? {
    var at = Self.slot(of: key) & mask
    while slots.base[at] != 0 {
      if (slots.base[at] ^ key) & ~0xFF == 0 { return Int(slots.base[at] & 0xFF) }
      at = (at + 1) & mask
    }
    return nil
  }

  private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 8 ^ key >> 32) }
}
