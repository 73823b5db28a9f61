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
    /// Start of its row in `rows`.
    var row: UInt32 = 0
    /// Its class in phrases; 0 = it is in none.
    var phraseClass: UInt32 = 0
    /// State after it as the first word of a phrase; 0 = it begins none.
    var firstState: UInt32 = 0
    /// Start of its row's marks in `marks`.
    var marks: UInt32 = 0
    var markCount: UInt8 = 0
    var flags: UInt8 = 0
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
  /// Words of 64 sets at the start of a row that hold the required sets.
  let requiredWords: Int
  let marks: UnsafePointer<Mark>
  let phraseKeys: UnsafePointer<UInt64>
  let phraseMask: Int
  /// One bit for the hash of each edge of the automaton: most pairs of words are no edge, and this small table says so.
  let phraseFilter: UnsafePointer<UInt64>
  let phraseStates: UnsafePointer<UInt32>
  /// For each state, the start of the row of the phrases that end there; 0 = none.
  let phraseRows: UnsafePointer<UInt32>
  /// For each row, the start of its marks.
  let rowMarks: UnsafePointer<UInt32>
  /// Patterns that are candidates in each unit, in words of 64.
  let always: UnsafePointer<UInt64>
  /// Words of 64 patterns.
  let patternWords: Int
  let requiredSets: UnsafePointer<UInt16>
  let programs: UnsafePointer<MatcherTables.Program>
  let instructions: UnsafePointer<MatcherTables.Instruction>
  let cueSets: UnsafePointer<UInt16>

  /// A view on `tables`, and the memory that must be kept for it.
  static func make(_ tables: MatcherTables) -> (view: MatcherView, memory: [any Sendable]) {
    var memory: [any Sendable] = []
    func keep<Element: BitwiseCopyable & Sendable>(_ elements: [Element]) -> UnsafePointer<Element> {
      let array = FixedArray(elements)
      memory.append(array)
      return array.base
    }
    let marks = CandidateMarks(tables)
    let words = tables.wordKeys.indices.map { place -> Word in
      guard tables.wordKeys[place] != 0 else { return Word() }
      let facts = tables.wordFacts[Int(tables.wordFactIndex[place])]
      let row = Int(facts.row)
      return Word(
        key: tables.wordKeys[place], row: facts.row * UInt32(tables.rowWords), phraseClass: facts.phraseClass,
        firstState: facts.firstState, marks: marks.starts[row],
        markCount: UInt8(clamping: marks.starts[row + 1] - marks.starts[row]), flags: facts.flags)
    }
    let mostRequired = tables.requiredSets.max().map { Int($0) + 1 } ?? 0
    let view = MatcherView(
      words: keep(words), wordMask: words.count - 1, rows: keep(tables.rows), rowWords: tables.rowWords,
      requiredWords: (mostRequired + 63) / 64, marks: keep(marks.marks),
      phraseKeys: keep(tables.phraseKeys), phraseMask: tables.phraseKeys.count - 1,
      phraseFilter: keep(edgeFilter(tables.phraseKeys)), phraseStates: keep(tables.phraseStates),
      phraseRows: keep(tables.phraseRows.map { $0 * UInt32(tables.rowWords) }), rowMarks: keep(marks.starts),
      always: keep(marks.always), patternWords: marks.always.count, requiredSets: keep(tables.requiredSets),
      programs: keep(tables.programs), instructions: keep(tables.instructions), cueSets: keep(tables.cueSets))
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

  /// The place of the word with `key`; a free place if no pattern knows it.
  @inline(__always)
  func place(ofWord key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & wordMask
    while words[place].key != key, words[place].key != 0 { place = (place &+ 1) & wordMask }
    return place
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

/// For each row, the patterns whose anchor it holds.
private struct CandidateMarks {
  private(set) var starts: [UInt32] = [0]
  private(set) var marks: [MatcherView.Mark] = []
  private(set) var always: [UInt64]

  init(_ tables: MatcherTables) {
    always = [UInt64](repeating: 0, count: (tables.programs.count + 63) / 64)
    var patterns = [[Int]](repeating: [], count: tables.rowWords * 64)
    for (index, program) in tables.programs.enumerated() {
      if program.anchor == MatcherTables.noSet {
        always[index / 64] |= 1 << UInt64(index % 64)
      } else {
        patterns[Int(program.anchor)].append(index)
      }
    }
    var union = always.map { _ in UInt64(0) }
    for start in stride(from: 0, to: tables.rows.count, by: max(1, tables.rowWords)) {
      for word in 0..<tables.rowWords {
        var bits = tables.rows[start + word]
        while bits != 0 {
          for index in patterns[word * 64 + bits.trailingZeroBitCount] { union[index / 64] |= 1 << UInt64(index % 64) }
          bits &= bits - 1
        }
      }
      for word in union.indices where union[word] != 0 {
        marks.append(.init(word: word, mask: union[word]))
        union[word] = 0
      }
      starts.append(UInt32(marks.count))
    }
  }
}
