import Clauses

extension Finding {
  /// A rule with a stance.
  struct MeaningKey: Hashable {
    var rule: String
    var stance: Stance?
  }

  /// What the clause says, apart from its words.
  var meaningKey: MeaningKey { MeaningKey(rule: rule, stance: stance) }

  /// The rule's group: "ai" of "ai.training".
  var group: Substring { rule.prefix { $0 != "." } }

  /// True if one of `others`, which are of the same rule, says as much as this: as bad, or as good.
  func isSaid(in others: [Finding]) -> Bool {
    let worth = worth
    return others.contains { other in
      if worth == 0 { return other.worth == 0 }
      return worth < 0 ? other.worth <= worth : other.worth >= worth
    }
  }

  /// The one among `others`, which are of the same rule, that says the most of what this says.
  func nearest(in others: [Finding]) -> Finding? {
    others.min { abs($0.worth - worth) < abs($1.worth - worth) }
  }

  /// The index of the one among `others`, of the same sentence in the other version, that is this one's opposite: of the
  /// same rule with another stance, or of a rule that says the contrary. Nil if there is none.
  func opposite(in others: [Finding]) -> Int? {
    if let same = others.firstIndex(where: { $0.rule == rule && $0.stance != stance }) { return same }
    let sign = worth.signum()
    // Of one group, as with "may share" and "will not share"; else only a clear opposite.
    return others.firstIndex { $0.rule != rule && $0.group == group && $0.worth.signum() != sign }
      ?? others.firstIndex { $0.rule != rule && sign != 0 && $0.worth.signum() == -sign }
  }

  /// What it means to the patient that the new version says this and the old one did not.
  var kindIfAdded: Change.Kind {
    switch meaning {
    case _ where worth == 0: .says
    case .demand where worth < 0: .requires
    case .choice where worth > 0: .choiceAdded
    // A choice that is refused in so many words was not there before: it is a new rule of the house.
    case .choice: .requires
    case _ where stance == .offersChoice: .choiceAdded
    case _ where worth > 0: .promiseAdded
    default: .permits
    }
  }

  /// What it means to the patient that the old version said this and the new one does not.
  var kindIfRemoved: Change.Kind {
    switch meaning {
    case _ where worth == 0: .noLongerSays
    case .demand where worth < 0: .noLongerRequires
    case .choice where worth > 0: .choiceGone
    case .choice: .noLongerRequires
    case _ where stance == .offersChoice: .choiceGone
    case _ where worth > 0: .promiseGone
    default: .noLongerPermits
    }
  }
}

/// Changes of one kind and rule as one, with all their places.
struct GroupedChanges {
  private struct Key: Hashable {
    var kind: Change.Kind
    var rule: String
  }

  private(set) var changes: [Change] = []
  private var places: [Key: Int] = [:]

  /// Adds a clause that only one version has. `counterpart` is what the other version says of it instead.
  mutating func add(
    _ kind: Change.Kind, old: Finding? = nil, new: Finding? = nil, counterpart: Finding? = nil, names: [String] = []
  ) {
    guard let rule = (new ?? old)?.rule else { return }
    let key = Key(kind: kind, rule: rule)
    guard let place = places[key] else {
      places[key] = changes.count
      let (left, right) = (old ?? counterpart, new ?? counterpart)
      changes.append(
        Change(kind, rule: rule, old: left.map { [$0] } ?? [], new: right.map { [$0] } ?? [], names: names))
      return
    }
    if let old { changes[place].old.append(old) }
    if let new { changes[place].new.append(new) }
    changes[place].names += names.filter { !changes[place].names.contains($0) }
  }
}

/// The order in which changes are shown.
enum ChangeOrder {
  /// By kind, then by weight, then by place in the new or else the old text.
  static func sorted(_ changes: [Change]) -> [Change] {
    let kinds = Change.Kind.allCases
    func key(_ change: Change) -> (Int, Int, Int) {
      let finding = change.new.first ?? change.old.first
      let level = finding.map { Rule.Level.allCases.firstIndex(of: $0.level) ?? 0 } ?? 0
      return (kinds.firstIndex(of: change.kind) ?? 0, -level, finding?.start.byte ?? 0)
    }
    return changes.enumerated().sorted { a, b in
      let (left, right) = (key(a.element), key(b.element))
      return left != right ? left < right : a.offset < b.offset
    }.map(\.element)
  }
}
