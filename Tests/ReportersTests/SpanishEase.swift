/// How easy a Spanish text is to read, by Fernández-Huerta: 206.84 - 60 P - 1.02 F, where P are syllables a word and F
/// words a sentence. 65 or more is plain.
enum SpanishEase {
  /// - Returns: nil without a word.
  static func score(_ text: String) -> Double? {
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    guard !words.isEmpty else { return nil }
    let sentences = max(1, text.split(separator: " ").count { ".?!".contains($0.last ?? " ") })
    let syllables = words.reduce(0) { $0 + self.syllables(of: $1) }
    return 206.84 - 60 * Double(syllables) / Double(words.count) - 1.02 * Double(words.count) / Double(sentences)
  }

  /// Syllables of a word in small letters, 1 or more: each strong vowel is one; weak vowels lean on a strong one next
  /// to them, or are one together.
  static func syllables(of word: String) -> Int {
    let letters = Array(word)
    var count = 0
    var (hasVowel, hasStrong) = (false, false)
    for (index, letter) in letters.enumerated() {
      let (last, next) = (index > 0 ? letters[index - 1] : " ", index + 1 < letters.count ? letters[index + 1] : " ")
      // Not spoken: que, guitarra.
      let isSilent = letter == "u" && (last == "q" || last == "g" && "eéií".contains(next))
      if "aeoáéóíú".contains(letter) {
        count += 1
        (hasVowel, hasStrong) = (true, true)
      } else if "iuü".contains(letter), !isSilent {
        hasVowel = true
      } else if letter == "y", index + 1 == letters.count {
        // At the end of a word it is a vowel: y, muy, hoy.
        hasVowel = true
      } else if !isSilent {
        if hasVowel, !hasStrong { count += 1 }
        (hasVowel, hasStrong) = (false, false)
      }
    }
    if hasVowel, !hasStrong { count += 1 }
    return max(1, count)
  }
}
