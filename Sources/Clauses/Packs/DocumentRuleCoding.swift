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
    write(rule.first.map(\.description))
    write(rule.second.map(\.description))
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

  /// A sign as its text: a selector and a phrase are told apart by how they look.
  private mutating func write(_ evidence: Evidence) {
    write(evidence.alternatives) { writer, signs in
      writer.write(
        signs.map { sign in
          switch sign {
          case .clause(let selector): selector.description
          case .cue(let phrase): phrase
          }
        })
    }
  }
}

extension PackReader {
  mutating func missingRule() throws(PackCodingError) -> MissingRule {
    MissingRule(
      id: try text(), title: try text(), since: try text(), kinds: try levels(), when: try evidence(),
      expect: try evidence(), section: try texts(), message: try text(), why: try text(), ask: try text(),
      wording: try text(), see: try citations(), present: try texts(), absent: try texts())
  }

  mutating func conflictRule() throws(PackCodingError) -> ConflictRule {
    ConflictRule(
      id: try text(), title: try text(), since: try text(), level: try word(), first: try selectors(),
      second: try selectors(),
      unless: try texts(), scope: try texts(), message: try text(), why: try text(), ask: try text(),
      see: try citations(),
      flags: try pairs(), passes: try pairs())
  }

  private mutating func evidence() throws(PackCodingError) -> Evidence {
    Evidence(
      try list { reader throws(PackCodingError) in
        try reader.texts().map { text in ClauseSelector(text).map(Evidence.Sign.clause) ?? .cue(text) }
      })
  }

  private mutating func selectors() throws(PackCodingError) -> [ClauseSelector] {
    try list { reader throws(PackCodingError) in
      guard let selector = ClauseSelector(try reader.text()) else { throw reader.fault }
      return selector
    }
  }

  private mutating func pairs() throws(PackCodingError) -> [ConflictRule.Pair] {
    try list { reader throws(PackCodingError) in
      ConflictRule.Pair(first: try reader.text(), second: try reader.text())
    }
  }
}
