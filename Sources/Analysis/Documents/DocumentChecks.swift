import Clauses
import Language

/// The checks of a document as a whole: what it leaves out, and where it contradicts itself.
struct DocumentChecks: Sendable {
  private let missing: [MissingRule]
  private let conflicts: [ConflictRule]
  let cues: CueTable
  private let language: Language

  /// - Parameter cues: of the document rules of `pack`.
  init(_ pack: RulePack, cues: CueTable, language: Language) {
    missing = pack.missing
    conflicts = pack.conflicts
    self.cues = cues
    self.language = language
  }

  /// What of `missing` and `conflicts` holds for a document with these clauses.
  ///
  /// - Parameter text: what stands in the builder's sentences.
  func findings(for clauses: [Clause], _ text: TextSigns, _ builder: FindingBuilder) -> [Finding] {
    guard cues.count > 0 || !conflicts.isEmpty, !text.words.keys.isEmpty else { return [] }
    let signs = DocumentSigns(
      clauses, rules: builder.pack.rules, words: text.words, cues: text.cues.sentences(cueCount: cues.count))
    let conflicts = ConflictCheck(rules: conflicts, firstCue: missing.reduce(0) { $0 + $1.cues.count })
      .conflicts(in: signs).map(builder.finding)
    guard let kind = builder.kind else { return conflicts }
    let isWhole = !builder.read.problems.contains(where: \.hidesText)
    return conflicts
      + MissingCheck(rules: missing, language: language)
      .absences(from: builder.sentences, signs: signs, kind: kind, isWhole: isWhole)
      .map { builder.finding(for: $0, kind: kind) }
  }

  /// True if a document with these clauses and words shows the element of the rule `id`.
  func shows(_ id: String, clauses: [Clause], sentences: Sentences, words: WordStream, rules: [Rule]) -> Bool {
    var cue = 0
    for rule in missing {
      if rule.id == id {
        let hits = CueHits(words, of: sentences, cues: cues, ChangedSentences(all: sentences))
        return DocumentSigns(clauses, rules: rules, words: words, cues: hits.sentences(cueCount: cues.count))
          .show(rule.expect, cuesFrom: cue + rule.when.cueCount)
      }
      cue += rule.cues.count
    }
    return false
  }
}
