import Language

/// What a pattern can ask for: a word in any form, one form, or a lexicon class.
typealias SymbolID = UInt16

/// The symbols that one part of a pattern takes, by a number.
typealias SetID = UInt16

/// Gives symbols to words and classes, and builds the tables that find them in a text.
struct VocabularyBuilder {
  private let language: Language
  private var lexicon: LexiconExpansion

  private var symbols: [SymbolName: SymbolID] = [:]
  private var phrases = PhraseAutomaton()
  private var facts: [UInt64: Facts] = [:]
  private var keysOf: [PhraseWord: [UInt64]] = [:]

  private enum SymbolName: Hashable {
    case word(PhraseWord)
    case lexicon(String)
  }

  /// What is known of the word with a key.
  private struct Facts {
    var symbols: [SymbolID] = []
    var flags: UInt8 = 0
  }

  init(language: Language, lexicon: [LexiconClass]) {
    self.language = language
    let cues = Cue.allCases.map { LexiconClass(name: $0.className, entries: language.cues[$0] ?? []) }
    self.lexicon = LexiconExpansion(lexicon + cues)
    for word in language.lightWords { mark(word, MatcherTables.WordFlag.light) }
    for word in language.clauseSubjects { mark(word, MatcherTables.WordFlag.subject) }
    for word in language.gapBreaks { mark(word, MatcherTables.WordFlag.gapBreak) }
  }

  private mutating func mark(_ word: String, _ flag: UInt8) {
    facts[WordKey.of(folded: word.utf8), default: Facts()].flags |= flag
  }

  /// The symbol of a word in a pattern.
  mutating func symbol(of word: PhraseWord) -> SymbolID {
    if let known = symbols[.word(word)] { return known }
    let symbol = newSymbol(.word(word))
    for key in keys(of: word) { add(symbol, to: key) }
    return symbol
  }

  /// The symbol of a lexicon class; `user` is who asks, for the error.
  mutating func symbol(ofClass name: String, neededBy user: String) throws(LexiconError) -> SymbolID {
    if let known = symbols[.lexicon(name)] { return known }
    let symbol = newSymbol(.lexicon(name))
    for entry in try lexicon.phrases(of: name, neededBy: user) {
      let words = phrases.add(symbol, entry: entry) { [language] in Self.keys(of: $0, language) }
      for word in words {
        for key in keys(of: word) { add(symbol, to: key) }
      }
    }
    return symbol
  }

  private mutating func newSymbol(_ name: SymbolName) -> SymbolID {
    let symbol = SymbolID(symbols.count)
    symbols[name] = symbol
    return symbol
  }

  private mutating func keys(of word: PhraseWord) -> [UInt64] {
    if let known = keysOf[word] { return known }
    let keys = Self.keys(of: word, language)
    keysOf[word] = keys
    return keys
  }

  private static func keys(of word: PhraseWord, _ language: Language) -> [UInt64] {
    let forms = word.isExact ? [word.text] : language.forms(word.text)
    return forms.map { WordKey.of(folded: $0.utf8) }
  }

  private mutating func add(_ symbol: SymbolID, to key: UInt64) {
    if facts[key]?.symbols.contains(symbol) != true { facts[key, default: Facts()].symbols.append(symbol) }
  }

  // MARK: Tables

  /// Writes the vocabulary for patterns that ask for `sets`. Every order is fixed, so that the same rules give the
  /// same bytes.
  func write(for sets: [[SymbolID]], into tables: inout MatcherTables) {
    var rows = RowBuilder(sets)
    let states = phrases.states().minimized()
    let keys = Set(facts.keys).union(states.classOf.keys).sorted()
    for key in keys {
      var record = MatcherTables.WordFacts()
      record.row = rows.row(of: facts[key]?.symbols ?? [])
      record.phraseClass = states.classOf[key] ?? 0
      record.firstState = states.firstState[Int(record.phraseClass)]
      record.flags = facts[key]?.flags ?? 0
      tables.wordFacts.append(record)
    }
    tables.wordKeys = keys

    tables.phraseEdges = PhraseEdge.table(of: states.edges)
    tables.phraseFilter = [UInt64](repeating: 0, count: 1 << (MatcherTables.filterBits - 6))
    for edge in states.edges {
      let bit = MatcherView.filterBit(PhraseEdge.hash(edge.state, edge.wordClass))
      tables.phraseFilter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    tables.phraseRows = states.ends.map { rows.row(of: $0) }
    tables.rows = rows.rows
    tables.setCount = sets.count
  }
}

/// Turns groups of symbols into rows, the sets that hold one of them; equal rows are one.
private struct RowBuilder {
  private(set) var rows: [[SetID]] = [[]]
  private var setsOf: [SymbolID: [SetID]] = [:]
  private var known: [[SetID]: UInt32] = [[]: 0]

  init(_ sets: [[SymbolID]]) {
    for (index, set) in sets.enumerated() {
      for symbol in set { setsOf[symbol, default: []].append(SetID(index)) }
    }
  }

  mutating func row(of symbols: [SymbolID]) -> UInt32 {
    let row = Set(symbols.flatMap { setsOf[$0] ?? [] }).sorted()
    if let index = known[row] { return index }
    let index = UInt32(rows.count)
    known[row] = index
    rows.append(row)
    return index
  }
}

extension Cue {
  /// The name of the lexicon class that holds the cue's words; no rule's class can be called so.
  var className: String { "cue:\(self)" }
}
