import Analysis

/// How a report says what a document answers to the questions.
extension JSONWriter {
  /// - Parameter findings: those of the document, which the answers point at.
  mutating func write(_ question: AnsweredQuestion, findings: [Finding]) {
    object { json in
      json.key("id")
      json.string(question.id)
      json.key("title")
      json.string(question.title)
      json.key("answered")
      json.boolean(question.isAnswered)
      json.key("findings")
      let named = question.parts.flatMap(\.words).compactMap(\.finding).filter(findings.indices.contains)
      json.array(named) { $0.string(findings[$1].fingerprint) }
      json.key("ask")
      json.string(question.ask)
      json.key("parts")
      json.array(question.parts) { $0.write($1, findings: findings) }
    }
  }

  private mutating func write(_ part: AnsweredQuestion.Part, findings: [Finding]) {
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
          json.string(words.finding.flatMap { findings.indices.contains($0) ? findings[$0].fingerprint : nil })
          json.range(words.start, words.end)
          json.place(words.place, heading: words.heading)
          json.key("quote")
          json.string(Excerpt.around(words.quote, in: "", limit: JSONReport.sentenceLimit))
        }
      }
    }
  }
}
