extension PackWriter {
  mutating func write(_ rule: MissingRule) {
    write(rule.id)
    write(rule.title)
    write(rule.since)
    write(rule.kinds)
    write(rule.when)
    write(rule.expect)
    write(rule.section)
    write(rule.message)
    write(rule.why)
    write(rule.ask)
    write(rule.wording)
    write(rule.see)
    write(rule.present)
    write(rule.absent)
  }

  mutating func write(_ rule: ConflictRule) {
    write(rule.id)
    write(rule.title)
    write(rule.since)
    write(rule.level.rawValue)
    write(rule.first) { $0.write($1) }
    write(rule.second) { $0.write($1) }
    write(rule.unless)
    write(rule.scope)
    write(rule.message)
    write(rule.why)
    write(rule.ask)
    write(rule.see)
    for pairs in [rule.flags, rule.passes] {
      write(pairs) { writer, pair in
        writer.write(pair.first)
        writer.write(pair.second)
      }
    }
  }

  private mutating func write(_ evidence: Evidence) {
    write(evidence.alternatives) { writer, signs in
      writer.write(signs) { writer, sign in
        switch sign {
        case .clause(let selector): writer.write(selector)
        case .cue(let phrase):
          // No rule has an empty name.
          writer.write("")
          writer.write(phrase)
        }
      }
    }
  }

  private mutating func write(_ selector: ClauseSelector) {
    write(selector.rule)
    write(selector.stance)
  }
}

extension PackReader {
  mutating func missingRule() throws(PackCodingError) -> MissingRule {
    MissingRule(
      id: try text(), title: try text(), since: try text(), kinds: try levels(), when: try evidence(),
      expect: try evidence(), section: try authorsTexts(), message: try text(), why: try text(), ask: try text(),
      wording: try text(), see: try citations(), present: try authorsTexts(), absent: try authorsTexts())
  }

  mutating func conflictRule() throws(PackCodingError) -> ConflictRule {
    ConflictRule(
      id: try text(), title: try text(), since: try text(), level: try word(), first: try selectors(),
      second: try selectors(),
      unless: try authorsTexts(), scope: try authorsTexts(), message: try text(), why: try text(), ask: try text(),
      see: try citations(),
      flags: try pairs(), passes: try pairs())
  }

  private mutating func evidence() throws(PackCodingError) -> Evidence {
    Evidence(
      try list { reader throws(PackCodingError) in
        try reader.list { reader throws(PackCodingError) in
          let rule = try reader.text()
          if rule.isEmpty { return .cue(try reader.authorsText()) }
          return .clause(ClauseSelector(rule: rule, stance: try reader.stance()))
        }
      })
  }

  private mutating func selectors() throws(PackCodingError) -> [ClauseSelector] {
    try list { reader throws(PackCodingError) in
      ClauseSelector(rule: try reader.text(), stance: try reader.stance())
    }
  }

  private mutating func pairs() throws(PackCodingError) -> [ConflictRule.Pair] {
    try list { reader throws(PackCodingError) in
      ConflictRule.Pair(first: try reader.authorsText(), second: try reader.authorsText())
    }
  }
}
