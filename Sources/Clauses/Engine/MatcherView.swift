import Language
import SourceText

/// The matcher's tables as plain pointers, laid out for its hot loops: copied without reference counting, read without
/// checks.
struct MatcherView: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: the memory behind the pointers never changes, and the matcher keeps it.

  /// All that the matcher knows of a word. Small, so that many lie in the cache.
  struct Word: BitwiseCopyable, Sendable {
    /// 0 = a free place of the table.
    var key: UInt64 = 0
    /// Index of its row.
    var row: UInt32 = 0
    private var classAndFlags: UInt32 = 0

    init() {}

    init(key: UInt64, _ facts: MatcherTables.WordFacts) {
      self.key = key
      row = facts.row
      classAndFlags = facts.phraseClass << 2 | UInt32(facts.flags & 3)
    }

    /// Its class in phrases; 0 = it is in none.
    var phraseClass: UInt32 { classAndFlags &>> 2 }
    var flags: Int { Int(classAndFlags & 3) }
  }

  /// A row as lists: most rows have few bits.
  struct SparseRow: BitwiseCopyable, Sendable {
    /// Start and number of its sets in `sets`.
    var firstSet: UInt32
    var setCount: UInt32
    /// Start and number of its marks in `marks`.
    var firstMark: UInt32
    var markCount: UInt32
  }

  /// Patterns that a row makes candidates.
  struct Mark: BitwiseCopyable, Sendable {
    /// Index into the words of 64 patterns.
    var word: Int
    var mask: UInt64
  }

  let words: UnsafePointer<Word>
  let wordMask: Int
  /// Places of the words that stand for names; -1 = no pattern asks for them.
  let namePlace: Int32
  let makerPlace: Int32
  let toolPlace: Int32
  let rows: UnsafePointer<UInt64>
  /// Words of 64 sets in a row.
  let rowWords: Int
  let sparseRows: UnsafePointer<SparseRow>
  let sets: UnsafePointer<UInt16>
  let marks: UnsafePointer<Mark>
  /// By class of words: the state after such a word as the first of a phrase; 0 = it begins none.
  let firstStates: UnsafePointer<UInt32>
  let phraseKeys: UnsafePointer<UInt64>
  let phraseMask: Int
  /// One bit for the hash of each edge of the automaton: most pairs of words are no edge, and this small table says so.
  let phraseFilter: UnsafePointer<UInt64>
  let phraseStates: UnsafePointer<UInt32>
  /// For each state, the row of the phrases that end there; 0 = none.
  let phraseRows: UnsafePointer<UInt32>
  /// Patterns that are candidates in each unit, in words of 64.
  let always: UnsafePointer<UInt64>
  /// Words of 64 patterns.
  let patternWords: Int
  let requiredSets: UnsafePointer<UInt16>
  /// By program: the set to be looked for first.
  let seconds: UnsafePointer<UInt16>
  let programs: UnsafePointer<MatcherTables.Program>
  let instructions: UnsafePointer<MatcherTables.Instruction>
  let cueSets: UnsafePointer<UInt16>
  /// By the flags of a word, and by the kind of a sign: what a pattern that goes over it passes.
  let wordWeights: UnsafePointer<Passed>
  let signWeights: UnsafePointer<Passed>

  /// A view on `tables`, and the memory that must be kept for it.
  static func make(_ tables: MatcherTables) -> (view: MatcherView, memory: [any Sendable]) {
    var memory: [any Sendable] = []
    func keep<Element: BitwiseCopyable & Sendable>(_ elements: [Element]) -> UnsafePointer<Element> {
      let array = FixedArray(elements)
      memory.append(array)
      return array.base
    }
    let rows = SparseRows(tables)
    let words = words(tables)
    let view = MatcherView(
      words: keep(words), wordMask: words.count - 1, namePlace: place(of: NameWord.name, in: words),
      makerPlace: place(of: NameWord.maker, in: words), toolPlace: place(of: NameWord.tool, in: words),
      rows: keep(tables.rows), rowWords: tables.rowWords,
      sparseRows: keep(rows.rows), sets: keep(rows.sets), marks: keep(rows.marks),
      firstStates: keep(firstStates(tables)),
      phraseKeys: keep(tables.phraseKeys), phraseMask: tables.phraseKeys.count - 1,
      phraseFilter: keep(edgeFilter(tables.phraseKeys)), phraseStates: keep(tables.phraseStates),
      phraseRows: keep(tables.phraseRows), always: keep(rows.always), patternWords: rows.always.count,
      requiredSets: keep(tables.requiredSets),
      seconds: keep(tables.programs.map(Self.firstLookedFor)), programs: keep(tables.programs),
      instructions: keep(tables.instructions), cueSets: keep(tables.cueSets),
      wordWeights: keep((0..<4).map(Passed.init(wordWithFlags:))),
      signWeights: keep(Token.Kind.allCases.map(Passed.init(sign:))))
    return (view, memory)
  }

  /// The words by their keys, in a table that is sparse, so that most look-ups end at the first place.
  private static func words(_ tables: MatcherTables) -> [Word] {
    var words = [Word](repeating: Word(), count: OpenTable.capacity(for: tables.wordKeys.count) * 2)
    for (key, facts) in zip(tables.wordKeys, tables.wordFacts) where key != 0 {
      var place = Int(truncatingIfNeeded: key) & (words.count - 1)
      while words[place].key != 0 { place = (place + 1) & (words.count - 1) }
      words[place] = Word(key: key, facts)
    }
    return words
  }

  private static func place(of key: UInt64, in words: [Word]) -> Int32 {
    var place = Int(truncatingIfNeeded: key) & (words.count - 1)
    while words[place].key != 0 {
      if words[place].key == key { return Int32(truncatingIfNeeded: place) }
      place = (place + 1) & (words.count - 1)
    }
    return -1
  }

  private static func firstStates(_ tables: MatcherTables) -> [UInt32] {
    var states = [UInt32](repeating: 0, count: Int(tables.wordFacts.map(\.phraseClass).max() ?? 0) + 1)
    for facts in tables.wordFacts { states[Int(facts.phraseClass)] = facts.firstState }
    return states
  }

  /// A program's second rarest set, else the set that makes it a candidate, or that it begins with.
  private static func firstLookedFor(_ program: MatcherTables.Program) -> UInt16 {
    [program.second, program.anchor].first { $0 != MatcherTables.noSet } ?? program.firstSet
  }

  /// Bits of the filter of edges, as a power of two.
  private static let filterBits: UInt64 = 17

  /// The filter's bit for the hash of an edge: the hash's high bits, below the one that is always set.
  @inline(__always)
  private static func filterBit(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &<< 1) &>> (64 &- filterBits))
  }

  private static func edgeFilter(_ keys: [UInt64]) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
    for key in keys where key != 0 { filter[filterBit(key) >> 6] |= 1 << UInt64(filterBit(key) & 63) }
    return filter
  }

  /// The automaton's state after `state` and a word of `wordClass`; 0 if no phrase goes on so.
  @inline(__always)
  func state(after state: UInt32, _ wordClass: UInt32) -> UInt32 {
    let key = OpenTable.edgeKey(state, wordClass)
    let bit = Self.filterBit(key)
    guard phraseFilter[bit >> 6] & (1 &<< UInt64(bit & 63)) != 0 else { return 0 }
    var place = Int(truncatingIfNeeded: key) & phraseMask
    while phraseKeys[place] != 0 {
      if phraseKeys[place] == key { return phraseStates[place] }
      place = (place &+ 1) & phraseMask
    }
    return 0
  }
}
