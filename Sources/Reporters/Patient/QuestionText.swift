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
  static func lead(
    of part: AnsweredQuestion.Part, in question: AnsweredQuestion, _ texts: any Texts
  ) -> String {
    switch part.answer {
    case .says where question.parts.count > 1: texts.says(part.about) + ":"
    case .says, .touches: texts.says(nil) + ":"
    case .silent: texts.doesNotSay([part.about])
    }
  }
}
