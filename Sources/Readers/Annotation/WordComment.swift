import SourceText

/// A comment to be put into a Word document.
public struct WordComment: Sendable, Equatable {
  /// The words that it is about, in the document's text as `Reader` gives it.
  public var range: TextRange
  /// What it says, a paragraph each; the first is set in bold.
  public var paragraphs: [String]
  /// Names the comment, so that a second run knows it: letters, digits and hyphens.
  public var mark: String

  public init(range: TextRange, paragraphs: [String], mark: String) {
    self.range = range
    self.paragraphs = paragraphs
    self.mark = mark
  }
}

/// A Word document with comments.
public struct AnnotatedDocument: Sendable {
  public var bytes: [UInt8]
  /// Comments that were written now, and those of an earlier run that were there already.
  public var added = 0
  public var kept = 0
  /// Comments of an earlier run that are about nothing any more, and were taken out.
  public var removed = 0
  /// Indices of comments that stand at the nearest place where Word allows one: words in a note or in a text box.
  public var nearby: [Int] = []
  /// Indices of comments that have no place: Word allows none in headers and footers.
  public var unplaced: [Int] = []
}

/// Why a document could not be given comments.
public enum AnnotationFailure: Error, Equatable {
  /// It could not be read whole.
  case unreadable([Problem])
  /// Its parts are written in a way that cannot be changed safely.
  case unusual
  /// The new file could not be put together.
  case packing
}
