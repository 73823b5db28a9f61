import Clauses
import Language
import SourceText

/// Finds what a document of its kind should say and does not.
struct MissingCheck {
  /// Below this many words a text is no form but a piece of one, and nothing is missing from it.
  static let fewestWords = 100
  /// Share of a language's commonest words that a text in that language has at least.
  private static let leastCommonShare = 0.2
  /// Words that are looked at to tell the language.
  private static let languageSample = 2_000

  let rules: [MissingRule]
  let language: Language

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
    var result: [Absence] = []
    var cue = 0
    // Only looked for where something is missing, and once: most forms are signed at their end, but not all.
    lazy var signature = signature(sentences, signs.words)
    for rule in rules {
      defer { cue += rule.cues.count }
      guard let level = rule.kinds[kind.id] else { continue }
      let expectStart = cue + rule.when.cueCount
      guard rule.when.isEmpty || signs.show(rule.when, cuesFrom: cue),
        !signs.show(rule.expect, cuesFrom: expectStart)
      else { continue }
      result.append(
        Absence(
          rule: rule, level: kind.isSure && isWhole ? level : .note,
          sentence: place(
            of: rule, headingCues: expectStart + rule.expect.cueCount, sentences, signs, signature: signature)))
    }
    return result
  }

  /// A text in another language would seem to lack everything.
  private func isInLanguage(_ words: WordStream) -> Bool {
    let common = Set(language.commonWords.flatMap { WordStream(phrase: $0).keys })
    let sample = words.keys.prefix(Self.languageSample)
    return Double(sample.count { common.contains($0) }) >= Self.leastCommonShare * Double(sample.count)
  }

  /// The heading under which the element belongs, else the line that is signed, else the last sentence.
  private func place(
    of rule: MissingRule, headingCues first: Int, _ sentences: Sentences, _ signs: DocumentSigns,
    signature: @autoclosure () -> Int
  ) -> Int {
    for cue in first..<(first + rule.section.count) {
      let heading = signs.sentences(ofCue: cue).first { sentences.sentences[Int($0)].traits.contains(.heading) }
      if let heading { return Int(heading) }
    }
    return signature()
  }

  /// The last line that is signed, else the last sentence.
  private func signature(_ sentences: Sentences, _ words: WordStream) -> Int {
    let signature = language.signatureWords.flatMap { WordStream(phrase: $0).keys }
    let word = words.keys.lastIndex { signature.contains($0) }
    return word.map(words.sentence(at:)) ?? sentences.sentences.count - 1
  }
}
