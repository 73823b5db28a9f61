import Analysis

/// The words for what a form says to a question.
enum QuestionText {
  /// The passages of a part that a page shows, each sentence once.
  static func passages(of part: AnsweredQuestion.Part, limit: Int) -> [Passage] {
    var passages: [Passage] = []
    for words in part.words where passages.count < limit {
      if !passages.contains(where: { $0.sentence == words.sentence }) { passages.append(Passage(words)) }
    }
    return passages
  }

  /// What stands before the quoted words; the whole answer where there are none.
  static func lead(of part: AnsweredQuestion.Part) -> String {
    switch part.answer {
    case .says, .touches: "The form says:"
    case .silent: "The form does not say \(part.about)."
    }
  }

  /// The lead for parts that all are silent, in one sentence.
  static func silence(_ parts: [AnsweredQuestion.Part]) -> String {
    let abouts = parts.map(\.about)
    guard let last = abouts.last, abouts.count > 1 else { return parts.first.map(lead) ?? "" }
    return "The form does not say \(abouts.dropLast().joined(separator: ", ")), or \(last)."
  }
}
