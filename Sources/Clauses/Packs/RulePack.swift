/// A named set of words and phrases that patterns refer to as `@name`.
public struct LexiconClass: Sendable, Equatable {
  public var name: String
  /// Entries in pattern notation without gaps; `@other` takes in another class.
  public var entries: [String]

  public init(name: String, entries: [String]) {
    self.name = name
    self.entries = entries
  }
}

/// All the rules of one language, with the lexicon they share.
public struct RulePack: Sendable, Equatable {
  /// Language code ("en").
  public var language: String
  /// In the order of their ids.
  public var rules: [Rule]
  /// In the order of their ids.
  public var missing: [MissingRule]
  /// In the order of their ids.
  public var conflicts: [ConflictRule]
  /// In the order of their names.
  public var lexicon: [LexiconClass]
  /// Kinds of document in the order of their ids; in the pack of the base language, for documents of all languages.
  public var kinds: [DocumentKind]
  /// In their own order; in the pack of the base language, for documents of all languages.
  public var questions: [Question]

  public init(
    language: String, rules: [Rule], missing: [MissingRule] = [], conflicts: [ConflictRule] = [],
    lexicon: [LexiconClass], kinds: [DocumentKind] = [], questions: [Question] = []
  ) {
    self.language = language
    self.rules = rules.sorted { $0.id < $1.id }
    self.missing = missing.sorted { $0.id < $1.id }
    self.conflicts = conflicts.sorted { $0.id < $1.id }
    self.lexicon = lexicon.sorted { $0.name < $1.name }
    self.kinds = kinds.sorted { $0.id < $1.id }
    self.questions = questions.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The phrases of all document rules, in the order in which the pack's `CueTable` numbers them.
  public var cues: [String] { missing.flatMap(\.cues) + conflicts.flatMap(\.cues) }
}
