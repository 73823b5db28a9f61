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

  /// The texts of a question in another language than the base one.
  public struct Wording: Sendable, Equatable {
    public var title: String
    public var ask: String
    /// Of each part: what it asks about, and what `touches` and `hints` leave open; as many as the question has.
    public var abouts: [String]
    public var buts: [String]

    public init(title: String, ask: String, abouts: [String], buts: [String]) {
      self.title = title
      self.ask = ask
      self.abouts = abouts
      self.buts = buts
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
  /// By language code.
  public var translations: [String: Wording]

  public init(
    id: String, order: Int, title: String, parts: [Part], ask: String, translations: [String: Wording] = [:]
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.parts = parts
    self.ask = ask
    self.translations = translations
  }

  /// The question with its texts in a language; as it is where they are not there.
  public func translated(to language: String) -> Question {
    guard let wording = translations[language] else { return self }
    var question = self
    (question.title, question.ask) = (wording.title, wording.ask)
    for (index, (about, but)) in zip(wording.abouts, wording.buts).enumerated() where parts.indices.contains(index) {
      (question.parts[index].about, question.parts[index].but) = (about, but)
    }
    return question
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
