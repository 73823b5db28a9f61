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
  ///
  /// - Parameter question: of several parts each answer says which one it is about.
  static func lead(of part: AnsweredQuestion.Part, in question: AnsweredQuestion) -> String {
    switch part.answer {
    case .says where question.parts.count > 1: "The form says \(part.about):"
    case .says, .touches: "The form says:"
    case .silent: "The form does not say \(part.about)."
    }
  }

  /// The lead for parts that all are silent, in one sentence.
  static func silence(_ parts: [AnsweredQuestion.Part]) -> String {
    let abouts = parts.map(\.about)
    guard let last = abouts.last else { return "" }
    let others = abouts.dropLast().joined(separator: ", ")
    return "The form does not say \(others)\(others.isEmpty ? "" : ", or ")\(last)."
  }
}
