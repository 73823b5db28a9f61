import Clauses

/// Finds pairs of clauses that may not agree.
struct ConflictCheck {
  /// Most pairs that one rule reports: who reads three of them knows.
  private static let mostPairs = 3

  let rules: [ConflictRule]
  /// The number of the first rule's first cue.
  let firstCue: Int

  struct Conflict {
    var rule: ConflictRule
    var first: Clause
    var second: Clause
  }

  /// The pairs, in the order of their rules' ids.
  func conflicts(in signs: DocumentSigns) -> [Conflict] {
    var result: [Conflict] = []
    var cue = firstCue
    for rule in rules {
      let unless = cue..<(cue + rule.unless.count)
      let scope = unless.upperBound..<(unless.upperBound + rule.scope.count)
      cue = scope.upperBound
      let isFree = { (clause: Clause) in !unless.contains { signs.has($0, in: clause) } }
      let seconds = rule.second.flatMap(signs.clauses).sorted { $0.range < $1.range }.filter(isFree)
      let firsts = rule.first.flatMap(signs.clauses).sorted { $0.range < $1.range }.filter(isFree)
      var pairs = 0
      for first in firsts where pairs < Self.mostPairs {
        let narrow = scope.filter { signs.has($0, in: first) }
        let second = seconds.first { second in
          second.sentence != first.sentence && narrow.allSatisfy { signs.has($0, in: second) }
        }
        guard let second else { continue }
        pairs += 1
        result.append(Conflict(rule: rule, first: first, second: second))
      }
    }
    return result
  }
}

extension DocumentSigns {
  /// True if the cue stands in the clause's sentence.
  fileprivate func has(_ cue: Int, in clause: Clause) -> Bool { has(cue, inSentence: clause.sentence) }
}
