import Language

/// Reads from the words around a match what the sentence says of the practice.
///
/// Negation follows NegEx and ConText: a cue has a direction and a scope that ends at a clause break, and some
/// phrases only look like cues. Negators that a pattern names itself are part of the practice and turn nothing.
struct StanceReader {
  /// What the words around a match do to it.
  struct Reading: Equatable {
    var isNegated = false
    /// Barred but for what the reader permits ("only with your consent").
    var isOnlyWithPermission = false
    /// A condition that the reader does not hold.
    var hasCondition = false
    /// The reader's permission decides ("with your consent", "unless you agree").
    var needsPermission = false
    /// Something is taken out of a denial ("except").
    var hasException = false
    /// The line is one to tick, or asks for a mark.
    var asksForMark = false
  }

  private static let verbScope = 14
  private static let clauseScope = 18
  private static let coordinationScope = 25
  private static let objectReach = 5
  private static let permissionReach = 7
  private static let trailingReach = 4
  private static let subjectReach = 3

  private let unit: UnitView

  init(_ unit: UnitView) {
    self.unit = unit
  }

  /// Reads the clause around `match`.
  func reading(of match: Match) -> Reading {
    var isPart = [Bool](repeating: false, count: unit.count + 1)
    for part in unit.parts(of: match) {
      for position in part.start..<part.end { isPart[Int(position)] = true }
    }
    let clause = clauseBounds(around: match)
    var reading = Reading()
    reading.isNegated = isNegated(match, in: clause, isPart)
    readConditions(match, in: clause, isPart, into: &reading)
    reading.asksForMark = unit.hasBox || unit.firstChoice < unit.count
    return reading
  }

  /// The part of the unit around a match in which unless-patterns and conditions count: up to the next semicolon
  /// on both sides, where the match itself does not reach over it.
  func clauseBounds(around match: Match) -> Range<Int> {
    var start = match.range.lowerBound
    while start > 0, unit.token(start - 1).kind != .semicolon { start -= 1 }
    var end = match.range.upperBound
    while end < unit.count, unit.token(end).kind != .semicolon { end += 1 }
    // What introduces a list holds for each of its items, also behind a semicolon.
    return (start <= unit.ownStart ? 0 : start)..<end
  }

  // MARK: Negation

  private func isNegated(_ match: Match, in clause: Range<Int>, _ isPart: [Bool]) -> Bool {
    for position in clause.lowerBound..<match.range.upperBound where !isPart[position] {
      if isPseudo(.pseudoNegation, at: position, from: clause.lowerBound) { continue }
      if let length = length(.negation, position), verbScopeReaches(match, from: position + length, isPart) {
        return true
      }
      if let length = length(.clauseNegation, position) ?? length(.prohibition, position),
        clauseScopeReaches(from: position + length, isPart)
      {
        return true
      }
    }
    return trailingProhibition(after: match, in: clause, isPart)
  }

  /// True if a negation of a verb at `start` reaches a part of the match: over light words, words that carry a
  /// negation, and verbs coordinated with the one that the match names.
  private func verbScopeReaches(_ match: Match, from start: Int, _ isPart: [Bool]) -> Bool {
    var position = start
    var steps = 0
    while position < match.range.upperBound, steps < Self.verbScope {
      if isPart[position] { return true }
      if stops(position) { break }
      if let carrier = length(.negationCarrier, position) {
        position += carrier
      } else if unit.isLight(position) || length(.coordination, position) != nil {
        if endsClause(position) { break }
        position += 1
      } else if length(.useVerb, position) != nil {
        return purposeReaches(match, from: position, isPart) || disjunctionReaches(match, from: position, isPart)
      } else {
        // A verb of its own: only what is coordinated with it is negated too.
        guard isCoordinated(after: position) else { break }
        position += 1
      }
      steps += 1
    }
    return disjunctionReaches(match, from: position, isPart)
  }

  /// True if the object or the purpose of a negated use is a part of the match: "do not use ad trackers", "do not use
  /// your notes or scans to train".
  private func purposeReaches(_ match: Match, from start: Int, _ isPart: [Bool]) -> Bool {
    var position = start
    while position < match.range.upperBound, position - start < Self.coordinationScope, !stops(position) {
      if isPart[position], position - start <= Self.objectReach { return true }
      if let length = length(.purpose, position) {
        var next = position + length
        while next < match.range.upperBound, !isPart[next], unit.isLight(next) { next += 1 }
        if isPart[next] { return true }
      }
      position += 1
    }
    return false
  }

  /// True if an "or" or "nor" directly before a part of the match carries the negation on:
  /// "will not use your data for marketing or share it".
  private func disjunctionReaches(_ match: Match, from start: Int, _ isPart: [Bool]) -> Bool {
    var position = start
    while position < match.range.upperBound, position - start < Self.coordinationScope {
      if isPart[position] || stops(position) || endsClause(position) { return false }
      if length(.coordination, position) != nil, length(.conjunction, position) == nil {
        var next = position + 1
        while next < match.range.upperBound, !isPart[next], unit.isLight(next), !endsClause(next) { next += 1 }
        if next < isPart.count, isPart[next] { return true }
      }
      position += 1
    }
    return false
  }

