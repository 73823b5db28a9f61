/// A comment in a document that speaks to this program. It is no text of the form.
public struct Remark: Sendable, Equatable {
  /// How a document shows what a remark is about.
  public enum Bond: Sendable, Equatable {
    /// `origin` holds the words that it is about.
    case words
    /// It stands between blocks.
    case betweenBlocks
    /// It stands in a block, behind some of its words.
    case behindWords
    /// Its line shows it: behind words, or alone.
    case line
  }

  /// What every remark begins with.
  public static let mark: StaticString = "consentlint:"

  /// What it says, behind the mark, without white space at both ends.
  public var text: String
  /// The remark with its signs, or the words that it is about; in the file, or in the extracted text.
  public var origin: TextRange
  public var bond: Bond

  public init(text: String, origin: TextRange, bond: Bond) {
    self.text = text
    self.origin = origin
    self.bond = bond
  }

  /// The remark with `map`'s origin of its range.
  public func moved(through map: SourceMap) -> Remark {
    var moved = self
    moved.origin = map.origin(of: origin)
    return moved
  }
}
