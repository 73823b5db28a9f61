/// The letters of one English word, and the rule that counts its syllables. See `EnglishSyllables`.
struct EnglishWord {
  /// Longest word, in bytes: each letter has a bit.
  static let longest = 64

  /// In any case, without accents.
  private let letters: UnsafeBufferPointer<UInt8>
  /// A bit for each letter that is one of a, e, i, o, u, y.
  private let vowels: UInt64

  /// - Parameter letters: at most `longest`; more are left out.
  init(_ letters: UnsafeBufferPointer<UInt8>) {
    self.letters = UnsafeBufferPointer(rebasing: letters.prefix(Self.longest))
    var vowels: UInt64 = 0
    var bit: UInt64 = 1
    for byte in self.letters {
      if EnglishLetter(byte: byte | 0x20).isVowel { vowels |= bit }
      bit &<<= 1
    }
    self.vowels = vowels
  }

  /// The number of syllables, at least 1.
  var syllables: Int {
    if let apostrophe = letters.firstIndex(of: UInt8(ascii: "'")), apostrophe > 0 {
      return contraction(apostrophe)
    }
    let groups = vowelGroups
    // No vowel: read letter by letter ("HMS"), or no word at all.
    if groups == 0 { return letters.count <= 5 ? max(1, letters.count) : 1 }
    return max(1, groups + ending + muteInside)
  }

  /// "does-n't", "that'd": the part before the apostrophe, and what the rest adds.
  private func contraction(_ apostrophe: Int) -> Int {
    let rest = letters.count - apostrophe - 1
    if rest == 1, apostrophe > 1, at(apostrophe + 1) == "t", at(apostrophe - 1) == "n" {
      return part(apostrophe - 1) + (at(apostrophe - 2).isOne(of: "dst") ? 1 : 0)
    }
    let isSaid = rest == 1 && at(apostrophe + 1) == "d" && at(apostrophe - 1).isOne(of: "td")
    return part(apostrophe) + (isSaid ? 1 : 0)
  }

  private func part(_ end: Int) -> Int {
    EnglishWord(UnsafeBufferPointer(rebasing: letters[..<end])).syllables
  }

  // MARK: Groups of vowels

  private var vowelGroups: Int {
    var spoken = vowels
    forEachBit(of: vowels & (vowels >> 1)) { index in
      if !soundsAsVowel(index) { spoken &= ~(1 &<< UInt64(index)) }
    }
    var count = (spoken & ~(spoken << 1)).nonzeroBitCount
    forEachBit(of: spoken & (spoken << 1)) { index in
      if isHiatus(index) { count += 1 }
    }
    return count
  }

