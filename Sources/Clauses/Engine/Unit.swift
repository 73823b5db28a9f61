import Language

/// The sentence at hand with the sentences that introduce it, looked up: what patterns are run on.
///
/// A unit is a view on the document's tokens and on `UnitMemory`; it is used for one sentence after the other.
struct Unit {
  /// Most tokens of one lead-in that stand before an item: its last ones.
  private static let mostOfLeadIn = 60
  /// Most tokens that lead-ins may add before an item.
  static let longestLeadIn = mostOfLeadIn * mostLeadIns
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
  /// Number of positions whose row is not empty.
  private(set) var busyCount = 0

  /// A phrase of the lexicon that begins at `position`.
  struct Phrase: BitwiseCopyable {
    var position: UInt16
    var length: UInt16
    /// Start of its row.
    var row: UInt32
  }

  init(_ matcher: Matcher) {
    self.matcher = matcher
    view = matcher.view
    memory = UnitMemory(matcher.tables, matcher.view)
    tokens = UnsafePointer(memory.tokens)
  }

  /// The token at a position.
  @inline(__always)
  func token(_ position: Int) -> Token { tokens[position] }

  /// True for words and numbers: only they have keys.
  @inline(__always)
  func isWord(_ position: Int) -> Bool { tokens[position].key != 0 }

  /// What the matcher knows of the word at a position.
  @inline(__always)
  func word(_ position: Int) -> UnsafePointer<MatcherView.Word> { view.words + Int(memory.places[position]) }

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
    var next = sentence.leadIn
    while next >= 0, chain.count < Self.mostLeadIns {
      let leadIn = document.sentences[Int(next)]
      let start = max(leadIn.tokens.lowerBound, leadIn.tokens.upperBound - Int32(Self.mostOfLeadIn))
      chain.append(start..<leadIn.tokens.upperBound)
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
      memory.places[position] = Int32(truncatingIfNeeded: view.place(ofWord: tokens[position].key))
    }
    memory.candidates.update(from: view.always, count: view.patternWords)
    memory.present.update(repeating: 0, count: view.requiredWords)
    phraseCount = 0
    busyCount = 0
    for position in 0..<count {
      let word = word(position)
      var row = view.rows + Int(word.pointee.row)
      let firstPhrase = phraseCount
      memory.phraseStart[position] = UInt32(truncatingIfNeeded: firstPhrase)
      if word.pointee.firstState != 0 {
        readPhrases(from: position, state: word.pointee.firstState)
        if phraseCount > firstPhrase { row = compose(row, firstPhrase..<phraseCount, at: position) }
      }
      memory.rows[position] = row
      guard row != view.rows else { continue }
      memory.busy[busyCount] = UInt16(truncatingIfNeeded: position)
      memory.busyRows[busyCount] = row
      busyCount &+= 1
      for index in 0..<view.requiredWords { memory.present[index] |= row[index] }
      mark(from: Int(word.pointee.marks), count: Int(word.pointee.markCount))
    }
    memory.phraseStart[count] = UInt32(truncatingIfNeeded: phraseCount)
  }

  @inline(__always)
  private func mark(from start: Int, count: Int) {
    for index in start..<(start &+ count) { memory.candidates[view.marks[index].word] |= view.marks[index].mask }
  }

  /// The row of a word together with those of the phrases that begin there.
  private func compose(_ row: UnsafePointer<UInt64>, _ phrases: Range<Int>, at position: Int) -> UnsafePointer<UInt64> {
    let composed = memory.composed + position &* view.rowWords
    composed.update(from: row, count: view.rowWords)
    for phrase in phrases {
      let start = Int(memory.phrases[phrase].row)
      for index in 0..<view.rowWords { composed[index] |= view.rows[start &+ index] }
      let row = start / view.rowWords
      mark(from: Int(view.rowMarks[row]), count: Int(view.rowMarks[row &+ 1] &- view.rowMarks[row]))
    }
    return UnsafePointer(composed)
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

  /// Reads on from the first word of a phrase, and notes where phrases end.
  private mutating func readPhrases(from start: Int, state first: UInt32) {
    var state = first
    var position = following(start)
    while position < count {
      let wordClass = word(position).pointee.phraseClass
      guard wordClass != 0 else { return }
      state = view.state(after: state, wordClass)
      guard state != 0 else { return }
      let row = view.phraseRows[Int(state)]
      if row != 0, phraseCount < UnitMemory.mostPhrases {
        memory.phrases[phraseCount] = Phrase(
          position: UInt16(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: position &+ 1 &- start),
          row: row)
        phraseCount &+= 1
      }
      position = following(position)
    }
  }

  /// Number of tokens that `set` takes at `position`; 0 if it takes none. The longest phrase wins over the word.
  @inline(__always)
  func length(of set: UInt16, at position: Int) -> Int {
    let (word, mask) = (Int(set) >> 6, UInt64(1) &<< UInt64(set & 63))
    guard memory.rows[position][word] & mask != 0 else { return 0 }
    var phrase = Int(memory.phraseStart[position])
    let end = Int(memory.phraseStart[position &+ 1])
    var longest = 1
    while phrase < end {
      let row = view.rows + Int(memory.phrases[phrase].row)
      if row[word] & mask != 0 { longest = max(longest, Int(memory.phrases[phrase].length)) }
      phrase &+= 1
    }
    return longest
  }

  /// True if the sentence has a box to tick, or its lead-in asks for a mark ("please initial").
  var isLineToTick: Bool {
    let cue = view.cueSets[Cue.choice.rawValue]
    return hasBox || (0..<ownStart).contains { length(of: cue, at: $0) > 0 }
  }

  /// True for words and signs that a pattern steps over between two of its parts.
  @inline(__always)
  func isLight(_ position: Int) -> Bool {
    if isWord(position) { return word(position).pointee.flags & MatcherTables.WordFlag.light != 0 }
    return switch tokens[position].kind {
    case .semicolon, .terminator, .bullet, .box, .word, .number: false
    case .comma, .colon, .openBracket, .closeBracket, .quote, .dash, .blank, .other: true
    }
  }

  // MARK: Matching

  /// Runs the patterns all of whose sets are there, in order. `body` gets each match; matches of `find` patterns
  /// touch the sentence's own tokens.
  func match(_ body: (Match) -> Void) {
    var machine = PatternMachine(self)
    for word in 0..<view.patternWords {
      var bits = memory.candidates[word]
      while bits != 0 {
        let index = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        if holdsRequired(view.programs[index]) { machine.run(index, body) }
      }
    }
  }

  /// Adds the sets that are in the unit to a row of bits.
  func addSets(to row: inout [UInt64]) {
    for index in 0..<busyCount {
      for word in row.indices { row[word] |= memory.busyRows[index][word] }
    }
  }

  /// True if a token of each of the program's sets is there, one after the other.
  private func holdsRequired(_ program: MatcherTables.Program) -> Bool {
    let sets = view.requiredSets + Int(program.required)
    for index in 0..<Int(program.requiredCount) {
      let set = Int(sets[index])
      guard memory.present[set >> 6] & (1 &<< UInt64(set & 63)) != 0 else { return false }
    }
    guard program.requiredCount > 1 else { return true }
    var at = 0
    for index in 0..<Int(program.requiredCount) {
      let (word, mask) = (Int(sets[index]) >> 6, UInt64(1) &<< UInt64(sets[index] & 63))
      while at < busyCount, memory.busyRows[at][word] & mask == 0 { at &+= 1 }
      guard at < busyCount else { return false }
      at &+= 1
    }
    return true
  }
}
