import SourceText

extension Linter {
  /// Reads two versions of a document, of any two formats, and compares what they mean to the patient.
  ///
  /// Never fails: what could not be read is among the problems of the reports, and then nothing can be said of what is
  /// missing from either.
  ///
  /// - Parameters:
  ///   - kind: what kind of document both are, where somebody knows; one of `kinds`.
  ///   - language: the code of the language of both, where somebody knows.
  public func compare(
    _ old: SourceDocument, _ new: SourceDocument, kind: String? = nil, language: String? = nil
  ) -> Comparison {
    Comparer.compare(version(old, kind: kind, language: language), version(new, kind: kind, language: language))
  }
}
