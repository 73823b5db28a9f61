import Analysis

/// How a report says what a document answers to the questions.
extension JSONWriter {
  mutating func write(_ question: AnsweredQuestion) {
    object { json in
      json.key("id")
      json.string(question.id)
      json.key("title")
      json.string(question.title)
      json.key("answered")
      json.boolean(question.isAnswered)
      json.key("findings")
      json.array(question.parts.flatMap(\.words).compactMap(\.finding)) { $0.string($1) }
      json.key("ask")
      json.string(question.ask)
      json.key("parts")
      json.array(question.parts) { $0.write($1) }
    }
  }

  private mutating func write(_ part: AnsweredQuestion.Part) {
    object { json in
      json.key("about")
      json.string(part.about)
      json.key("answer")
      json.string(part.answer.rawValue)
      if !part.but.isEmpty {
        json.key("but")
        json.string(part.but)
      }
      json.key("words")
      json.array(part.words) { json, words in
        json.object { json in
          json.key("finding")
          json.string(words.finding)
          json.range(words.start, words.end)
          json.place(words.place, heading: words.heading)
          json.key("quote")
          json.string(words.quote)
        }
      }
    }
  }
}
