import Clauses

/// A rule of any sort, for what names, lists and explains rules.
public enum AnyRule: Sendable, Equatable {
  case sentence(Rule)
  case missing(MissingRule)
  case conflict(ConflictRule)

  public var id: String {
    switch self {
    case .sentence(let rule): rule.id
    case .missing(let rule): rule.id
    case .conflict(let rule): rule.id
    }
  }

  public var title: String {
    switch self {
    case .sentence(let rule): rule.title
    case .missing(let rule): rule.title
    case .conflict(let rule): rule.title
    }
  }

  public var why: String {
    switch self {
    case .sentence(let rule): rule.why
    case .missing(let rule): rule.why
    case .conflict(let rule): rule.why
    }
  }

  public var ask: String {
    switch self {
    case .sentence(let rule): rule.ask
    case .missing(let rule): rule.ask
    case .conflict(let rule): rule.ask
    }
  }

  /// The default level in a document of `kind`, which is nil if nobody knows it; nil where the rule expects nothing of
  /// such a document.
  public func level(inKind kind: String?) -> Rule.Level? {
    switch self {
    case .sentence(let rule): rule.level(inKind: kind)
    case .missing(let rule): kind.map { rule.kinds[$0] } ?? rule.kinds.values.max()
    case .conflict(let rule): rule.level
    }
  }
}

extension RulePack {
  /// All rules: those for sentences, for what is missing, and for what does not agree; in the order of their ids.
  public var allRules: [AnyRule] {
    let all = rules.map(AnyRule.sentence) + missing.map(AnyRule.missing) + conflicts.map(AnyRule.conflict)
    return all.sorted { $0.id < $1.id }
  }
}
