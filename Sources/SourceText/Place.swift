/// Where a person finds a block of a document that has no lines of its own.
public enum Place: Sendable, Equatable {
  /// `paragraph` from 1, counted as a word processor does: over the body, empty ones left out.
  case paragraph(Int)
  /// `page` and `line` from 1; `confidence` (0 to 1) of the recogniser, if the line was read from a picture.
  case page(Int, line: Int, confidence: Double?)
}
