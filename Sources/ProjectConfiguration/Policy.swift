import Clauses

/// A rule of the house: what its forms must say, or must not.
public struct Policy: Sendable, Equatable {
  public enum Demand: Sendable, Equatable {
    /// A form must have such a clause.
    case require(ClauseCondition)
    /// A form must not have such a clause.
    case forbid(ClauseCondition)
    /// Where a form has the first clause, it must have the second.
    case requireWhen(ClauseCondition, ClauseCondition)
  }

  /// The findings' rule is `policy.<name>`.
  public var name: String
  public var demand: Demand
  /// What a finding says.
  public var message: String
  public var level: Rule.Level
  /// Kinds of document that it is for; empty = all.
  public var kinds: [Located<String>]
  /// Paths that it is for; empty = all.
  public var paths: [PathGlob]

  public init(
    name: String, demand: Demand, message: String, level: Rule.Level = .error, kinds: [Located<String>] = [],
    paths: [PathGlob] = []
  ) {
    self.name = name
    self.demand = demand
    self.message = message
    self.level = level
    self.kinds = kinds
    self.paths = paths
  }

  /// The id of the rule that its findings name.
  public var rule: String { "policy.\(name)" }

  /// All conditions of the demand.
  public var conditions: [ClauseCondition] {
    switch demand {
    case .require(let condition), .forbid(let condition): [condition]
    case .requireWhen(let first, let second): [first, second]
    }
  }
}

/// Which clauses a policy speaks of. All that is given must hold.
public struct ClauseCondition: Sendable, Equatable {
  /// Rules; one of them.
  public var rules: [Located<RuleSelector>]
  /// Stances; one of them. Empty = any.
  public var stances: [Stance]
  /// Phrases in the clause's sentence; one of them. Empty = any.
  public var words: [String]
  /// By the name of a part of the pattern: phrases in what it matched; one of them each.
  public var captures: [String: [String]]

  public init(
    rules: [Located<RuleSelector>], stances: [Stance] = [], words: [String] = [], captures: [String: [String]] = [:]
  ) {
    self.rules = rules
    self.stances = stances
    self.words = words
    self.captures = captures
  }
}
