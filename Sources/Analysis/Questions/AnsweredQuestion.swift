import Clauses
import SourceText

/// A question that patients should ask, with what a document says to it.
public struct AnsweredQuestion: Sendable, Equatable {
  /// Words of the document that belong to a question.
  public struct Words: Sendable, Equatable {
    /// Fingerprint of the finding; nil if no rule found the words but a phrase of the question.
    public var finding: String?
    /// Nil without a finding.
    public var stance: Stance?
    public var quote: String
    public var sentence: String
    /// As a finding's: in the file's own bytes (text, Markdown, HTML), else in the extracted text.
    public var start: LineIndex.Position
    public var end: LineIndex.Position
    public var place: Place?
    public var heading: String?

    public init(
      finding: String?, stance: Stance?, quote: String, sentence: String, start: LineIndex.Position,
      end: LineIndex.Position, place: Place? = nil, heading: String? = nil
    ) {
      self.finding = finding
      self.stance = stance
      self.quote = quote
      self.sentence = sentence
      self.start = start
      self.end = end
      self.place = place
      self.heading = heading
    }
  }

  /// What a document says to a part of a question.
  public enum Answer: String, Sendable, CaseIterable {
    /// It answers it.
    case says
    /// It touches on it and leaves it open.
    case touches
    /// Nothing was found.
    case silent
  }

  public struct Part: Sendable, Equatable {
    /// Follows "the form says" and "the form does not say".
    public var about: String
    public var answer: Answer
    /// The most telling first; none for `silent`.
    public var words: [Words]
    /// What the words leave open, in one sentence; only for `touches`.
    public var but: String

    public init(about: String, answer: Answer, words: [Words] = [], but: String = "") {
      self.about = about
      self.answer = answer
      self.words = words
      self.but = but
    }
  }

  public var id: String
  public var title: String
  public var parts: [Part]
  /// What to ask, whatever the document says.
  public var ask: String

  public init(id: String, title: String, parts: [Part], ask: String) {
    self.id = id
    self.title = title
    self.parts = parts
    self.ask = ask
  }

  /// True if the document answers every part.
  public var isAnswered: Bool { parts.allSatisfy { $0.answer == .says } }
}
