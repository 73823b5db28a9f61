import Clauses
import Language

/// What document rules look at: the clauses that were found, and where cue phrases stand.
struct DocumentSigns {
  private let cues: CueSentences
  private let clauses: [String: [Clause]]
  let words: WordStream

  init(_ clauses: [Clause], rules: [Rule], words: WordStream, cues: CueSentences) {
    var found: [String: [Clause]] = [:]
    for clause in clauses { found[rules[clause.rule].id, default: []].append(clause) }
    self.clauses = found
    self.words = words
    self.cues = cues
  }

  /// The clauses of the rule, with the stance if the selector names one, in the order of the text.
  func clauses(_ selector: ClauseSelector) -> [Clause] {
    let found = clauses[selector.rule] ?? []
    guard let stance = selector.stance else { return found }
    return found.filter { $0.stance == stance }
  }

  /// The sentences that the cue with this number stands in.
  func sentences(ofCue cue: Int) -> ArraySlice<Int32> { cues[cue] }

  /// True if the cue stands in the sentence.
  func has(_ cue: Int, inSentence sentence: Int) -> Bool { cues.has(cue, inSentence: sentence) }

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
          all = all && !cues[cue].isEmpty
          cue += 1
        }
      }
      isShown = isShown || all
    }
    return isShown
  }
}
