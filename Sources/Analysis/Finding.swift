import Clauses
import SourceText

/// What was found in a document (a clause, or what is missing, contradicts or is vague), with all that a reader needs to
/// judge it.
public struct Finding: Sendable {
  /// The kinds of finding in the report's contract.
  public enum Kind: String, Sendable, CaseIterable { case clause, missing, conflict, wording }

  /// Another place in the same document that belongs to a finding, such as the other half of a contradiction.
  public struct Related: Sendable, Equatable {
    /// The rule that found the place; nil if none did.
    public var rule: String?
    /// What the place has to do with the finding, in one line.
    public var message: String
    public var start: LineIndex.Position
    public var end: LineIndex.Position
    public var place: Place?
    public var heading: String?
    public var quote: String

    public init(
      rule: String?, message: String, start: LineIndex.Position, end: LineIndex.Position, quote: String,
      place: Place? = nil, heading: String? = nil
    ) {
      self.rule = rule
      self.message = message
      self.start = start
      self.end = end
      self.quote = quote
      self.place = place
      self.heading = heading
    }
  }

  public var rule: String
  public var kind: Kind
  public var stance: Stance?
  public var effect: Rule.Effect
  public var level: Rule.Level
  public var title: String
  public var message: String
  public var why: String
  public var ask: String
  /// In the file's own bytes (text, Markdown, HTML), else in the extracted text.
  public var start: LineIndex.Position
  public var end: LineIndex.Position
  /// Where a person finds it in a document that has no lines; nil where line and column say it.
  public var place: Place?
  /// The heading above, for documents that have no lines.
  public var heading: String?
  /// The words at `range` as read, with white space folded.
  public var quote: String
  /// The whole sentence around the quote, with white space folded.
  public var sentence: String
  /// What named parts of the pattern matched.
  public var captures: [String: String]
  public var related: [Related]
  public var see: [Rule.Citation]
  /// Stable when unrelated text moves: of rule, stance, quote and its occurrence.
  public var fingerprint: String

  public init(
    rule: String, kind: Kind, stance: Stance?, effect: Rule.Effect, level: Rule.Level, title: String, message: String,
    why: String, ask: String, start: LineIndex.Position, end: LineIndex.Position, quote: String, sentence: String,
    captures: [String: String], see: [Rule.Citation], fingerprint: String, place: Place? = nil, heading: String? = nil,
    related: [Related] = []
  ) {
    self.rule = rule
    self.kind = kind
    self.stance = stance
    self.effect = effect
    self.level = level
    self.title = title
    self.message = message
    self.why = why
    self.ask = ask
    self.start = start
    self.end = end
    self.quote = quote
    self.sentence = sentence
    self.captures = captures
    self.related = related
    self.see = see
    self.fingerprint = fingerprint
    self.place = place
    self.heading = heading
  }
}
