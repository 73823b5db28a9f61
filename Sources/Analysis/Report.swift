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
  /// What remarks in the document say to this program, in the order of the text.
  public var directives: [Directive] = []
  /// What was found and allowed; empty until a project's rules are applied.
  public var suppressed: [SuppressedFinding] = []
  /// What the document says to the questions that patients should ask, in their order; empty where nobody asked.
  public var questions: [AnsweredQuestion]
  /// The text that was read; nil where nobody asked for it.
  public var read: ReadText?

  public init(
    path: String, format: DocumentFormat, language: String, kind: KindGuess? = nil, facts: Facts, findings: [Finding],
    problems: [Problem], questions: [AnsweredQuestion] = [], read: ReadText? = nil
  ) {
    self.path = path
    self.format = format
    self.language = language
    self.kind = kind
    self.facts = facts
    self.findings = findings
    self.problems = problems
    self.questions = questions
    self.read = read
  }
}

/// The report of one run over any number of documents.
public struct Report: Sendable {
  public var documents: [DocumentReport]

  public init(documents: [DocumentReport]) {
    self.documents = documents
  }
}
