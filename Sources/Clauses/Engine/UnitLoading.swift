import Language

/// How a unit takes up a sentence and looks its words up.
extension UnitView {
  /// Takes up sentence `index` of `document`, whose tokens begin at `base`.
  mutating func load(_ index: Int, of document: Sentences, from base: UnsafePointer<Token>) {
    let sentence = document.sentences[index]
    let first = base + Int(sentence.tokens.lowerBound)
    let ownCount = min(sentence.tokens.count, Segmenter.longestSentence)
    ownStart = 0
    if sentence.leadIn >= 0 {
      ownStart = copyLeadIns(of: sentence, in: document, from: base)
      (memory.tokens + ownStart).initialize(from: first, count: ownCount)
      tokens = UnsafePointer(memory.tokens)
    } else {
      tokens = first
    }
    count = ownStart + ownCount
    lookUp()
    hasBox = sentence.traits.contains(.checkBox) && isChoice(isContinued: sentence.traits.contains(.continuation))
  }

  /// False for a line with a box that chooses nothing ("I understand that ..."), and for what goes on behind the choice.
  func isChoice(isContinued: Bool) -> Bool {
    let (acknowledgment, permission) = (
      tables.cueSets[Cue.acknowledgment.rawValue], tables.cueSets[Cue.permissionNoun.rawValue]
    )
    var head = ownStart
    while head < count, !isWord(head) || isLight(head) || token(head).length == 1 { head += 1 }
    if head < count, holds(acknowledgment, head) { return false }
    return !isContinued || first(of: permission, from: ownStart) < count
  }

  /// Puts the lead-ins before the sentence, outermost first; returns how many tokens they have.
  private func copyLeadIns(of sentence: Sentence, in document: Sentences, from base: UnsafePointer<Token>) -> Int {
    var chain: [Range<Int>] = []
    Unit.forEachLeadIn(of: sentence, in: document) { chain.append($0) }
    var at = 0
    for range in chain.reversed() {
      (memory.tokens + at).initialize(from: base + range.lowerBound, count: range.count)
      at += range.count
    }
    return at
  }

  // MARK: Words and phrases

  private mutating func lookUp() {
    let (words, wordMask, places) = (tables.words, tables.wordMask, memory.places)
    for position in 0..<count {
      let key = tokens[position].key
      var place = Int(truncatingIfNeeded: key) & wordMask
      while words[place].key != key, words[place].key != 0 { place = (place &+ 1) & wordMask }
      places[position] = Int32(truncatingIfNeeded: place)
      if words[place].key != key, tokens[position].traits.contains(.capitalized) { lookUpName(position) }
    }
    clear()
    var passed = Passed()
    for position in 0..<count {
      let word = word(position)
      memory.passed[position] = passed
      passed = passed + weight(of: tokens[position], flags: word.pointee.flags)
      if tokens[position].kind == .comma, isSubject(position &+ 1) { passed = passed + Passed.clauseComma }
      memory.phraseStart[position] = UInt32(truncatingIfNeeded: phraseCount)
      add(word.pointee.row, at: position)
      let state = tables.firstStates[Int(word.pointee.phraseClass)]
      if state != 0 { readPhrases(from: position, state: state) }
    }
    memory.passed[count] = passed
    memory.phraseStart[count] = UInt32(truncatingIfNeeded: phraseCount)
    if count <= PatternReach.mostTokens { noteSigns() }
  }

  /// Notes what `PatternReach` asks for.
  private mutating func noteSigns() {
    var (signs, bit) = (UnitSigns(), UInt64(1))
    for position in 0..<count {
      let passed = passed(position, position &+ 1)
      if !passed.hasHeavy { signs.light |= bit }
      if passed.hasGapBreak { signs.gapBreaks |= bit }
      if memory.phraseStart[position] != memory.phraseStart[position &+ 1] { signs.phrases |= bit }
      memory.lastPosition[memory.passed[position].words] = UInt8(truncatingIfNeeded: position)
      bit &<<= 1
    }
    signs.twoLight = signs.light & signs.light &>> 1
    signs.fourLight = signs.twoLight & signs.twoLight &>> 2
    self.signs = signs
  }

  private mutating func clear() {
    phraseCount = 0
    columnWords = count / 64 + 1
    columns.update(repeating: 0, count: tables.sizes.sets * columnWords)
    for index in 0..<(tables.patternWords * MatcherTables.anchorCount) {
      memory.candidates[index] = tables.always[index]
    }
  }

  @inline(__always)
  private func isSubject(_ position: Int) -> Bool {
    position < count && word(position).pointee.flags & Int(MatcherTables.WordFlag.subject) != 0
  }

  /// What a pattern that goes over `token` passes.
  @inline(__always)
  private func weight(of token: Token, flags: Int) -> Passed {
    if token.key != 0 { return tables.wordWeights[flags] }
    return tables.signWeights[Int(token.kind.rawValue)]
  }

  /// Notes that the word, or a phrase that begins, at `position` is in the sets of a row.
  @inline(__always)
  private func add(_ row: UInt32, at position: Int) {
    let row = tables.rows + Int(row)
    let (column, stride) = (columns + position &>> 6, columnWords)
    let bit = UInt64(1) &<< UInt64(position & 63)
    var set = tables.sets + Int(row.pointee.firstSet)
    let setEnd = set + Int(row.pointee.setCount)
    while set < setEnd {
      column[Int(set.pointee) &* stride] |= bit
      set += 1
    }
    let candidates = memory.candidates
    var mark = tables.marks + Int(row.pointee.firstMark)
    let markEnd = mark + Int(row.pointee.markCount)
    while mark < markEnd {
      candidates[mark.pointee.word] |= mark.pointee.mask
      mark += 1
    }
  }

  /// The position of the next word of a phrase: a hyphen, a slash, an apostrophe, a line to write on or the full stop
  /// of "U.S." between its words does not matter.
  @inline(__always)
  private func following(_ position: Int) -> Int {
    let next = position &+ 1
    guard next < count else { return next }
    switch tokens[next].kind {
    case .dash, .quote, .other, .blank: return next &+ 1
    case .terminator where next &+ 1 < count && !tokens[next &+ 1].traits.contains(.spaced): return next &+ 1
    default: return next
    }
  }

  /// Reads on from the first word of a phrase, and notes where phrases end.
  private mutating func readPhrases(from start: Int, state first: UInt32) {
    var state = first
    var position = following(start)
    while position < count {
      let wordClass = word(position).pointee.phraseClass
      guard wordClass != 0 else { return }
      state = tables.state(after: state, wordClass)
      guard state != 0 else { return }
      let row = tables.phraseRows[Int(state)]
      if row != 0, phraseCount < UnitMemory.mostPhrases {
        memory.phrases[phraseCount] = Phrase(length: UInt32(truncatingIfNeeded: position &+ 1 &- start), row: row)
        phraseCount &+= 1
        add(row, at: start)
      }
      position = following(position)
    }
  }
}
