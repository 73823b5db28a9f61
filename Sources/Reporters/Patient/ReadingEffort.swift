import Analysis

/// What it takes to read a document, in plain words. Says how long and how hard it is, never that it is clear.
enum ReadingEffort {
  /// Words a minute. A rough guess, and the page says so: adults read English non-fiction silently at about 238
  /// (Brysbaert 2019, Journal of Memory and Language 109:104047), and slower what is new to them.
  static let wordsPerMinute = 200

  /// The line on the page; nil where there is no grade.
  static func line(_ facts: Facts) -> String? {
    guard let grade = facts.fleschKincaidGrade else { return nil }
    return "It may take you \(minutes(facts)) to read: a rough guess, at \(wordsPerMinute)"
      + " words a minute. It is written for \(level(grade)). NIH asks for grade 8 or lower in consent forms."
      + " In studies, sample forms of medical schools were at grade 10.6, and privacy notices of hospitals at 12.3."
      + " A grade goes by the length of words and sentences. It cannot tell if the text is clear."
  }

  /// The same in one short sentence.
  static func shortLine(_ facts: Facts) -> String? {
    guard let grade = facts.fleschKincaidGrade else { return nil }
    return "About \(minutes(facts)) to read, and written for \(level(grade)). NIH asks for grade 8 or lower."
  }

  /// How long it takes to read, as a rough guess.
  private static func minutes(_ facts: Facts) -> String {
    Counts.text(max(1, (facts.words + wordsPerMinute / 2) / wordsPerMinute), "minute")
  }

  /// The grade in words. No school has a grade above 12.
  private static func level(_ grade: Double) -> String {
    let whole = Int(max(1, min(grade.rounded(), 99)))
    return whole > 12 ? "people who went to college (grade \(whole))" : "grade \(whole) in school"
  }
}
