/// The phrases of the lexicon as an automaton over words, so that a text is read with one look-up a word.
///
/// Each entry of a class is a path through places, with a branch for each choice; a word of the text may be several words
/// of phrases ("used" is a form of "use" and itself). The subset construction then makes one state of all places that the
/// same words reach.
struct PhraseAutomaton {
  typealias PhraseSymbol = UInt16

  private var symbolOf: [PhraseWord: PhraseSymbol] = [:]
  /// By phrase symbol: the keys of the words that it takes.
  private var keysOf: [[UInt64]] = []
  private var nodes: [Node] = [Node()]

  private struct Node {
    var children: [PhraseSymbol: [Int]] = [:]
    var ends: [SymbolID] = []
  }

  /// A word with which a phrase begins, and the place behind it.
  private struct FirstStep {
    var word: PhraseWord
    var next: Int
  }

  /// Adds an entry of the class `symbol`.
  ///
  /// - Parameters:
  ///   - entry: words, sequences, choices and optional parts.
  ///   - keys: the keys of all forms of a word.
  /// - Returns: the words that are a phrase by themselves: the automaton has only phrases of two words and more.
  mutating func add(_ symbol: SymbolID, entry: Pattern.Node, keys: (PhraseWord) -> [UInt64]) -> [PhraseWord] {
    var first: [FirstStep] = []
    let last = Set(add(entry, from: [0], to: newNode(), first: &first, keys: keys))
    for node in last where node != 0 { nodes[node].ends.append(symbol) }
    for step in first where !nodes[step.next].children.isEmpty {
      link(0, phraseSymbol(of: step.word, keys: keys), step.next)
    }
    return first.filter { last.contains($0.next) }.map(\.word)
  }

  /// Adds `part` from each of `starts` to `end`.
  ///
  /// - Returns: the places behind it: `end`, and the starts where it may be left out.
  private mutating func add(
    _ part: Pattern.Node, from starts: [Int], to end: Int, first: inout [FirstStep], keys: (PhraseWord) -> [UInt64]
  ) -> [Int] {
    switch part {
    case .word(let text):
      step(PhraseWord(text: text, isExact: false), from: starts, to: end, first: &first, keys: keys)
    case .exact(let text):
      step(PhraseWord(text: text, isExact: true), from: starts, to: end, first: &first, keys: keys)
    case .optional(let part):
      let ends = add(part, from: starts, to: end, first: &first, keys: keys)
      return ends + starts.filter { !ends.contains($0) }
    case .choice(let parts):
      var ends: [Int] = []
      for part in parts {
        for place in add(part, from: starts, to: end, first: &first, keys: keys) where !ends.contains(place) {
          ends.append(place)
        }
      }
      return ends
    case .sequence(let parts):
      var places = starts
      for (index, part) in parts.enumerated() {
        let next = index == parts.count - 1 ? end : newNode()
        places = add(part, from: places, to: next, first: &first, keys: keys)
      }
      return places
    // `LexiconExpansion` lets none of these through.
    case .lexicon, .gap, .capture, .not, .start, .end, .box: return starts
    }
    return [end]
  }

  private mutating func step(
    _ word: PhraseWord, from starts: [Int], to end: Int, first: inout [FirstStep], keys: (PhraseWord) -> [UInt64]
  ) {
    for start in starts {
      if start == 0 {
        first.append(FirstStep(word: word, next: end))
      } else {
        link(start, phraseSymbol(of: word, keys: keys), end)
      }
    }
  }

  private mutating func link(_ start: Int, _ symbol: PhraseSymbol, _ end: Int) {
    if nodes[start].children[symbol]?.contains(end) != true { nodes[start].children[symbol, default: []].append(end) }
  }

  private mutating func newNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func phraseSymbol(of word: PhraseWord, keys: (PhraseWord) -> [UInt64]) -> PhraseSymbol {
    if let known = symbolOf[word] { return known }
    let symbol = PhraseSymbol(keysOf.count)
    symbolOf[word] = symbol
    keysOf.append(keys(word))
    return symbol
  }

  /// The automaton made deterministic.
  struct States {
    /// By key of a word: its class, from 1.
    var classOf: [UInt64: UInt32] = [:]
    /// By class: the state after such a word as the first of a phrase; 0 = none.
    var firstState: [UInt32] = [0]
    /// In the order of their state and class.
    var edges: [(state: UInt32, wordClass: UInt32, next: UInt32)] = []
    /// By state, from 1: the lexicon classes whose phrases end there.
    var ends: [[SymbolID]] = [[]]
  }

  /// The subset construction (Hopcroft and Ullman, 2.3.5). Every order is fixed.
  func states() -> States {
    var result = States()
    let classes = wordClasses(into: &result)
    var numbers: [[Int]: UInt32] = [:]
    var open: [[Int]] = []
    func number(_ set: [Int]) -> UInt32 {
      if let known = numbers[set] { return known }
      let number = UInt32(result.ends.count)
      numbers[set] = number
      result.ends.append(Array(Set(set.flatMap { nodes[$0].ends })).sorted())
      open.append(set)
      return number
    }
    for (wordClass, symbols) in classes.enumerated() where wordClass > 0 {
      let set = reached(from: [0], by: symbols)
      result.firstState.append(set.isEmpty ? 0 : number(set))
    }
    let classesOf = classesBySymbol(classes)
    var next = 0
    while next < open.count {
      let set = open[next]
      next += 1
      let state = numbers[set] ?? 0
      let candidates = Set(set.flatMap { nodes[$0].children.keys.flatMap { classesOf[Int($0)] } })
      for wordClass in candidates.sorted() {
        let following = number(reached(from: set, by: classes[wordClass]))
        result.edges.append((state, UInt32(wordClass), following))
      }
    }
    return result
  }

  /// The phrase symbols of each class of words; class 0 is that of words in no phrase.
  private func wordClasses(into states: inout States) -> [[PhraseSymbol]] {
    var symbolsOf: [UInt64: [PhraseSymbol]] = [:]
    for (symbol, keys) in keysOf.enumerated() {
      for key in keys { symbolsOf[key, default: []].append(PhraseSymbol(symbol)) }
    }
    var classes: [[PhraseSymbol]] = [[]]
    var numbers: [[PhraseSymbol]: UInt32] = [:]
    for (key, symbols) in symbolsOf.sorted(by: { $0.key < $1.key }) {
      if numbers[symbols] == nil {
        numbers[symbols] = UInt32(classes.count)
        classes.append(symbols)
      }
      states.classOf[key] = numbers[symbols]
    }
    return classes
  }

  private func classesBySymbol(_ classes: [[PhraseSymbol]]) -> [[Int]] {
    var result = [[Int]](repeating: [], count: keysOf.count)
    for (index, symbols) in classes.enumerated() {
      for symbol in symbols { result[Int(symbol)].append(index) }
    }
    return result
  }

  private func reached(from set: [Int], by symbols: [PhraseSymbol]) -> [Int] {
    Array(Set(set.flatMap { node in symbols.flatMap { nodes[node].children[$0] ?? [] } })).sorted()
  }
}
