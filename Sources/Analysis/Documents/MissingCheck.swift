import Clauses
import Language
import SourceText

/// Finds what a document of its kind should say and does not.
struct MissingCheck: Sendable {
  /// Below this many words a text is no form but a piece of one, and nothing is missing from it.
  static let fewestWords = 100
  /// Share of a language's commonest words that a text in that language has at least.
  private static let leastCommonShare = 0.2
  /// Words that are looked at to tell the language.
  private static let languageSample = 2_000

  private let rules: [NumberedRule]
  /// Keys of the language's commonest words, and of those of the line that is signed.
  private let common: Set<UInt64>
  private let signature: Set<UInt64>

  /// A rule and the numbers of its cues.
  private struct NumberedRule: Sendable {
    var rule: MissingRule
    var whenCues: Int
    var expectCues: Int
    var sectionCues: Int
  }

  init(_ rules: [MissingRule], language: Language) {
    var cue = 0
    self.rules = rules.map { rule in
      let expectCues = cue + rule.when.cueCount
      let sectionCues = expectCues + rule.expect.cueCount
      defer { cue = sectionCues + rule.section.count }
      return NumberedRule(rule: rule, whenCues: cue, expectCues: expectCues, sectionCues: sectionCues)
    }
    common = language.commonWords
    signature = language.signatureWords
  }

  /// An element that is missing, and the sentence where it would belong.
  struct Absence {
    var rule: MissingRule
    var level: Rule.Level
    var sentence: Int
  }

  /// The missing elements, in the order of their rules' ids.
  ///
  /// - Parameter isWhole: false if a part of the document could not be read; then nothing is more than a note.
  func absences(
    from sentences: Sentences, signs: DocumentSigns, kind: KindGuess, isWhole: Bool
  ) -> [Absence] {
    guard signs.words.keys.count >= Self.fewestWords, isInLanguage(signs.words) else { return [] }
    // Only looked for where something is missing, and once: most forms are signed at their end, but not all.
    lazy var signed = signedSentence(sentences, signs.words)
    var result: [Absence] = []
    for numbered in rules {
      let rule = numbered.rule
      guard let level = rule.kinds[kind.id], rule.when.isEmpty || signs.show(rule.when, cuesFrom: numbered.whenCues),
        !signs.show(rule.expect, cuesFrom: numbered.expectCues)
      else { continue }
      let heading = heading(over: rule, cuesFrom: numbered.sectionCues, sentences, signs)
      result.append(
        Absence(rule: rule, level: kind.isSure && isWhole ? level : .note, sentence: heading ?? signed))
    }
    return result
  }

  /// True if the text by itself shows the element of the rule `id`.
  func shows(_ id: String, _ signs: DocumentSigns) -> Bool {
    rules.contains { $0.rule.id == id && signs.show($0.rule.expect, cuesFrom: $0.expectCues) }
  }

  /// A text in another language would seem to lack everything.
  private func isInLanguage(_ words: WordStream) -> Bool {
    let sample = words.keys.prefix(Self.languageSample)
    return Double(sample.count { common.contains($0) }) >= Self.leastCommonShare * Double(sample.count)
  }

  /// The heading under which the element belongs; nil if there is none.
  private func heading(
    over rule: MissingRule, cuesFrom first: Int, _ sentences: Sentences, _ signs: DocumentSigns
  ) -> Int? {
    for cue in first..<(first + rule.section.count) {
      let heading = signs.sentences(ofCue: cue).first { sentences.sentences[Int($0)].traits.contains(.heading) }
      if let heading { return Int(heading) }
    }
    return nil
  }

  /// The last line that is signed, else the last sentence.
  private func signedSentence(_ sentences: Sentences, _ words: WordStream) -> Int {
    let word = words.keys.lastIndex(where: signature.contains)
    return word.map(words.sentence(at:)) ?? sentences.sentences.count - 1
  }
}
