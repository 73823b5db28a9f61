import Readers
import SourceText

/// The text of a document as it was read, for those that show the whole of it.
public struct ReadText: Sendable {
  public var text: Text
  /// True if findings give their places in the file's own bytes; false if in `text`.
  public var rangesAreInFile: Bool
  /// SHA-256 of the file's bytes, in hexadecimal digits.
  public var fileHash: String

  public init(text: Text, rangesAreInFile: Bool, fileHash: String) {
    self.text = text
    self.rangesAreInFile = rangesAreInFile
    self.fileHash = fileHash
  }

  /// Where in `text` a place of the report is; empty for a place that no text came from.
  public func range(from start: LineIndex.Position, to end: LineIndex.Position) -> TextRange {
    let range = TextRange(start: start.byte, end: max(start.byte, end.byte))
    return rangesAreInFile ? text.map.text(from: range) : range
  }
}
