extension PackWriter {
  mutating func write(_ question: Question) {
    write(question.id)
    write(String(question.order))
    write(question.title)
    write(question.parts) { writer, part in
      writer.write(part.about)
      for sources in [part.says, part.touches] {
        writer.write(sources) { writer, source in
          writer.write(source.rule)
          writer.write(source.stances) { $0.write($1) }
        }
      }
      for cues in [part.cues, part.hints] {
        writer.write(cues) { writer, cue in
          writer.write(cue.language)
          writer.write(cue.phrase)
        }
      }
      writer.write(part.but)
    }
    write(question.ask)
    write(question.translations.sorted { $0.key < $1.key }) { writer, translation in
      writer.write(translation.key)
      writer.write(translation.value.title)
      writer.write(translation.value.ask)
      writer.write(translation.value.abouts)
      writer.write(translation.value.buts)
    }
  }
}

extension PackReader {
  mutating func question() throws(PackCodingError) -> Question {
    let id = try text()
    // As text: a number could be larger than the count of bytes left.
    guard let order = Int(try text()) else { throw fault }
    return Question(
      id: id, order: order, title: try text(),
      parts: try list { reader throws(PackCodingError) in try reader.part() },
      ask: try text(), translations: try translations())
  }

  private mutating func translations() throws(PackCodingError) -> [String: Question.Wording] {
    let all = try list { reader throws(PackCodingError) in
      (
        language: try reader.text(),
        wording: Question.Wording(
          title: try reader.text(), ask: try reader.text(), abouts: try reader.texts(), buts: try reader.texts())
      )
    }
    return Dictionary(all.map { ($0.language, $0.wording) }) { first, _ in first }
  }

  private mutating func part() throws(PackCodingError) -> Question.Part {
    let about = try text()
    let (says, touches) = (try sources(), try sources())
    let (cues, hints) = (try self.cues(), try self.cues())
    return Question.Part(about: about, says: says, cues: cues, touches: touches, hints: hints, but: try text())
  }

  private mutating func cues() throws(PackCodingError) -> [Question.Cue] {
    try list { reader throws(PackCodingError) in
      Question.Cue(language: try reader.text(), phrase: try reader.authorsText())
    }
  }

  private mutating func sources() throws(PackCodingError) -> [Question.Source] {
    try list { reader throws(PackCodingError) in
      Question.Source(
        rule: try reader.text(), stances: try reader.list { reader throws(PackCodingError) in try reader.word() })
    }
  }
}
