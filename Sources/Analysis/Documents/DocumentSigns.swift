import Clauses
import Language

/// What document rules look at: the clauses that were found, and where cue phrases stand.
struct DocumentSigns {
  /// The sentences that each cue stands in, by the cue's number; each sentence once.
  private let cueSentences: [[Int32]]
  private let clauses: [String: [Clause]]
  let words: WordStream

  init(_ clauses: [Clause], rules: [Rule], sentences text: Sentences, words: WordStream, cues: CueTable) {
    var found: [String: [Clause]] = [:]
    for clause in clauses { found[rules[clause.rule].id, default: []].append(clause) }
    self.clauses = found
    self.words = words
    var sentences = [[Int32]](repeating: [], count: cues.count)
    var sentence = 0
    let starts = words.sentenceStarts
    // A phrase may reach over a full stop ("Payment. We may tell ..."), but not into the next paragraph.
    var blockStarts: [Int] = []
    for (index, start) in starts.enumerated()
    where index == 0 || text.sentences[index].block != text.sentences[index - 1].block { blockStarts.append(start) }
    cues.forEachHit(in: words.keys, startingAt: blockStarts) { hit in
      while sentence + 1 < starts.count, starts[sentence + 1] <= hit.start { sentence += 1 }
      if sentences[hit.cue].last != Int32(sentence) { sentences[hit.cue].append(Int32(sentence)) }
    }
    cueSentences = sentences
  }

  /// The clauses of the rule, with the stance if the selector names one, in the order of the text.
  func clauses(_ selector: ClauseSelector) -> [Clause] {
    let found = clauses[selector.rule] ?? []
    guard let stance = selector.stance else { return found }
    return found.filter { $0.stance == stance }
  }

  /// The sentences that the cue with this number stands in.
  func sentences(ofCue cue: Int) -> [Int32] { cueSentences[cue] }

  /// True if one alternative of `evidence` is there with all its signs.
  ///
  /// - Parameter first: the number of its first cue.
  func show(_ evidence: Evidence, cuesFrom first: Int) -> Bool {
    var cue = first
    var isShown = false
    for signs in evidence.alternatives {
      var all = !signs.isEmpty
      for sign in signs {
        switch sign {
        case .clause(let selector):
          all = all && !clauses(selector).isEmpty
        case .cue:
          all = all && !cueSentences[cue].isEmpty
          cue += 1
        }
      }
      isShown = isShown || all
    }
    return isShown
  }
}
