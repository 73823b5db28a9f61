import Analysis
import Clauses
import Testing

/// What we say to patients is at grade 8 or lower.
@Suite struct PlainLanguageTests {
  @Test(arguments: Linter.builtInPacks.flatMap(\.rules).map(\.id))
  func explanationsAreEasyToRead(rule: String) throws {
    let rule = try #require(Linter.builtInPacks.flatMap(\.rules).first { $0.id == rule })
    #expect(FleschKincaid.grade(of: rule.why) <= 8)
    #expect(FleschKincaid.grade(of: rule.ask) <= 8)
    for message in rule.messages.values { #expect(FleschKincaid.grade(of: message) <= 8.5, "\(message)") }
  }

  @Test func theFormulaIsTheOneOfKincaid() {
    // One sentence of six words of one syllable: 0.39 * 6 + 11.8 * 1 - 15.59.
    #expect(abs(FleschKincaid.grade(of: "The cat sat on the mat.") - -1.45) < 0.01)
  }
}

/// The Flesch-Kincaid grade (Kincaid 1975), with syllables counted as groups of vowels.
enum FleschKincaid {
  static func grade(of text: String) -> Double {
    let sentences = max(1, text.split { ".!?".contains($0) }.filter { $0.contains(where: \.isLetter) }.count)
    let words = text.split { !$0.isLetter && $0 != "'" }.map { $0.lowercased() }
    guard !words.isEmpty else { return 0 }
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    return 0.39 * Double(words.count) / Double(sentences) + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  private static func syllables(in word: String) -> Int {
    var count = 0
    var inVowels = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !inVowels { count += 1 }
      inVowels = isVowel
    }
    let isSilent =
      word.hasSuffix("e") && !word.hasSuffix("le")
      || word.hasSuffix("ed") && !word.hasSuffix("ted") && !word.hasSuffix("ded")
    return max(1, isSilent ? count - 1 : count)
  }
}