  private func forEachBit(of bits: UInt64, _ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Of a vowel letter before a vowel letter: false for the consonants among them, the y of "yes", "beyond" and "lawyer",
  /// and the u of "quit" and "guest".
  private func soundsAsVowel(_ index: Int) -> Bool {
    let before = at(index - 1)
    switch at(index) {
    case "y": return !(index == 0 || before.isVowel || before == "w")
    case "u": return !(before == "q" || before == "g")
    default: return true
    }
  }

  /// True if the vowel at `index` begins a syllable of its own after the vowel before it.
  private func isHiatus(_ index: Int) -> Bool {
    let before = at(index - 2)
    let after = at(index + 1)
    switch (at(index - 1), at(index)) {
    case ("i", "a"):
      if before.isOne(of: "cts") { return !after.isOne(of: "ln") && after != .none }
      return !(before == "g" && after == "n") && !has("age", from: index) && !(before == "l" && ends("ar", at: index))
    case ("i", "o"):
      if after.isOne(of: "nu"), before.isOne(of: "tsgcx") { return false }
      return !(before.isOne(of: "ln") && (ends("on", at: index) || ends("ons", at: index)))
    case ("i", "u"), ("i", "i"): return true
    case ("i", "e"):
      if after == "t" { return before != "v" }
      if ends("er", at: index) { return !before.isOne(of: "dts") }
      if ends("est", at: index) { return true }
      return after == "n" && !before.isOne(of: "tcf") && !(before == "r" && at(index - 3) == "f")
    case ("e", "o"): return !before.isOne(of: "pg") && before != .none || has("geo", from: 0)
    case ("e", "a"):
      guard before == "r" else { return false }
      return at(index - 3) == "c" && after == "t" || index == 2 && isRe(at(3), at(4))
    case ("e", "u"): return after == "m" || ends("us", at: index)
    case ("e", "i"):
      return has("ing", from: index) || index == 2 && before == "r" && !after.isOne(of: "gn") && after != .none
    case ("u", "a"): return before != "s" || after == "l"
    case ("u", "o"): return after != "y"
    case ("u", "e"): return after.isOne(of: "lnt") && before != "b"
    case ("u", "i"):
      return after == "t" && before == "n" || has("ing", from: index) || has("ity", from: index)
        || after == "n" && before == "r"
    case ("o", "e"): return index == 2 && before == "c" || after == "t" || has("em", from: index)
    case ("o", "a"): return index == 2 && before == "c" && after.isOne(of: "ug")
    case ("o", "i"): return has("ing", from: index)
    case ("o", "o"): return index == 2 && before == "c" && after.isOne(of: "pr")
    case ("a", "o"): return true
    case ("a", "i"): return after == "c"
    case ("y", _): return !ends("es", at: index) && !ends("ed", at: index)
    default: return false
    }
  }

  /// True for "react", "reassure", "reality", "realtor" and "reappear", by the letters after "rea".
  private func isRe(_ first: EnglishLetter, _ second: EnglishLetter) -> Bool {
    switch (first, second) {
    case ("c", "t"), ("s", "s"), ("l", "i"), ("l", "t"), ("p", "p"): true
    default: false
    }
  }

  // MARK: What is written and not said

  /// What the ending takes off or adds.
  private var ending: Int {
    let count = letters.count
    let last = at(count - 1)
    if last == "e" { return count > 2 && isMute(count - 1) ? -1 : 0 }
    if count > 3, at(count - 2) == "e" {
      let before = at(count - 3)
      if last == "s" {
        let isSibilant = before.isOne(of: "sxzcg") || before == "h" && at(count - 4).isOne(of: "cs")
        return isMute(count - 2) && !isSibilant ? -1 : 0
      }
      if last == "d" {
        if before == "y" { return at(count - 4).isVowel ? -1 : 0 }
        return isMute(count - 2) && !before.isOne(of: "td") ? -1 : 0
      }
    }
    switch last {
    case "y": return ends("ically") ? -1 : 0
    case "m": return ends("sm") || ends("thm") ? 1 : 0
    case "s": return ends("sms") || ends("thms") ? 1 : 0
    default: return 0
    }
  }

  /// The mute e before an ending, as in "safely" and "statement".
  private var muteInside: Int {
    let length: Int
    switch at(letters.count - 1) {
    case "y": length = ends("fully") ? 5 : ends("ly") ? 2 : 0
    case "t": length = ends("ment") ? 4 : 0
    case "s": length = ends("ments") ? 5 : ends("less") || ends("ness") ? 4 : 0
    case "l": length = ends("ful") ? 3 : 0
    case "e": length = ends("where") ? 5 : ends("some") ? 4 : 0
    case "d": length = ends("hood") ? 4 : 0
    default: length = 0
    }
    let start = letters.count - length
    return length > 0 && start > 3 && at(start - 1) == "e" && isMute(start - 1) ? -1 : 0
  }

  /// True if the e at `index` is not said: it follows a consonant that needs no vowel ("share", not "table"), or is
  /// the end of "vague".
  private func isMute(_ index: Int) -> Bool {
    let before = at(index - 1)
    if before == "u", at(index - 2).isOne(of: "gq") { return true }
    let isSyllabic = before == "l" && index > 1 && !at(index - 2).isVowel && !at(index - 2).isOne(of: "lrw")
    return index > 1 && !before.isVowel && !isSyllabic
  }

  // MARK: Letters

  @inline(__always)
  private func at(_ index: Int) -> EnglishLetter {
    index >= 0 && index < letters.count ? EnglishLetter(byte: letters[index] | 0x20) : .none
  }

  private func has(_ part: StaticString, from start: Int) -> Bool {
    part.withUTF8Buffer { part in
      guard start >= 0, start + part.count <= letters.count else { return false }
      for index in part.indices where letters[start + index] | 0x20 != part[index] { return false }
      return true
    }
  }

  private func ends(_ part: StaticString, at start: Int) -> Bool {
    start + part.utf8CodeUnitCount == letters.count && has(part, from: start)
  }

  private func ends(_ part: StaticString) -> Bool {
    has(part, from: letters.count - part.utf8CodeUnitCount)
  }
}

/// One letter, or `none` outside of the word.
private struct EnglishLetter: Equatable, ExpressibleByUnicodeScalarLiteral {
  static let none = EnglishLetter(byte: 0)

  let byte: UInt8

  init(byte: UInt8) {
    self.byte = byte
  }

  init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    byte = UInt8(truncatingIfNeeded: scalar.value)
  }

  /// True for a, e, i, o, u and y, which are the bits of the number.
  @inline(__always)
  var isVowel: Bool {
    let place = byte &- 0x61
    return place < 26 && (0x110_4111 as UInt32) >> UInt32(place) & 1 == 1
  }

  @inline(__always)
  func isOne(of letters: StaticString) -> Bool {
    letters.withUTF8Buffer { $0.contains(byte) }
  }

  static func ~= (pattern: EnglishLetter, letter: EnglishLetter) -> Bool { pattern.byte == letter.byte }
}
