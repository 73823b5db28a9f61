/// The phrases of the lexicon as an automaton over words, so that a text is read with one look-up a word.
///
/// Phrases are put into a trie over their words, of which a word of the text may be several ("used" is a form of "use"
/// and itself). The subset construction then makes one state of all trie nodes that the same words reach.
struct PhraseAutomaton {
  typealias PhraseSymbol = UInt16

  private var symbolOf: [PhraseWord: PhraseSymbol] = [:]
  /// By phrase symbol: the keys of the words that it takes.
  private var keysOf: [[UInt64]] = []
  private var nodes: [Node] = [Node()]

  private struct Node {
    var children: [PhraseSymbol: Int] = [:]
    var ends: [SymbolID] = []
  }

  /// Adds a phrase of the class `symbol`: its words, each with the keys of all its forms.
  mutating func add(_ symbol: SymbolID, phrase: [(word: PhraseWord, keys: [UInt64])]) {
    var node = 0
    for (word, keys) in phrase {
      let step = phraseSymbol(of: word, keys: keys)
      if let next = nodes[node].children[step] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[step] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if !nodes[node].ends.contains(symbol) { nodes[node].ends.append(symbol) }
  }

  private mutating func phraseSymbol(of word: PhraseWord, keys: [UInt64]) -> PhraseSymbol {
    if let known = symbolOf[word] { return known }
    let symbol = PhraseSymbol(keysOf.count)
    symbolOf[word] = symbol
    keysOf.append(keys)
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
    Array(Set(set.flatMap { node in symbols.compactMap { nodes[node].children[$0] } })).sorted()
  }
}
