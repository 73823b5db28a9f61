/// Whether a phrase that a policy names stands in some words: letter case and the ending of a plural do not count.
enum PhraseMatch {
  static func isAny(of phrases: [String], in text: String) -> Bool {
    let words = words(of: text)
    return phrases.contains { phrase in
      let phrase = Self.words(of: phrase)
      guard !phrase.isEmpty, words.count >= phrase.count else { return false }
      return (0...words.count - phrase.count).contains { start in
        zip(words[start...], phrase).allSatisfy { isForm($0, of: $1) }
      }
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Substring($0) }
  }

  private static func isForm(_ word: Substring, of base: Substring) -> Bool {
    word == base || (word.hasPrefix(base) && ["s", "es"].contains(word.dropFirst(base.count)))
  }
}
