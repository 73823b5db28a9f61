/// Something that kept a document, or a part of it, from being read. Facts only; the words are made at the edge.
public enum Problem: Sendable, Equatable {
  /// There is no text in the document.
  case empty
  /// The bytes are not those of a text or of a format that can be read.
  case binary(looksLike: String?)
  /// The format is known but has no reader yet.
  case unsupported(DocumentFormat)
  /// Bytes that are not valid in the text's encoding were replaced. `range` is the first of them, in the file.
  case invalidEncoding(encoding: String, count: Int, range: TextRange)
}

extension Problem {
  /// True if the document was not read whole, so that "nothing found" must not be said.
  public var hidesText: Bool {
    switch self {
    case .empty, .binary, .unsupported: true
    case .invalidEncoding: false
    }
  }
}
