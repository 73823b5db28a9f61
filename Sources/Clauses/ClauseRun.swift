import Language
import SourceText

/// The clauses of a text that may not be those of an earlier state; the others are the same, but for their places.
public struct ChangedClauses: Sendable {
  /// Clauses before the change.
  public var start: Int
  /// The first clause behind the change in the earlier state, and in the new one.
  public var oldEnd: Int
  public var newEnd: Int

  public init(start: Int, oldEnd: Int, newEnd: Int) {
    self.start = start
    self.oldEnd = oldEnd
    self.newEnd = newEnd
  }
}

/// What a run over a document came to, so that the next one need not look at sentences far from an edit.
struct ClauseRun: Sendable {
  /// What the sentences so far mean for those that follow.
  struct State: Sendable {
    var marks = MarkedLines()
    /// A hash of the names that were introduced.
    var names: UInt64
  }

  /// Names that a sentence introduced.
  typealias Introduction = (sentence: Int, names: [DocumentNames.Added])

  var clauses: [Clause] = []
  /// By sentence: the state before it; one more for the end.
  var states: [State] = []
  /// In the order of the text.
  var introductions: [Introduction] = []

  init() {}

  /// The part of `other` before sentence `end`, with the state before it.
  init(_ other: ClauseRun, before end: Int) {
    clauses = Array(other.clauses.prefix { $0.sentence < end })
    states = Array(other.states[...end])
    introductions = other.introductions.filter { $0.sentence < end }
  }

  /// The first clause of all that follows from a sentence of a new run on, if it is the same there as here.
  ///
  /// - Parameters:
  ///   - index: the sentence's number in the new run; it stands behind `change`.
  ///   - block: the number of its block.
  ///   - state: the state before it.
  func rest(at index: Int, _ block: Int32, _ state: State, _ change: ChangedSentences) -> Int? {
    let sentence = index - change.shift
    let known = states[sentence]
    guard state.names == known.names, state.marks.isSame(as: known.marks, from: block, shift: change.blockShift) else {
      return nil
    }
    return clauses.firstIndex { $0.sentence >= sentence } ?? clauses.count
  }

  /// Appends what `other` has of the sentences behind those that are here, moved by `change`. `first` is the first
  /// clause of them.
  mutating func append(_ other: ClauseRun, from first: Int, _ change: ChangedSentences) {
    let sentence = states.count - change.shift
    for clause in other.clauses[first...] { clauses.append(clause.moved(by: change)) }
    for state in other.states[sentence...] {
      states.append(State(marks: state.marks.moved(by: change.blockShift), names: state.names))
    }
    for (index, names) in other.introductions where index >= sentence {
      introductions.append((index + change.shift, names))
    }
  }
}

extension Clause {
  /// The same clause, whose sentence stands behind `change`. What it captures in a lead-in may stand before.
  fileprivate func moved(by change: ChangedSentences) -> Clause {
    guard change.growth != 0 || change.shift != 0 else { return self }
    var clause = self
    clause.sentence += change.shift
    clause.range = change.moved(range)
    if change.growth != 0 {
      for index in clause.captures.values.indices {
        clause.captures.values[index] = change.moved(clause.captures.values[index])
      }
    }
    return clause
  }
}
