import Analysis

/// A letter in the patient's voice that quotes the form and asks. It asks and claims nothing: what the law gives is
/// different from place to place.
public struct Letter: Sendable {
  /// A paragraph of the letter; a blank is a line to fill in.
  public struct Paragraph: Sendable, Equatable {
    public enum Role: Sendable { case text, heading, quote, blank }

    public var role: Role
    public var text: String
  }

  public let paragraphs: [Paragraph]
  /// The language of the letter as Word names it: "en-US".
  let wordLanguage: String

  /// A letter in the document's language.
  ///
  /// - Parameter asks: what to ask for, in the order of the letter.
  public init(_ document: DocumentReport, asks: [LetterAsk]) {
    let texts = document.texts
    var writer = LetterWriter(texts: texts, findings: LetterFindings(document))
    let name = document.path == "<stdin>" ? nil : document.path.split(separator: "/").last.map(String.init)
    writer.open(formName: name?.printable)
    for ask in asks { writer.write(ask) }
    writer.close()
    paragraphs = writer.paragraphs
    wordLanguage = texts.wordLanguage
  }
}
