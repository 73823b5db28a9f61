import Analysis
import SourceText

/// A document that the client has open: its text, its version, and what it says.
struct OpenDocument: Sendable {
  let uri: String
  let languageID: String
  private(set) var version: Int
  private(set) var buffer: TextBuffer
  private var analysis = LiveAnalysis()
  /// True if the text changed since it was checked.
  private var isStale = true
  /// True if the client has not got the diagnostics of this version.
  var isUnpublished = true

  /// True for a project's settings, which are no form.
  let isConfiguration: Bool

  init(uri: String, languageID: String, version: Int, text: String) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    isConfiguration = uri.hasSuffix("/.consentlint.yaml")
    buffer = TextBuffer(Array(text.utf8))
  }

  /// Applies the changes of one notification, in order; a change without a range is the whole text.
  mutating func apply(_ changes: [JSON], version: Int, _ encoding: PositionEncoding) throws(ResponseError) {
    self.version = version
    isStale = true
    isUnpublished = true
    for change in changes {
      guard let text = change["text"]?.string else { throw .invalidParams("a change without its text") }
      if let range = change["range"], !range.isNull {
        guard let start = LSPPosition(range["start"]), let end = LSPPosition(range["end"]) else {
          throw .invalidParams("a range without its ends")
        }
        let first = buffer.offset(of: min(start, end), encoding)
        let last = buffer.offset(of: max(start, end), encoding)
        buffer.replace(first..<max(first, last), with: Array(text.utf8))
      } else {
        buffer = TextBuffer(Array(text.utf8))
      }
    }
  }

  /// What the document says now. After an edit only what it touched is analysed again.
  ///
  /// - Parameters:
  ///   - kind: what kind of document it is, where its project says so. Asked for only where there is something
  ///     to analyse: it looks at the project's files.
  ///   - language: likewise the code of its language.
  mutating func report(
    _ linter: Linter, kind: @autoclosure () -> String? = nil, language: @autoclosure () -> String? = nil
  ) -> DocumentReport {
    if !isStale, let report = analysis.report { return report }
    isStale = false
    return analysis.check(source, with: linter, kind: kind(), language: language())
  }

  /// Forgets what was found: the rules have changed.
  mutating func reset() {
    analysis = LiveAnalysis()
    isStale = true
    isUnpublished = true
  }

  /// The document as the command would read it: the format is told by the bytes and the name. Only where a name tells
  /// nothing, as before a first save, the client's word counts.
  var source: SourceDocument { source(with: isConfiguration ? [] : buffer.bytes) }

  /// The same with other bytes.
  func source(with bytes: [UInt8]) -> SourceDocument {
    var format: DocumentFormat?
    if DocumentURI.path(of: uri) == nil {
      format =
        switch languageID {
        case "markdown": .markdown
        case "html": .html
        default: nil
        }
    }
    return SourceDocument(name: DocumentURI.name(of: uri), bytes: bytes, format: format)
  }

  var blocks: [LiveAnalysis.Piece] { analysis.blocks }
  var captures: [LiveAnalysis.Piece] { analysis.captures }
  func insertion(forMissingAt offset: Int) -> Insertion? { analysis.insertion(forMissingAt: offset) }
  func sentence(at offset: Int) -> LiveAnalysis.Piece? { analysis.sentence(at: offset) }

  /// The range in the client's terms.
  func json(_ range: TextRange, _ encoding: PositionEncoding) -> JSON {
    let start = buffer.position(of: range.start, encoding)
    let end = buffer.position(of: max(range.start, range.end), encoding)
    return ["start": start.json, "end": end.json]
  }
}

extension LSPPosition {
  init?(_ json: JSON?) {
    guard let line = json?["line"]?.integer, let character = json?["character"]?.integer else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSON { ["line": .integer(line), "character": .integer(character)] }
}
