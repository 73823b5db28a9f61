import Clauses
import Language

/// The checks of a document as a whole: what it leaves out, and where it contradicts itself.
struct DocumentChecks: Sendable {
  private let missing: MissingCheck
  private let conflicts: ConflictCheck
  private let cues: CueTable

  /// - Parameter cues: of the document rules of `pack`.
  init(_ pack: RulePack, cues: CueTable, language: Language) {
    missing = MissingCheck(pack.missing, language: language)
    conflicts = ConflictCheck(pack.conflicts, firstCue: pack.missing.reduce(0) { $0 + $1.cueCount })
    self.cues = cues
  }

  /// What is missing from a document with these clauses, and what contradicts.
  ///
  /// - Parameter words: those of the builder's sentences.
  func findings(for clauses: [Clause], words: WordStream, _ builder: FindingBuilder) -> [Finding] {
    guard !words.keys.isEmpty else { return [] }
    let signs = signs(clauses, of: builder.sentences, words: words, rules: builder.pack.rules)
    let conflicts = Fingerprints.numbered(conflicts.conflicts(in: signs).map(builder.finding))
    guard let kind = builder.kind else { return conflicts }
    let isWhole = !builder.read.problems.contains(where: \.hidesText)
    return conflicts
      + missing.absences(from: builder.sentences, signs: signs, kind: kind, isWhole: isWhole)
      .map { builder.finding(for: $0, kind: kind) }
  }

  /// True if a text with these clauses and words shows the element of the rule `id`.
  func shows(_ id: String, clauses: [Clause], sentences: Sentences, words: WordStream, rules: [Rule]) -> Bool {
    missing.shows(id, signs(clauses, of: sentences, words: words, rules: rules))
  }

  private func signs(_ clauses: [Clause], of sentences: Sentences, words: WordStream, rules: [Rule]) -> DocumentSigns {
    DocumentSigns(clauses, rules: rules, sentences: sentences, words: words, cues: cues)
  }
}
