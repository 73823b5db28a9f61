import SourceText

/// The words for what kept a document from being read.
protocol ProblemTexts: Sendable {
  /// One or two sentences on `problem`: what, and what to do.
  func message(for problem: Problem) -> String
}