  /// True if a negation of the whole clause at `start` reaches a part of the match.
  private func clauseScopeReaches(from start: Int, _ isPart: [Bool]) -> Bool {
    var position = start
    var words = 0
    while position < unit.count, words < Self.clauseScope {
      if isPart[position] { return true }
      if stops(position) || endsClause(position) { return false }
      if unit.isWord(position) { words += 1 }
      position += 1
    }
    return false
  }

  private func trailingProhibition(after match: Match, in clause: Range<Int>, _ isPart: [Bool]) -> Bool {
    var position = match.range.upperBound
    var words = 0
    while position < clause.upperBound, words <= Self.trailingReach {
      if length(.trailingProhibition, position) != nil { return true }
      if stops(position) || unit.token(position).kind == .comma { return false }
      if unit.isWord(position) { words += 1 }
      position += 1
    }
    return false
  }

  /// True at signs and conjunctions that no negation reaches over.
  private func stops(_ position: Int) -> Bool {
    let token = unit.token(position)
    if token.kind == .semicolon || token.kind == .terminator && position + 1 < unit.count && position >= unit.ownStart {
      return true
    }
    return length(.clauseBreak, position) != nil
  }

  /// True where a comma or "and" is followed by a new subject.
  private func endsClause(_ position: Int) -> Bool {
    let token = unit.token(position)
    guard token.kind == .comma || length(.conjunction, position) != nil, position + 1 < unit.count else { return false }
    return length(.subject, position + 1) != nil
  }

  /// True if the word at `position` is followed by a comma or a coordinating word, with light words between.
  private func isCoordinated(after position: Int) -> Bool {
    var next = position + 1
    while next < unit.count {
      if endsClause(next) { return false }
      if unit.token(next).kind == .comma || length(.coordination, next) != nil { return true }
      guard unit.isLight(next) else { return false }
      next += 1
    }
    return false
  }

  // MARK: Conditions

  private func readConditions(
    _ match: Match, in clause: Range<Int>, _ isPart: [Bool], into reading: inout Reading
  ) {
    for position in clause {
      // An "if" that the pattern takes is a condition all the same.
      if !isPart[position] || length(.hypothesis, position) != nil, length(.condition, position) != nil,
        !isPseudo(.pseudoCondition, at: position, from: clause.lowerBound),
        !holdsPractice(match, ifAt: position, in: clause)
      {
        reading.hasCondition = true
      }
      if isPart[position] { continue }
      if length(.onlyPermission, position) != nil, permissionNoun(after: position, in: clause) {
        // "Only with your permission": barred unless the reader agrees.
        reading.isOnlyWithPermission = true
      } else if length(.permissionPreposition, position) != nil, permissionNoun(after: position, in: clause) {
        reading.needsPermission = true
      } else if length(.permissionWithout, position) != nil, permissionNoun(after: position, in: clause) {
        if reading.isNegated { reading.needsPermission = true }
      }
      if length(.exception, position) != nil { reading.hasException = true }
    }
  }

  /// True if the practice stands in the if-clause itself: "if we share the data set with others, we remove names". It
  /// is then taken for granted.
  private func holdsPractice(_ match: Match, ifAt position: Int, in clause: Range<Int>) -> Bool {
    let start = position + 1
    guard start <= match.range.lowerBound, match.range.lowerBound - start <= Self.coordinationScope,
      !permissionNoun(after: position, in: clause)
    else { return false }
    let between = start..<match.range.lowerBound
    let isNear =
      between.count <= Self.subjectReach
      && between.allSatisfy { unit.isLight($0) || length(.subject, $0) != nil }
    guard isNear || !between.contains(where: { unit.token($0).kind == .comma || stops($0) }) else { return false }
    // The main clause follows: behind a comma, with a subject of its own.
    let end = match.range.upperBound
    return (end..<min(clause.upperBound, end + Self.clauseScope)).contains { at in
      unit.token(at).kind == .comma && (isNear || at + 1 < clause.upperBound && length(.subject, at + 1) != nil)
    }
  }

  private func permissionNoun(after position: Int, in clause: Range<Int>) -> Bool {
    var next = position + 1
    var words = 0
    while next < clause.upperBound, words < Self.permissionReach {
      if length(.permissionNoun, next) != nil { return true }
      if unit.token(next).kind == .comma || unit.token(next).kind == .terminator { return false }
      if unit.isWord(next) { words += 1 }
      next += 1
    }
    return false
  }

  // MARK: Cues

  @inline(__always)
  private func length(_ cue: Cue, _ position: Int) -> Int? {
    let length = unit.length(of: unit.tables.cueSets[cue.rawValue], at: position)
    return length > 0 ? length : nil
  }

  /// True if a look-alike of a cue covers `position`.
  private func isPseudo(_ cue: Cue, at position: Int, from start: Int) -> Bool {
    for before in max(start, position - 4)...position {
      if let length = length(cue, before), before + length > position { return true }
    }
    return false
  }
}
