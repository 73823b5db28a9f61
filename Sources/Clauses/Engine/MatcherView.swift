import Language
import SourceText

/// The matcher's tables as plain pointers, laid out for its hot loops: copied without reference counting, read without
/// checks.
struct MatcherView: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: the memory behind the pointers never changes, and the matcher keeps it.

  /// All that the matcher knows of a word.
  struct Word: BitwiseCopyable, Sendable {
    /// 0 = a free place of the table.
    var key: UInt64 = 0
    /// Index of its row.
    var row: UInt32 = 0
    /// Its class in phrases; 0 = it is in none.
    var phraseClass: UInt32 = 0
    /// State after it as the first word of a phrase; 0 = it begins none.
    var firstState: UInt32 = 0
    var flags: UInt8 = 0
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
  let rows: UnsafePointer<UInt64>
  /// Words of 64 sets in a row.
  let rowWords: Int
  let sparseRows: UnsafePointer<SparseRow>
  let sets: UnsafePointer<UInt16>
  let marks: UnsafePointer<Mark>
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
    let words = tables.wordKeys.indices.map { place -> Word in
      guard tables.wordKeys[place] != 0 else { return Word() }
      let facts = tables.wordFacts[Int(tables.wordFactIndex[place])]
      return Word(
        key: tables.wordKeys[place], row: facts.row, phraseClass: facts.phraseClass, firstState: facts.firstState,
        flags: facts.flags & 3)
    }
    let view = MatcherView(
      words: keep(words), wordMask: words.count - 1, rows: keep(tables.rows), rowWords: tables.rowWords,
      sparseRows: keep(rows.rows), sets: keep(rows.sets), marks: keep(rows.marks),
      phraseKeys: keep(tables.phraseKeys), phraseMask: tables.phraseKeys.count - 1,
      phraseFilter: keep(edgeFilter(tables.phraseKeys)), phraseStates: keep(tables.phraseStates),
      phraseRows: keep(tables.phraseRows), always: keep(rows.always), patternWords: rows.always.count,
      requiredSets: keep(tables.requiredSets), programs: keep(tables.programs),
      instructions: keep(tables.instructions), cueSets: keep(tables.cueSets),
      wordWeights: keep((0..<4).map(Passed.init(wordWithFlags:))),
      signWeights: keep(Token.Kind.allCases.map(Passed.init(sign:))))
    return (view, memory)
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
