extension PackWriter {
  mutating func write(_ rule: Rule) {
    write(rule.id)
    write(rule.kind.rawValue)
    write(rule.title)
    write(rule.effect.rawValue)
    write(rule.level.rawValue)
    write(rule.levels)
    write(rule.since)
    write(rule.stance)
    write(rule.polarity.rawValue)
    write(rule.find) { writer, find in
      writer.write(find.stance)
      writer.write(find.pattern)
    }
    write(rule.unless)
    write(rule.yields)
    write(rule.weighsConditions ? "true" : "false")
    write(rule.messages)
    write(rule.why)
    write(rule.ask)
    write(rule.replacement ?? "")
    write(rule.see)
    write(rule.maps)
    write(rule.flags) { writer, example in
      writer.write(example.stance)
      writer.write(example.sentence)
    }
    write(rule.passes)
  }
}

extension PackReader {
  mutating func rule() throws(PackCodingError) -> Rule {
    Rule(
      id: try text(), kind: try word(), title: try text(), effect: try word(), level: try word(),
      levels: try levels(), since: try text(), stance: try word(), polarity: try word(),
      find: try list { reader throws(PackCodingError) in
        let stance = try reader.stance()
        return Rule.Find(pattern: try reader.authorsText(), stance: stance)
      },
      unless: try authorsTexts(), yields: try texts(), weighsConditions: try text() == "true",
      messages: try dictionary { reader throws(PackCodingError) in try reader.word() },
      why: try text(), ask: try text(), replacement: try replacement(), see: try citations(),
      maps: try dictionary { reader throws(PackCodingError) in try reader.text() },
      flags: try list { reader throws(PackCodingError) in
        let stance = try reader.stance()
        return Rule.Example(sentence: try reader.authorsText(), stance: stance)
      },
      passes: try authorsTexts())
  }

  private mutating func replacement() throws(PackCodingError) -> String? {
    let text = try text()
    return text.isEmpty ? nil : text
  }
}
