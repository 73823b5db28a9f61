import Language

/// Builds the table of cue phrases: first the steps of each phrase by itself, then one automaton of them all that is in
/// one place after each word (the subset construction of Rabin and Scott, 1959).
struct CueTableBuilder {
  /// Words of the longest phrase, and steps of the largest one.
  private static let mostSteps = 400

  private let language: Language
  private var numbers: [PhraseWord: UInt64] = [:]
  /// By key of a word form: the numbers of the words that it can be.
  private var forms: [UInt64: [UInt64]] = [:]
  /// By place: the steps from it. The first place is the beginning of all phrases.
  private var steps: [[Step]] = [[]]
  /// By place: the phrases that end there.
  private var ends: [[Int]] = [[]]

  private struct Step {
    var word: UInt64
    var next: Int
  }

  init(language: Language) {
    self.language = language
  }

  /// Adds the phrase `cue`.
  mutating func add(_ cue: String, index: Int) throws(LexiconError) {
    let pattern: Pattern
    do { pattern = try Pattern.parse(cue) } catch { throw .syntax(entry: cue, of: cue, error) }
    let before = steps.count
    let last = try add(pattern.root, from: [0], into: newPlace(), of: cue)
    guard steps.count - before <= Self.mostSteps else { throw .tooMany(entry: cue, of: cue) }
    for place in last where place != 0 && ends[place].last != index { ends[place].append(index) }
  }

  private mutating func newPlace() -> Int {
    steps.append([])
    ends.append([])
    return steps.count - 1
  }

  /// Adds the steps of `node` from each of `starts` to `end`.
  ///
  /// - Returns: the places behind the node: `end`, and the starts where it may be left out.
  private mutating func add(
    _ node: Pattern.Node, from starts: [Int], into end: Int, of cue: String
  ) throws(LexiconError) -> [Int] {
    switch node {
    case .word(let text): return step(PhraseWord(text: text, isExact: false), from: starts, to: end)
    case .exact(let text): return step(PhraseWord(text: text, isExact: true), from: starts, to: end)
    case .optional(let part):
      let ends = try add(part, from: starts, into: end, of: cue)
      return ends + starts.filter { !ends.contains($0) }
    case .choice(let parts):
      var ends: [Int] = []
      for part in parts {
        for place in try add(part, from: starts, into: end, of: cue) where !ends.contains(place) { ends.append(place) }
      }
      return ends
    case .sequence(let parts):
      var places = starts
      for (index, part) in parts.enumerated() {
        places = try add(part, from: places, into: index == parts.count - 1 ? end : newPlace(), of: cue)
      }
      return places
    case .lexicon, .gap, .capture, .not, .start, .end, .box: throw .notAPhrase(entry: cue, of: cue)
    }
  }

  private mutating func step(_ word: PhraseWord, from starts: [Int], to end: Int) -> [Int] {
    let number = number(of: word)
    for start in starts { steps[start].append(Step(word: number, next: end)) }
    return [end]
  }

  private mutating func number(of word: PhraseWord) -> UInt64 {
    if let known = numbers[word] { return known }
    let number = UInt64(numbers.count + 1)
    numbers[word] = number
    for form in word.isExact ? [word.text] : language.forms(word.text) {
      // Of a text's words the accents are taken off too.
      for key in WordStream(phrase: form).keys.prefix(1) where forms[key]?.contains(number) != true {
        forms[key, default: []].append(number)
      }
    }
    return number
  }

  // MARK: Tables

  /// The automaton: the steps between its states by edge, and by state the phrases that end there.
  private func automaton() -> (edges: [(edge: UInt64, next: UInt64)], ends: [[UInt64]]) {
    var states: [[Int]: UInt64] = [[0]: CueLayout.root]
    var open: [[Int]] = [[0]]
    var edges: [(edge: UInt64, next: UInt64)] = []
    var at = 0
    while at < open.count {
      var targets: [UInt64: Set<Int>] = [:]
      for place in open[at] {
        for step in steps[place] { targets[step.word, default: []].insert(step.next) }
      }
      for (word, places) in targets.sorted(by: { $0.key < $1.key }) {
        let places = places.sorted()
        let state = states[places] ?? UInt64(open.count)
        if states[places] == nil {
          states[places] = state
          open.append(places)
        }
        edges.append((CueLayout.edge(from: UInt64(at), by: word), state))
      }
      at += 1
    }
    return (edges, open.map { places in places.flatMap { ends[$0] }.map(UInt64.init).sorted() })
  }

  /// The table; see `CueTable` for its parts.
  func words(cueCount: Int) -> [UInt64] {
    let (edges, ends) = automaton()
    var lists: [UInt64] = []
    func reference(to list: [UInt64]) -> UInt64 {
      defer { lists += list }
      return UInt64(lists.count) << 16 | UInt64(list.count)
    }
    let wordSlots = Self.slots(for: forms.count)
    var words = [UInt64](repeating: 0, count: 3 * wordSlots)
    let firstSteps = Dictionary(
      uniqueKeysWithValues: edges.filter { $0.edge >> 20 == CueLayout.root }.map { ($0.edge, $0.next) })
    for (key, numbers) in forms.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: key) & (wordSlots - 1)
      while words[3 * slot] != 0 { slot = (slot + 1) & (wordSlots - 1) }
      words[3 * slot] = key
      words[3 * slot + 1] = reference(to: numbers)
      words[3 * slot + 2] = reference(
        to: numbers.compactMap { firstSteps[CueLayout.edge(from: CueLayout.root, by: $0)] })
    }
    let edgeSlots = Self.slots(for: edges.count)
    var steps = [UInt64](repeating: 0, count: edgeSlots)
    for (edge, next) in edges {
      let hash = CueLayout.hash(of: edge)
      var slot = CueLayout.slot(of: hash, count: edgeSlots)
      while steps[slot] != 0 { slot = (slot + 1) & (edgeSlots - 1) }
      steps[slot] = CueLayout.entry(hash, next: next)
    }
    let filter = CueLayout.filter(of: edges.map(\.edge), edgeSlots: edgeSlots)
    let states = ends.map { reference(to: $0) }
    let header = [
      CueLayout.mark, UInt64(wordSlots), UInt64(edgeSlots), UInt64(states.count), UInt64(cueCount), UInt64(lists.count),
    ]
    return header + words + steps + filter + states + lists
  }

  /// A power of two that leaves half of the slots free.
  private static func slots(for count: Int) -> Int {
    var slots = 8
    while slots < 2 * count { slots *= 2 }
    return slots
  }
}
