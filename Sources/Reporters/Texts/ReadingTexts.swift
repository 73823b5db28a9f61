/// The words for how long and how hard a document is to read. They never say that it is clear.
protocol ReadingTexts: Sendable {
  /// One paragraph; nil where there is nothing to say.
  ///
  /// - Parameters:
  ///   - minutes: a rough guess, 1 or more.
  ///   - pace: the words a minute that it goes by.
  ///   - grade: of a school in the United States, 1 or more; nil where it was not measured.
  func readingEffort(minutes: Int, pace: Int, grade: Int?) -> String?
  /// The same in one short line.
  func shortReadingEffort(minutes: Int, grade: Int?) -> String?
}
