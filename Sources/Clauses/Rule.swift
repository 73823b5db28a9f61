/// A rule of kind "clause": what to find in a sentence, and what to tell the reader about it.
///
/// One YAML file is one rule; the path is the id (`Rules/ai/training.yaml` is `ai.training`).
public struct Rule: Sendable, Equatable {
  /// What the practice means to the reader when it is permitted.
  public enum Effect: String, Sendable, CaseIterable, Codable { case risk, protection, neutral }

  /// The default level for `lint`, in ascending order of weight.
  public enum Level: String, Sendable, CaseIterable, Comparable, Codable {
    case note, warning, error

    public static func < (a: Level, b: Level) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// Which matches the rule reports, by the negation around them.
  public enum Polarity: String, Sendable, CaseIterable, Codable {
    /// Affirmed ones ("may be shared") and denied ones ("will not be shared").
    case any
    /// Only affirmed ones: another rule reports the denial.
    case affirmed
    /// Only denied ones: the rule is a promise not to.
    case denied
  }

  /// One way to say it.
  public struct Find: Sendable, Equatable {
    /// The pattern's source, in the notation of `Pattern`.
    public var pattern: String
    /// The stance that this wording has by itself; nil = the rule's own.
    public var stance: Stance?

    public init(pattern: String, stance: Stance? = nil) {
      self.pattern = pattern
      self.stance = stance
    }
  }

  /// A source that the explanation rests on.
  public struct Citation: Sendable, Equatable {
    public var cite: String
    public var url: String?
    /// Month the text was checked ("2026-11"); nil = not checked.
    public var read: String?

    public init(cite: String, url: String? = nil, read: String? = nil) {
      self.cite = cite
      self.url = url
      self.read = read
    }
  }

  /// A sentence that proves the rule; `[[ ]]` marks the words a finding must cover.
  public struct Example: Sendable, Equatable {
    public var sentence: String
    /// The stance that is expected; nil = the rule's own.
    public var stance: Stance?

    public init(sentence: String, stance: Stance? = nil) {
      self.sentence = sentence
      self.stance = stance
    }
  }

  public var id: String
  public var title: String
  public var effect: Effect
  public var level: Level
  /// Levels for documents of a kind, by its id, where the law asks for what is a warning elsewhere, or the reverse.
  public var levels: [String: Level]
  /// First version of the program that had the rule.
  public var since: String
  /// The stance of a plain affirmed match.
  public var stance: Stance
  public var polarity: Polarity
  public var find: [Find]
  /// Patterns whose match in the same clause silences the rule.
  public var unless: [String]
  /// Rules that say the same more exactly: where one of them reports a sentence, this one is silent.
  public var yields: [String]
  /// False if an "if" or "unless" in the sentence does not change what the rule reports.
  public var weighsConditions: Bool
  /// One line by stance; `{name}` stands for a capture. `permits` is always there.
  public var messages: [Stance: String]
  public var why: String
  public var ask: String
  public var see: [Citation]
  /// The rule's name in other vocabularies (`dpv`, `opp115`).
  public var maps: [String: String]
  public var flags: [Example]
  public var passes: [String]

  public init(
    id: String, title: String, effect: Effect, level: Level, levels: [String: Level] = [:], since: String,
    stance: Stance, polarity: Polarity, find: [Find], unless: [String], yields: [String] = [],
    weighsConditions: Bool = true,
    messages: [Stance: String], why: String, ask: String, see: [Citation], maps: [String: String], flags: [Example],
    passes: [String]
  ) {
    self.id = id
    self.title = title
    self.effect = effect
    self.level = level
    self.levels = levels
    self.since = since
    self.stance = stance
    self.polarity = polarity
    self.find = find
    self.unless = unless
    self.yields = yields
    self.weighsConditions = weighsConditions
    self.messages = messages
    self.why = why
    self.ask = ask
    self.see = see
    self.maps = maps
    self.flags = flags
    self.passes = passes
  }

  /// The level in a document of `kind`.
  public func level(inKind kind: String?) -> Level {
    kind.flatMap { levels[$0] } ?? level
  }

  /// The line for a finding of `stance`.
  public func message(for stance: Stance) -> String {
    messages[stance] ?? messages[.permits] ?? title
  }
}

/// What a clause says of its practice (for the protections other than promises: of the protection).
/// Source: the labelling guide, section F.
public enum Stance: String, Sendable, CaseIterable, Codable {
  /// The text allows, states or plans it.
  case permits
  /// The text forbids it or promises not to do it.
  case denies
  /// The reader can pick in this clause.
  case offersChoice = "offers-choice"
  /// It holds only if a stated condition holds, and the reader does not hold the choice.
  case conditional
}

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
  /// In the order of their names.
  public var lexicon: [LexiconClass]
  /// Kinds of document in the order of their ids; in the pack of the base language, for documents of all languages.
  public var kinds: [DocumentKind]
  /// In their own order; in the pack of the base language, for documents of all languages.
  public var questions: [Question]

  public init(
    language: String, rules: [Rule], lexicon: [LexiconClass], kinds: [DocumentKind] = [], questions: [Question] = []
  ) {
    self.language = language
    self.rules = rules.sorted { $0.id < $1.id }
    self.lexicon = lexicon.sorted { $0.name < $1.name }
    self.kinds = kinds.sorted { $0.id < $1.id }
    self.questions = questions.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }
}
