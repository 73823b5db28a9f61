import Language

/// Gives symbols to words and classes, and builds the tables that find them in a text.
struct VocabularyBuilder {
  private let language: Language
  private var lexicon: LexiconExpansion

  private var symbols: [SymbolName: SymbolID] = [:]
  private var wordSymbols: [PhraseWord: SymbolID] = [:]
  /// By word key: symbols that patterns ask for, and symbols that phrases are made of.
  private var facts: [UInt64: Facts] = [:]
  private var formsOf: [PhraseWord: [UInt64]] = [:]
  private var trie: [UInt64: UInt32] = [:]
  private var endsOfNode: [[SymbolID]] = [[]]
  private var phraseStarters = Set<SymbolID>()

  private enum SymbolName: Hashable {
    case word(PhraseWord)
    case lexicon(String)
  }

  private struct Facts {
    var symbols: [SymbolID] = []
    var phraseSymbols: [SymbolID] = []
    var flags: UInt8 = 0
  }

  init(language: Language, lexicon: [LexiconClass]) {
    self.language = language
    let cues = Cue.allCases.map { LexiconClass(name: $0.className, entries: language.cues[$0] ?? []) }
    self.lexicon = LexiconExpansion(lexicon + cues)
  }

  /// The symbol of a word in a pattern.
  mutating func symbol(of word: PhraseWord) -> SymbolID {
    if let known = symbols[.word(word)] { return known }
    let symbol = newSymbol(.word(word))
    for key in keys(of: word) { add(symbol, toSymbolsOf: key) }
    return symbol
  }

  /// The symbol of a lexicon class; `user` is who asks, for the error.
  mutating func symbol(ofClass name: String, neededBy user: String) throws(LexiconError) -> SymbolID {
    if let known = symbols[.lexicon(name)] { return known }
    let symbol = newSymbol(.lexicon(name))
    for phrase in try lexicon.phrases(of: name, neededBy: user) {
      if phrase.count == 1 {
        for key in keys(of: phrase[0]) { add(symbol, toSymbolsOf: key) }
      } else {
        add(symbol, endingPhrase: phrase)
      }
    }
    return symbol
  }

  /// Number of symbols that patterns ask for. The symbols of phrases' words are numbered apart.
  var symbolCount: Int { symbols.count }

  private mutating func newSymbol(_ name: SymbolName) -> SymbolID {
    let symbol = SymbolID(symbolCount)
    symbols[name] = symbol
    return symbol
  }

  private mutating func keys(of word: PhraseWord) -> [UInt64] {
    if let known = formsOf[word] { return known }
    let forms = word.isExact ? [word.text] : language.forms(word.text)
    let keys = forms.map { WordKey.of(folded: $0.utf8) }
    formsOf[word] = keys
    return keys
  }

  private mutating func add(_ symbol: SymbolID, toSymbolsOf key: UInt64) {
    if facts[key]?.symbols.contains(symbol) != true { facts[key, default: Facts()].symbols.append(symbol) }
  }

  private mutating func add(_ symbol: SymbolID, endingPhrase phrase: [PhraseWord]) {
    var node: UInt32 = 0
    for (index, word) in phrase.enumerated() {
      let wordSymbol = phraseSymbol(of: word)
      if index == 0 { phraseStarters.insert(wordSymbol) }
      let edge = UInt64(node) << 16 | UInt64(wordSymbol)
      if let next = trie[edge] {
        node = next
      } else {
        node = UInt32(endsOfNode.count)
        endsOfNode.append([])
        trie[edge] = node
      }
    }
    if !endsOfNode[Int(node)].contains(symbol) { endsOfNode[Int(node)].append(symbol) }
  }

  private mutating func phraseSymbol(of word: PhraseWord) -> SymbolID {
    if let known = wordSymbols[word] { return known }
    let symbol = SymbolID(wordSymbols.count)
    wordSymbols[word] = symbol
    for key in keys(of: word) { facts[key, default: Facts()].phraseSymbols.append(symbol) }
    return symbol
  }

  // MARK: Tables

  /// Writes the vocabulary's tables. Every order is fixed, so that the same rules give the same bytes.
  mutating func write(into tables: inout MatcherTables) {
    for word in language.lightWords { mark(word, MatcherTables.WordFlag.light) }
    for word in language.gapBreaks { mark(word, MatcherTables.WordFlag.gapBreak) }
    let words = facts.sorted { $0.key < $1.key }
    var table = OpenTable(count: words.count)
    for (key, word) in words {
      var record = MatcherTables.WordFacts()
      record.symbols = UInt32(tables.symbolPool.count)
      record.symbolCount = UInt8(clamping: word.symbols.count)
      tables.symbolPool += word.symbols.sorted().prefix(255)
      record.signature = word.symbols.reduce(0) { $0 | MatcherTables.signature(of: $1) }
      record.phraseSymbols = UInt32(tables.symbolPool.count)
      record.phraseSymbolCount = UInt8(clamping: word.phraseSymbols.count)
      tables.symbolPool += word.phraseSymbols.sorted().prefix(255)
      record.flags = word.flags
      if word.phraseSymbols.contains(where: phraseStarters.contains) {
        record.flags |= MatcherTables.WordFlag.beginsPhrase
      }
      table.insert(key, UInt32(tables.wordFacts.count))
      tables.wordFacts.append(record)
    }
    tables.wordKeys = table.keys
    tables.wordFactIndex = table.values

    var edges = OpenTable(count: trie.count)
    for (edge, node) in trie.sorted(by: { $0.key < $1.key }) {
      edges.insert(OpenTable.phraseKey(node: UInt32(edge >> 16), symbol: SymbolID(edge & 0xFFFF)), node)
    }
    tables.phraseKeys = edges.keys
    tables.phraseNodes = edges.values
    tables.phraseEnds = endsOfNode.map { ends in
      let start = UInt32(tables.symbolPool.count)
      tables.symbolPool += ends.sorted()
      return start << 8 | UInt32(ends.count)
    }
  }

  private mutating func mark(_ word: String, _ flag: UInt8) {
    facts[WordKey.of(folded: word.utf8), default: Facts()].flags |= flag
  }
}

/// A hash table by open addressing with linear probing; key 0 marks a free place.
struct OpenTable {
  var keys: [UInt64]
  var values: [UInt32]

  init(count: Int) {
    var capacity = 16
    while capacity < count * 3 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
  }

  mutating func insert(_ key: UInt64, _ value: UInt32) {
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    values[place] = value
  }

  /// The key of a trie edge, spread over the table by a multiplicative hash (Knuth, TAOCP 6.4); never 0.
  @inline(__always)
  static func phraseKey(node: UInt32, symbol: SymbolID) -> UInt64 {
    let edge = UInt64(node) << 16 | UInt64(symbol)
    let spread = (edge &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return spread ^ (spread >> 32) | 1 << 63
  }
}

extension Cue {
  /// The name of the lexicon class that holds the cue's words; no rule's class can be called so.
  var className: String { "cue:\(self)" }
}
