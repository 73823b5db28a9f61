/// A question that every patient should ask, and what in a form answers it.
///
/// One YAML file is one question; the file's name is the id (`Rules/questions/copies.yaml` is `copies`).
public struct Question: Sendable, Equatable {
  /// A thing that the question asks about: a form can answer one and leave out another.
  public struct Part: Sendable, Equatable {
    /// Follows "the form says" and "the form does not say" ("how you can say no").
    public var about: String
    /// The rules whose findings answer it, the most telling first.
    public var says: [Source]
    /// Phrases that answer it where no rule does.
    public var cues: [Cue]
    /// The rules whose findings touch on it and leave it open.
    public var touches: [Source]
    /// Phrases that touch on it and leave it open.
    public var hints: [Cue]
    /// What these leave open, in one sentence; empty without `touches` and `hints`.
    public var but: String

    public init(
      about: String, says: [Source], cues: [Cue] = [], touches: [Source] = [], hints: [Cue] = [], but: String = ""
    ) {
      self.about = about
      self.says = says
      self.cues = cues
      self.touches = touches
      self.hints = hints
      self.but = but
    }
  }

  /// A rule, and the stances of it that count.
  public struct Source: Sendable, Equatable {
    public var rule: String
    /// None = all of them.
    public var stances: [Stance]

    public init(rule: String, stances: [Stance] = []) {
      self.rule = rule
      self.stances = stances
    }
  }

  /// A phrase of a form's language. Letters' case and accents do not count.
  public struct Cue: Sendable, Equatable {
    /// Language code.
    public var language: String
    public var phrase: String

    public init(language: String, phrase: String) {
      self.language = language
      self.phrase = phrase
    }
  }

  public var id: String
  /// Its place among the questions, from 1.
  public var order: Int
  /// The question as the reader asks it ("Who outside gets your data?").
  public var title: String
  public var parts: [Part]
  /// What to ask the clinic, whatever the form says.
  public var ask: String

  public init(id: String, order: Int, title: String, parts: [Part], ask: String) {
    self.id = id
    self.order = order
    self.title = title
    self.parts = parts
    self.ask = ask
  }
}

extension KindTable {
  /// The phrases of all parts of `questions` as one table: a phrase's `kind` is twice the number of its part, counted
  /// over all questions, and one more for a hint.
  public init(phrasesOf questions: [Question]) {
    self.init(Self.lists(of: questions))
  }

  /// The words of that table, so that a program can carry them.
  public static func words(ofPhrasesOf questions: [Question]) -> [UInt64] {
    words(of: lists(of: questions))
  }

  private static func lists(of questions: [Question]) -> [DocumentKind] {
    questions.flatMap(\.parts).flatMap { [$0.cues, $0.hints] }.map { phrases in
      let cues = phrases.map { cue in
        DocumentKind.Cue(language: cue.language, place: .text, weight: 1, phrase: cue.phrase)
      }
      return DocumentKind(id: "", title: "", cues: cues)
    }
  }
}
