import Clauses

/// Compares the clauses of two versions: first by sentence, then by the words within a rule; what is left was added or
/// removed. Buckets by sentence and by rule keep the work near linear.
struct Comparer {
  private let old: ComparedVersion
  private let new: ComparedVersion
  private let alignment: SentenceAlignment
  /// Clauses that have no counterpart yet, in the order of the text.
  private var restOld: [Int]
  private var restNew: [Int]
  private var changes: [Change] = []
  private var matched: [(new: Int, clause: MatchedClause)] = []
  private var unchanged = 0
  /// Sentences of the new version whose names were told once.
  private var widened: Set<Int> = []

  /// Words in common that make a clause of the same rule and stance the other one, reworded.
  private static let reworded = 0.3

  static func compare(_ old: ComparedVersion, _ new: ComparedVersion) -> Comparison {
    var comparer = Comparer(old, new)
    comparer.matchBySentence()
    comparer.findTurned()
    comparer.matchByWords()
    comparer.findAddedAndRemoved()
    return Comparison(
      old: old.report, new: new.report, changes: ChangeOrder.sorted(comparer.changes),
      matched: comparer.matched.sorted { $0.new < $1.new }.map(\.clause), unchanged: comparer.unchanged)
  }

  private init(_ old: ComparedVersion, _ new: ComparedVersion) {
    self.old = old
    self.new = new
    alignment = SentenceAlignment(old.sentences, new.sentences)
    restOld = Array(old.clauses.indices)
    restNew = Array(new.clauses.indices)
  }

  // MARK: The same clause

  /// Matches clauses of one rule and stance whose sentences are matched.
  private mutating func matchBySentence() {
    var places: [ComparedVersion.Key: Int] = [:]
    for (index, clause) in new.clauses.enumerated() {
      places[.init(sentence: clause.sentence, meaning: clause.finding.meaningKey)] = index
    }
    var pairs: [(Int, Int)] = []
    for index in restOld {
      let clause = old.clauses[index]
      guard let match = alignment.ofOld[clause.sentence],
        let other = places[.init(sentence: match.other, meaning: clause.finding.meaningKey)]
      else { continue }
      pairs.append((index, other))
    }
    keep(pairs)
  }

  /// Matches clauses of one rule and stance that are left, by their words.
  private mutating func matchByWords() {
    let oldByRule = Dictionary(grouping: restOld) { old.clauses[$0].finding.meaningKey }
    let newByRule = Dictionary(grouping: restNew) { new.clauses[$0].finding.meaningKey }
    var pairs: [(Int, Int)] = []
    for (key, oldIndices) in oldByRule {
      guard let newIndices = newByRule[key] else { continue }
      let oldPlaces = Dictionary(oldIndices.map { (old.clauses[$0].sentence, $0) }) { first, _ in first }
      let newPlaces = Dictionary(newIndices.map { (new.clauses[$0].sentence, $0) }) { first, _ in first }
      let found = alignment.similar.pairs(oldPlaces.keys.sorted(), newPlaces.keys.sorted(), atLeast: Self.reworded)
      for pair in found {
        if let left = oldPlaces[pair.old], let right = newPlaces[pair.new] { pairs.append((left, right)) }
      }
    }
    keep(pairs.sorted { $0 < $1 })
  }

  /// Takes `pairs` as the same clauses; names that are new in one of them widen it.
  private mutating func keep(_ pairs: [(old: Int, new: Int)]) {
    remove(pairs)
    for pair in pairs {
      let (left, right) = (old.clauses[pair.old], new.clauses[pair.new])
      let match = alignment.ofNew[right.sentence]
      let isSamePair = match?.other == left.sentence
      let isReworded = isSamePair ? match?.isReworded ?? false : true
      let isMoved = isSamePair && match?.isMoved ?? false
      let names = isReworded ? Recipients.added(in: right.finding, to: [left.finding]) : []
      if !names.isEmpty, widened.insert(right.sentence).inserted {
        changes.append(
          Change(.widens, rule: right.finding.rule, old: [left.finding], new: [right.finding], names: names))
      } else if isReworded || isMoved {
        let clause = MatchedClause(old: left.finding, new: right.finding, isMoved: isMoved, isReworded: isReworded)
        matched.append((pair.new, clause))
      } else {
        unchanged += 1
      }
    }
  }

