import Language

/// The sentence at hand with the sentences that introduce it, looked up: what patterns are run on.
///
/// A unit is a view on the document's tokens and on `UnitMemory`; it is used for one sentence after the other.
struct Unit {
  /// Most tokens that lead-ins may add before an item.
  static let longestLeadIn = 240
  /// Most lead-ins above an item.
  private static let mostLeadIns = 4

  let memory: UnitMemory
  let view: MatcherView
  private let matcher: Matcher
  /// Tokens of the unit: lead-ins, then the sentence itself.
  private(set) var tokens: UnsafePointer<Token>
  /// Number of tokens.
  private(set) var count = 0
  /// Position of the sentence's own first token.
  private(set) var ownStart = 0
  /// True if the sentence begins with a box to tick.
  private var hasBox = false
  private var phraseCount = 0
  /// Number of positions at which there is a symbol.
  private(set) var busyCount = 0

  /// A phrase of the lexicon that begins at `position`.
  struct Phrase: BitwiseCopyable {
    var position: UInt16
    var length: UInt16
    var symbol: SymbolID
  }

  init(_ matcher: Matcher) {
    self.matcher = matcher
    view = matcher.view
    memory = UnitMemory(matcher.tables)
    tokens = UnsafePointer(memory.tokens)
  }

  /// The token at a position.
  @inline(__always)
  func token(_ position: Int) -> Token { tokens[position] }

  /// The facts of the word at a position.
  @inline(__always)
  func facts(_ position: Int) -> MatcherTables.WordFacts { memory.facts[position] }

  /// Takes up sentence `index` and looks its words up. `all` are the document's tokens; they must outlive the use
  /// of the unit.
  mutating func load(_ index: Int, of document: Sentences, tokens all: UnsafeBufferPointer<Token>) {
    let sentence = document.sentences[index]
    let own = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
    hasBox = sentence.traits.contains(.checkBox)
    ownStart = 0
    guard let base = all.baseAddress else { return }
    if sentence.leadIn >= 0 {
      ownStart = copyLeadIns(of: sentence, in: document, from: base)
      (memory.tokens + ownStart).initialize(from: base + own.lowerBound, count: min(own.count, Segmenter.longestSentence))
      tokens = UnsafePointer(memory.tokens)
    } else {
      tokens = base + own.lowerBound
    }
    count = ownStart + min(own.count, Segmenter.longestSentence)
    lookUp()
  }

  /// Puts the lead-ins before the sentence, outermost first; returns how many tokens they have.
  private func copyLeadIns(of sentence: Sentence, in document: Sentences, from base: UnsafePointer<Token>) -> Int {
    var chain: [Range<Int32>] = []
    var length = 0
    var next = sentence.leadIn
    while next >= 0, chain.count < Self.mostLeadIns {
      let leadIn = document.sentences[Int(next)]
      guard length + leadIn.tokens.count <= Self.longestLeadIn else { break }
      length += leadIn.tokens.count
      chain.append(leadIn.tokens)
      next = leadIn.leadIn
    }
    var at = 0
    for range in chain.reversed() {
      (memory.tokens + at).initialize(from: base + Int(range.lowerBound), count: range.count)
      at += range.count
    }
    return at
  }

  // MARK: Words and phrases

  private mutating func lookUp() {
    for position in 0..<count {
      let key = tokens[position].key
      memory.facts[position] = key == 0 ? MatcherTables.WordFacts() : view.facts(ofWord: key)
    }
    phraseCount = 0
    busyCount = 0
    for position in 0..<count {
      memory.phraseStart[position] = UInt32(truncatingIfNeeded: phraseCount)
      let facts = memory.facts[position]
      if facts.flags & MatcherTables.WordFlag.beginsPhrase != 0 {
        let next = following(position)
        if next < count, memory.facts[next].phraseSymbolCount > 0 { follow(node: 0, from: position, at: position) }
      }
      var signature = facts.signature
      for phrase in Int(memory.phraseStart[position])..<phraseCount {
        signature |= MatcherTables.signature(of: memory.phrases[phrase].symbol)
      }
      memory.signatures[position] = signature
      if signature != 0 {
        memory.busy[busyCount] = UInt16(truncatingIfNeeded: position)
        memory.busySignatures[busyCount] = signature
        busyCount &+= 1
      }
    }
    memory.phraseStart[count] = UInt32(truncatingIfNeeded: phraseCount)
  }

  /// The position of the next word of a phrase: a hyphen, a slash or an apostrophe between its words does not matter.
  @inline(__always)
  private func following(_ position: Int) -> Int {
    let next = position &+ 1
    guard next < count else { return next }
    switch tokens[next].kind {
    case .dash, .quote, .other: return next &+ 1
    default: return next
    }
  }

  /// Follows the trie from `node` over the word at `position`; a word may be several symbols, so it may branch.
  private mutating func follow(node: UInt32, from start: Int, at position: Int) {
    guard position < count else { return }
    let word = memory.facts[position]
    for offset in 0..<Int(word.phraseSymbolCount) {
      let next = view.child(of: node, view.symbolPool[Int(word.phraseSymbols) &+ offset])
      guard next != 0 else { continue }
      let ends = view.phraseEnds[Int(next)]
      for end in 0..<Int(ends & 0xFF) where phraseCount < UnitMemory.mostPhrases {
        memory.phrases[phraseCount] = Phrase(
          position: UInt16(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: position + 1 - start),
          symbol: view.symbolPool[Int(ends >> 8) + end])
        phraseCount += 1
      }
      follow(node: next, from: start, at: following(position))
    }
  }

