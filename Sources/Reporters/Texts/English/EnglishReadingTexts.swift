extension EnglishTexts {
  func readingEffort(minutes: Int, pace: Int, grade: Int?) -> String? {
    guard let grade else { return nil }
    return "It may take you \(EnglishCount.text(minutes, "minute")) to read: a rough guess, at \(pace)"
      + " words a minute. It is written for \(level(grade)). NIH asks for grade 8 or lower in consent forms."
      + " In studies, sample forms of medical schools were at grade 10.6, and privacy notices of hospitals at 12.3."
      + " A grade goes by the length of words and sentences. It cannot tell if the text is clear."
  }

  func shortReadingEffort(minutes: Int, grade: Int?) -> String? {
    guard let grade else { return nil }
    return "About \(EnglishCount.text(minutes, "minute")) to read, and written for \(level(grade))."
      + " NIH asks for grade 8 or lower."
  }

  /// The grade in words. No school has a grade above 12.
  private func level(_ grade: Int) -> String {
    grade > 12 ? "people who went to college (grade \(grade))" : "grade \(grade) in school"
  }
}
