/// The accents of written Spanish.
enum SpanishAccents {
  private static let plainOf: [Character: Character] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u",
  ]
  private static let accented: [Character: Character] = ["a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"]

  /// The word without its accents; ñ is a letter of its own and stays.
  static func removed(from word: String) -> String {
    String(word.map { plainOf[$0] ?? $0 })
  }

  /// The word with an accent on its last vowel, or on the strong one of the last two: "compartir" as in "compartírselo",
  /// "imag" as in "imágenes". A word that has an accent stays as it is.
  static func accentingLastVowel(of word: String) -> String {
    var letters = Array(word)
    guard !letters.contains(where: { "áéíóú".contains($0) }),
      var at = letters.lastIndex(where: { accented[$0] != nil })
    else { return word }
    // Of "ia" and "ai" the a is the one that is stressed.
    if at > 0, "iu".contains(letters[at]), "aeo".contains(letters[at - 1]) { at -= 1 }
    letters[at] = accented[letters[at]] ?? letters[at]
    return String(letters)
  }

  /// The word with an accent where it is stressed, if it ends in a vowel and has none: "comunique" as in "comuníquese".
  static func accentingStress(of word: String) -> String {
    guard !word.contains(where: { "áéíóú".contains($0) }) else { return word }
    let letters = Array(word)
    // The last syllable: its consonants and its vowels, with the mute u of "que" and "gue".
    guard var at = letters.lastIndex(where: { "aeo".contains($0) }) ?? letters.lastIndex(where: { "iu".contains($0) })
    else { return word }
    if at > 0, "iuü".contains(letters[at - 1]), "eai".contains(letters[at]) || letters[at] == "o" { at -= 1 }
    let head = accentingLastVowel(of: String(letters[..<at]))
    return head + String(letters[at...])
  }
}