  /// Length of `symbol` at `position` in tokens; 0 if it is not there. The longest phrase wins over the word.
  @inline(__always)
  func length(of symbol: SymbolID, at position: Int) -> Int {
    guard memory.signatures[position] & MatcherTables.signature(of: symbol) != 0 else { return 0 }
    return length(at: position) { $0 == symbol }
  }

  /// Length of the longest symbol of `set` at `position`; 0 if there is none.
  @inline(__always)
  func length(ofSet set: Int, at position: Int) -> Int {
    guard memory.signatures[position] & view.setSignatures[set] != 0 else { return 0 }
    let bits = view.sets + set &* view.setWords
    return length(at: position) { bits[Int($0) >> 6] & (1 &<< UInt64($0 & 63)) != 0 }
  }

  @inline(__always)
  private func length(at position: Int, _ isWanted: (SymbolID) -> Bool) -> Int {
    var longest = 0
    var phrase = Int(memory.phraseStart[position])
    let end = Int(memory.phraseStart[position + 1])
    while phrase < end {
      if isWanted(memory.phrases[phrase].symbol) { longest = max(longest, Int(memory.phrases[phrase].length)) }
      phrase &+= 1
    }
    if longest > 0 { return longest }
    let word = memory.facts[position]
    let symbols = view.symbolPool + Int(word.symbols)
    for offset in 0..<Int(word.symbolCount) where isWanted(symbols[offset]) { return 1 }
    return 0
  }

  /// True if the sentence has a box to tick, or its lead-in asks for a mark ("please initial").
  var isLineToTick: Bool {
    let cue = view.cueSymbols[Cue.choice.rawValue]
    return hasBox || (0..<ownStart).contains { length(of: cue, at: $0) > 0 }
  }

  /// True for words and signs that a pattern steps over between two of its parts.
  @inline(__always)
  func isLight(_ position: Int) -> Bool {
    switch tokens[position].kind {
    case .word, .number: memory.facts[position].flags & MatcherTables.WordFlag.light != 0
    case .semicolon, .terminator, .bullet, .box: false
    case .comma, .colon, .openBracket, .closeBracket, .quote, .dash, .blank, .other: true
    }
  }

  // MARK: Matching

  /// Runs the patterns all of whose symbols are there, in order. `body` gets each match; matches of `find` patterns
  /// touch the sentence's own tokens.
  func match(_ body: (Match) -> Void) {
    selectCandidates()
    var machine = PatternMachine(self)
    for word in 0..<view.filterWords {
      var bits = memory.candidates[word]
      while bits != 0 {
        let index = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        if holdsRequired(view.programs[index]) { machine.run(index, body) }
      }
    }
  }

  /// Notes which symbols are there, and the patterns whose rarest symbol is among them.
  private func selectCandidates() {
    memory.candidates.update(from: view.filterInitial, count: view.filterWords)
    memory.present.update(repeating: 0, count: view.setWords)
    memory.presentSets.update(repeating: 0, count: view.setCountWords)
    forEachSymbol(note)
  }

  /// Calls `body` with each symbol in the unit, as often as it stands there.
  @inline(__always)
  func forEachSymbol(_ body: (SymbolID) -> Void) {
    for index in 0..<busyCount {
      let word = memory.facts[Int(memory.busy[index])]
      let symbols = view.symbolPool + Int(word.symbols)
      for offset in 0..<Int(word.symbolCount) { body(symbols[offset]) }
    }
    for index in 0..<phraseCount { body(memory.phrases[index].symbol) }
  }

  @inline(__always)
  private func note(_ symbol: SymbolID) {
    let (word, mask) = (Int(symbol) >> 6, UInt64(1) &<< UInt64(symbol & 63))
    guard memory.present[word] & mask == 0 else { return }
    memory.present[word] |= mask
    for entry in Int(view.filterStart[Int(symbol)])..<Int(view.filterStart[Int(symbol) &+ 1]) {
      memory.candidates[Int(view.filter[entry].word)] |= view.filter[entry].mask
    }
    for entry in Int(view.membershipStart[Int(symbol)])..<Int(view.membershipStart[Int(symbol) &+ 1]) {
      memory.presentSets[Int(view.membership[entry].word)] |= view.membership[entry].mask
    }
  }

  /// True if a symbol of each of the program's sets is there, one after the other.
  private func holdsRequired(_ program: MatcherTables.Program) -> Bool {
    let sets = view.requiredSets + Int(program.required)
    for index in 0..<Int(program.requiredCount) {
      let set = Int(sets[index])
      guard memory.presentSets[set >> 6] & (1 &<< UInt64(set & 63)) != 0 else { return false }
    }
    // Signatures tell only that a symbol may be there; the run will see.
    var at = 0
    for index in 0..<Int(program.requiredCount) {
      let signature = view.setSignatures[Int(sets[index])]
      while at < busyCount, memory.busySignatures[at] & signature == 0 { at &+= 1 }
      guard at < busyCount else { return false }
      at &+= 1
    }
    return true
  }
}
