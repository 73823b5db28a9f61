import Language

/// The workspace of the matcher: the sentence at hand with the sentences that introduce it, looked up.
///
/// One unit serves a whole document; its buffers are used again for each sentence.
struct Unit {
  /// Most tokens that lead-ins may add before an item.
  static let longestLeadIn = 240
  /// Most matches of one pattern in one unit.
  static let mostMatches = 4

  let matcher: Matcher
  /// Tokens of the unit: lead-ins, then the sentence itself.
  private(set) var tokens: [Token] = []
  /// Position of the sentence's own first token.
  private(set) var ownStart = 0

  /// By position: the word's facts.
  private(set) var facts: [MatcherTables.WordFacts] = []
  /// Phrases of the lexicon that begin at a position, by position.
  private(set) var phrases: [Phrase] = []
  /// Index of the first phrase at or after a position.
  private var phraseStart: [UInt32] = []
  private var filterState: [UInt64]
  private var survivors: [Int] = []

  struct Phrase: Equatable {
    var position: UInt16
    var length: UInt16
    var symbol: SymbolID
  }

  init(_ matcher: Matcher) {
    self.matcher = matcher
    filterState = matcher.tables.filterInitial
  }

  /// Takes up sentence `index`: looks its words up and selects the patterns that may match.
  mutating func load(_ index: Int, of document: Sentences) {
    tokens.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    phraseStart.removeAll(keepingCapacity: true)
    let sentence = document.sentences[index]
    if sentence.leadIn >= 0 { appendLeadIns(of: sentence, in: document) }
    ownStart = tokens.count
    tokens.append(contentsOf: document.tokens[Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)])
    lookUp()
    select()
  }

  /// Puts the lead-ins before the sentence, outermost first.
  private mutating func appendLeadIns(of sentence: Sentence, in document: Sentences) {
    var chain: [Range<Int32>] = []
    var length = 0
    var next = sentence.leadIn
    while next >= 0, chain.count < 4 {
      let leadIn = document.sentences[Int(next)]
      length += leadIn.tokens.count
      guard length <= Self.longestLeadIn else { break }
      chain.append(leadIn.tokens)
      next = leadIn.leadIn
    }
    for range in chain.reversed() {
      tokens.append(contentsOf: document.tokens[Int(range.lowerBound)..<Int(range.upperBound)])
    }
  }

  // MARK: Words and phrases

  private mutating func lookUp() {
    let keys = matcher.words.base
    let mask = matcher.words.count - 1
    for token in tokens {
      guard token.key != 0 else {
        facts.append(MatcherTables.WordFacts())
        continue
      }
      var place = Int(truncatingIfNeeded: token.key) & mask
      while keys[place] != token.key, keys[place] != 0 { place = (place + 1) & mask }
      facts.append(matcher.wordFacts.base[Int(matcher.wordFactIndex.base[place])])
    }
    for position in tokens.indices {
      phraseStart.append(UInt32(phrases.count))
      if facts[position].flags & MatcherTables.WordFlag.beginsPhrase != 0 {
        follow(node: 0, from: position, at: position)
      }
    }
    phraseStart.append(UInt32(phrases.count))
  }

  /// Follows the trie from `node` over the word at `position`; a word may be several symbols, so it may branch.
  private mutating func follow(node: UInt32, from start: Int, at position: Int) {
    guard position < tokens.count else { return }
    let word = facts[position]
    for offset in 0..<Int(word.phraseSymbolCount) {
      let symbol = matcher.symbolPool.base[Int(word.phraseSymbols) + offset]
      guard let next = child(of: node, symbol) else { continue }
      let ends = matcher.phraseEnds.base[Int(next)]
      for end in 0..<Int(ends & 0xFF) {
        let phrase = Phrase(
          position: UInt16(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: position + 1 - start),
          symbol: matcher.symbolPool.base[Int(ends >> 8) + end])
        phrases.append(phrase)
      }
      var following = position + 1
      if following < tokens.count, tokens[following].kind == .dash { following += 1 }
      follow(node: next, from: start, at: following)
    }
  }

  private func child(of node: UInt32, _ symbol: SymbolID) -> UInt32? {
    let key = OpenTable.phraseKey(node: node, symbol: symbol)
    let keys = matcher.phraseKeys.base
    let mask = matcher.phraseKeys.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return matcher.phraseNodes.base[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Length of `symbol` at `position` in tokens; nil if it is not there. The longest phrase wins over the word.
  @inline(__always)
  func length(of symbol: SymbolID, at position: Int) -> Int? {
    var longest = 0
    var phrase = Int(phraseStart[position])
    let end = Int(phraseStart[position + 1])
    while phrase < end {
      if phrases[phrase].symbol == symbol { longest = max(longest, Int(phrases[phrase].length)) }
      phrase += 1
    }
    if longest > 0 { return longest }
    let word = facts[position]
    for offset in 0..<Int(word.symbolCount) where matcher.symbolPool.base[Int(word.symbols) + offset] == symbol {
      return 1
    }
    return nil
  }

  /// Length of the longest symbol of `set` at `position`; nil if there is none.
  @inline(__always)
  func length(ofSet set: Int, at position: Int) -> Int? {
    let bits = matcher.sets.base + set * matcher.tables.setWords
    var longest = 0
    var phrase = Int(phraseStart[position])
    let end = Int(phraseStart[position + 1])
    while phrase < end {
      if has(phrases[phrase].symbol, in: bits) { longest = max(longest, Int(phrases[phrase].length)) }
      phrase += 1
    }
    if longest > 0 { return longest }
    let word = facts[position]
    for offset in 0..<Int(word.symbolCount)
    where has(matcher.symbolPool.base[Int(word.symbols) + offset], in: bits) {
      return 1
    }
    return nil
  }

  /// True for words and signs that a pattern steps over between two of its parts.
  @inline(__always)
  func isLight(_ position: Int) -> Bool {
    switch tokens[position].kind {
    case .word, .number: facts[position].flags & MatcherTables.WordFlag.light != 0
    case .semicolon, .terminator, .bullet, .box: false
    case .comma, .colon, .openBracket, .closeBracket, .quote, .dash, .blank, .other: true
    }
  }

  @inline(__always)
  private func has(_ symbol: SymbolID, in bits: UnsafePointer<UInt64>) -> Bool {
    bits[Int(symbol) >> 6] & (1 << UInt64(symbol & 63)) != 0
  }

  // MARK: Selection and matching

  private mutating func select() {
    let initial = matcher.tables.filterInitial
    for index in initial.indices { filterState[index] = initial[index] }
    var phrase = 0
    for position in tokens.indices {
      let word = facts[position]
      for offset in 0..<Int(word.symbolCount) { lift(matcher.symbolPool.base[Int(word.symbols) + offset]) }
      while phrase < phrases.count, phrases[phrase].position == position {
        lift(phrases[phrase].symbol)
        phrase += 1
      }
    }
    survivors.removeAll(keepingCapacity: true)
    let top = (MatcherTables.filterLevels - 1) * matcher.tables.filterWords
    for word in 0..<matcher.tables.filterWords {
      var bits = filterState[top + word]
      while bits != 0 {
        survivors.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  @inline(__always)
  private mutating func lift(_ symbol: SymbolID) {
    let words = matcher.tables.filterWords
    var entry = Int(matcher.filterStart.base[Int(symbol)])
    let end = Int(matcher.filterStart.base[Int(symbol) + 1])
    while entry < end {
      let place = Int(matcher.filter.base[entry].place)
      let (level, word) = (place >> 12, place & 0xFFF)
      let mask = matcher.filter.base[entry].mask
      let below = level == 0 ? mask : filterState[(level - 1) * words + word] & mask
      filterState[level * words + word] |= below
      entry += 1
    }
  }

  /// Runs the selected patterns. `body` gets each match; matches of `find` patterns touch the sentence's own tokens.
  mutating func match(_ body: (Match) -> Void) {
    guard !survivors.isEmpty else { return }
    var machine = PatternMachine(self)
    for index in survivors { machine.run(index, body) }
  }
}
