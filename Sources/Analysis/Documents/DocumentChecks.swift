import Clauses
import Language

/// The checks of a document as a whole: what it leaves out, and where it contradicts itself.
struct DocumentChecks: Sendable {
  private let missing: MissingCheck
  private let conflicts: ConflictCheck
  let cues: CueTable

  /// - Parameter cues: of the document rules of `pack`.
  init(_ pack: RulePack, cues: CueTable, language: Language) {
    missing = MissingCheck(pack.missing, language: language)
    conflicts = ConflictCheck(pack.conflicts, firstCue: pack.missing.reduce(0) { $0 + $1.cueCount })
    self.cues = cues
  }

  /// What is missing from a document with these clauses, and what contradicts.
  ///
  /// - Parameter text: what stands in the builder's sentences.
  func findings(for clauses: [Clause], _ text: TextSigns, _ builder: FindingBuilder) -> [Finding] {
    guard !text.words.keys.isEmpty else { return [] }
    let signs = DocumentSigns(
      clauses, rules: builder.pack.rules, words: text.words, cues: text.cues.sentences(cueCount: cues.count))
    let conflicts = Fingerprints.numbered(conflicts.conflicts(in: signs).map(builder.finding))
    guard let kind = builder.kind else { return conflicts }
    let isWhole = !builder.read.problems.contains(where: \.hidesText)
    return conflicts
      + missing.absences(from: builder.sentences, signs: signs, kind: kind, isWhole: isWhole)
      .map { builder.finding(for: $0, kind: kind) }
  }

  /// True if a text with these clauses and words shows the element of the rule `id`.
  func shows(_ id: String, clauses: [Clause], sentences: Sentences, words: WordStream, rules: [Rule]) -> Bool {
    let hits = CueHits(words, of: sentences, cues: cues, ChangedSentences(all: sentences))
    return missing.shows(
      id, DocumentSigns(clauses, rules: rules, words: words, cues: hits.sentences(cueCount: cues.count)))
  }
}
