/// A rule of kind "conflict": two clauses that may not agree.
///
/// One YAML file is one pair (`Rules/conflicts/no-sale-but-value.yaml` is `conflicts.no-sale-but-value`).
public struct ConflictRule: Sendable, Equatable {
  public var id: String
  public var title: String
  public var since: String
  public var level: Rule.Level
  /// One of these and one of `second` contradict each other; the finding stands at this one.
  public var first: [ClauseSelector]
  public var second: [ClauseSelector]
  /// Phrases that make a clause no part of a contradiction, in the notation of lexicon entries.
  public var unless: [String]
  /// Phrases that narrow what the first clause speaks of: the second one must have the same phrase then.
  public var scope: [String]
  public var message: String
  public var why: String
  public var ask: String
  public var see: [Rule.Citation]
  /// Pairs of sentences that contradict each other, and pairs that only seem to.
  public var flags: [Pair]
  public var passes: [Pair]

  /// Two sentences of one document.
  public struct Pair: Sendable, Equatable {
    public var first: String
    public var second: String

    public init(first: String, second: String) {
      self.first = first
      self.second = second
    }
  }

  public init(
    id: String, title: String, since: String, level: Rule.Level, first: [ClauseSelector], second: [ClauseSelector],
    unless: [String], scope: [String], message: String, why: String, ask: String, see: [Rule.Citation],
    flags: [Pair], passes: [Pair]
  ) {
    self.id = id
    self.title = title
    self.since = since
    self.level = level
    self.first = first
    self.second = second
    self.unless = unless
    self.scope = scope
    self.message = message
    self.why = why
    self.ask = ask
    self.see = see
    self.flags = flags
    self.passes = passes
  }

  /// All phrases that the rule looks for, in the order in which `CueTable` numbers them.
  public var cues: [String] { unless + scope }
}
