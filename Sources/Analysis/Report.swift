import Clauses
import SourceText

/// What one document says: the one value that all faces show. See `schema/report-1.schema.json` for its JSON form.
public struct DocumentReport: Sendable {
  /// The document's name as it was given.
  public var path: String
  public var format: DocumentFormat
  /// Language code ("en").
  public var language: String
  /// The kind of document; nil if it was not looked for, as in a document without words.
  public var kind: KindGuess?
  public var facts: Facts
  /// In the order of the text.
  public var findings: [Finding]
  public var problems: [Problem]

  public init(
    path: String, format: DocumentFormat, language: String, kind: KindGuess? = nil, facts: Facts, findings: [Finding],
    problems: [Problem]
  ) {
    self.path = path
    self.format = format
    self.language = language
    self.kind = kind
    self.facts = facts
    self.findings = findings
    self.problems = problems
  }
}

/// One clause that was found, with all that a reader needs to judge it.
public struct Finding: Sendable {
  /// The kinds of finding in the report's contract.
  public enum Kind: String, Sendable, CaseIterable { case clause, missing, conflict, wording }

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
  public var see: [Rule.Citation]
  /// Stable when unrelated text moves: of rule, stance, quote and its occurrence.
  public var fingerprint: String

  public init(
    rule: String, kind: Kind, stance: Stance?, effect: Rule.Effect, level: Rule.Level, title: String, message: String,
    why: String, ask: String, start: LineIndex.Position, end: LineIndex.Position, quote: String, sentence: String,
    captures: [String: String], see: [Rule.Citation], fingerprint: String, place: Place? = nil, heading: String? = nil
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
    self.see = see
    self.fingerprint = fingerprint
    self.place = place
    self.heading = heading
  }
}

/// The report of one run over any number of documents.
public struct Report: Sendable {
  public var documents: [DocumentReport]

  public init(documents: [DocumentReport]) {
    self.documents = documents
  }
}
