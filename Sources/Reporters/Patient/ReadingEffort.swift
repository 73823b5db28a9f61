import Analysis

/// What it takes to read a document, in plain words. Says how long and how hard it is, never that it is clear.
enum ReadingEffort {
  /// Words a minute. A rough guess, and the page says so: adults read English non-fiction silently at about 238
  /// (Brysbaert 2019, Journal of Memory and Language 109:104047), and slower what is new to them.
  static let wordsPerMinute = 200

  /// The line on the page; nil where there is nothing to say.
  static func line(_ facts: Facts, in texts: any Texts) -> String? {
    texts.readingEffort(minutes: minutes(facts), pace: wordsPerMinute, grade: grade(facts))
  }

  /// The same in one short sentence.
  static func shortLine(_ facts: Facts, in texts: any Texts) -> String? {
    texts.shortReadingEffort(minutes: minutes(facts), grade: grade(facts))
  }

  /// How long it takes to read, as a rough guess.
  private static func minutes(_ facts: Facts) -> Int {
    max(1, (facts.words + wordsPerMinute / 2) / wordsPerMinute)
  }

  /// The whole grade, 1 or more.
  private static func grade(_ facts: Facts) -> Int? {
    facts.fleschKincaidGrade.map { Int(max(1, min($0.rounded(), 99))) }
  }
}