  private mutating func remove(_ pairs: [(old: Int, new: Int)]) {
    let (usedOld, usedNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    restOld.removeAll(where: usedOld.contains)
    restNew.removeAll(where: usedNew.contains)
  }

  // MARK: The same sentence, another stance

  /// Finds clauses that turned: of matched sentences, where a rule changed its stance, or where one rule's clause made
  /// place for the opposite one of another rule ("may train AI", "will not train AI").
  private mutating func findTurned() {
    let newBySentence = Dictionary(grouping: restNew) { new.clauses[$0].sentence }
    var used: Set<Int> = []
    var pairs: [(old: Int, new: Int)] = []
    for index in restOld {
      let left = old.clauses[index]
      guard let match = alignment.ofOld[left.sentence] else { continue }
      let candidates = (newBySentence[match.other] ?? []).filter { !used.contains($0) }
      guard let other = left.finding.opposite(in: candidates.map { new.clauses[$0].finding }) else { continue }
      used.insert(candidates[other])
      pairs.append((index, candidates[other]))
      turn(left.finding, new.clauses[candidates[other]].finding)
    }
    remove(pairs)
    findHalfTurned()
  }

  /// Finds clauses that a reworded sentence says now beside the opposite that it said before, or no longer says beside
  /// the opposite that it still says.
  private mutating func findHalfTurned() {
    let oldBySentence = Dictionary(grouping: old.clauses) { $0.sentence }
    let newBySentence = Dictionary(grouping: new.clauses) { $0.sentence }
    var pairs: (old: Set<Int>, new: Set<Int>) = ([], [])
    for index in restNew {
      let right = new.clauses[index]
      guard let match = alignment.ofNew[right.sentence], match.isReworded else { continue }
      let before = (oldBySentence[match.other] ?? []).map(\.finding).filter { $0.group == right.finding.group }
      guard let left = right.finding.opposite(in: before) else { continue }
      pairs.new.insert(index)
      turn(before[left], right.finding)
    }
    for index in restOld {
      let left = old.clauses[index]
      guard let match = alignment.ofOld[left.sentence], match.isReworded else { continue }
      let after = (newBySentence[match.other] ?? []).map(\.finding).filter { $0.group == left.finding.group }
      guard let right = left.finding.opposite(in: after) else { continue }
      pairs.old.insert(index)
      turn(left.finding, after[right])
    }
    restOld.removeAll(where: pairs.old.contains)
    restNew.removeAll(where: pairs.new.contains)
  }

  private mutating func turn(_ before: Finding, _ after: Finding) {
    let kind: Change.Kind =
      after.worth < before.worth ? .turnedWorse : after.worth > before.worth ? .turnedBetter : .turned
    changes.append(Change(kind, rule: after.rule, old: [before], new: [after]))
  }

  // MARK: Added and removed

  private mutating func findAddedAndRemoved() {
    let oldByRule = Dictionary(grouping: old.clauses.map(\.finding)) { $0.rule }
    let newByRule = Dictionary(grouping: new.clauses.map(\.finding)) { $0.rule }
    var grouped = GroupedChanges()
    for index in restNew {
      let finding = new.clauses[index].finding
      let before = oldByRule[finding.rule] ?? []
      if finding.isSaid(in: before) {
        let names = Recipients.added(in: finding, to: before)
        grouped.add(names.isEmpty ? .morePlaces : .widens, new: finding, names: names)
      } else {
        grouped.add(finding.kindIfAdded, new: finding, counterpart: finding.nearest(in: before))
      }
    }
    for index in restOld {
      let finding = old.clauses[index].finding
      let after = newByRule[finding.rule] ?? []
      if finding.isSaid(in: after) {
        grouped.add(.fewerPlaces, old: finding)
      } else {
        grouped.add(finding.kindIfRemoved, old: finding, counterpart: finding.nearest(in: after))
      }
    }
    changes += grouped.changes
  }
}
