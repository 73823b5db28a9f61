import Clauses

/// Finds pairs of clauses that may not agree.
struct ConflictCheck: Sendable {
  /// Most pairs that one rule reports: who reads three of them knows.
  private static let mostPairs = 3

  private let rules: [NumberedRule]

  /// A rule and the numbers of its cues.
  private struct NumberedRule: Sendable {
    var rule: ConflictRule
    var unless: Range<Int>
    var scope: Range<Int>
  }

  /// - Parameter firstCue: the number of the first rule's first cue.
  init(_ rules: [ConflictRule], firstCue: Int) {
    var cue = firstCue
    self.rules = rules.map { rule in
      let unless = cue..<(cue + rule.unless.count)
      let scope = unless.upperBound..<(unless.upperBound + rule.scope.count)
      cue = scope.upperBound
      return NumberedRule(rule: rule, unless: unless, scope: scope)
    }
  }

  struct Conflict {
    var rule: ConflictRule
    var first: Clause
    var second: Clause
  }

  /// The pairs, in the order of their rules' ids.
  func conflicts(in signs: DocumentSigns) -> [Conflict] {
    var result: [Conflict] = []
    for numbered in rules {
      let rule = numbered.rule
      let isFree = { (clause: Clause) in !numbered.unless.contains { signs.has($0, in: clause) } }
      let seconds = rule.second.flatMap(signs.clauses).sorted { $0.range < $1.range }.filter(isFree)
      let firsts = rule.first.flatMap(signs.clauses).sorted { $0.range < $1.range }.filter(isFree)
      var pairs = 0
      for first in firsts where pairs < Self.mostPairs {
        let narrow = numbered.scope.filter { signs.has($0, in: first) }
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
