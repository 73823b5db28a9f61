import Language
import SourceText

/// The matcher's tables as plain pointers, for its hot loops: copied without reference counting, read without checks.
struct MatcherView: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: the memory behind the pointers never changes, and the matcher keeps it.
  let words: UnsafePointer<UInt64>
  let wordMask: Int
  let wordFactIndex: UnsafePointer<UInt32>
  let wordFacts: UnsafePointer<MatcherTables.WordFacts>
  let symbolPool: UnsafePointer<SymbolID>
  let phraseKeys: UnsafePointer<UInt64>
  let phraseMask: Int
  let phraseNodes: UnsafePointer<UInt32>
  let phraseEnds: UnsafePointer<UInt32>
  let filterStart: UnsafePointer<UInt32>
  let filter: UnsafePointer<MatcherTables.FilterEntry>
  let filterInitial: UnsafePointer<UInt64>
  /// Words of 64 patterns in one level of the filter.
  let filterWords: Int
  let programs: UnsafePointer<MatcherTables.Program>
  let instructions: UnsafePointer<MatcherTables.Instruction>
  let sets: UnsafePointer<UInt64>
  /// Words of 64 symbols in one set.
  let setWords: Int
  let cueSymbols: UnsafePointer<SymbolID>

  /// A view on `tables`, and the memory that must be kept for it.
  static func make(_ tables: MatcherTables) -> (view: MatcherView, memory: [any Sendable]) {
    var memory: [any Sendable] = []
    func keep<Element: BitwiseCopyable & Sendable>(_ elements: [Element]) -> UnsafePointer<Element> {
      let array = FixedArray(elements)
      memory.append(array)
      return array.base
    }
    let view = MatcherView(
      words: keep(tables.wordKeys), wordMask: tables.wordKeys.count - 1, wordFactIndex: keep(tables.wordFactIndex),
      wordFacts: keep(tables.wordFacts), symbolPool: keep(tables.symbolPool), phraseKeys: keep(tables.phraseKeys),
      phraseMask: tables.phraseKeys.count - 1, phraseNodes: keep(tables.phraseNodes),
      phraseEnds: keep(tables.phraseEnds), filterStart: keep(tables.filterStart), filter: keep(tables.filter),
      filterInitial: keep(tables.filterInitial), filterWords: tables.filterWords, programs: keep(tables.programs),
      instructions: keep(tables.instructions), sets: keep(tables.sets), setWords: tables.setWords,
      cueSymbols: keep(tables.cueSymbols))
    return (view, memory)
  }

  /// The facts of the word with `key`.
  @inline(__always)
  func facts(ofWord key: UInt64) -> MatcherTables.WordFacts {
    var place = Int(truncatingIfNeeded: key) & wordMask
    while words[place] != key, words[place] != 0 { place = (place &+ 1) & wordMask }
    return wordFacts[Int(wordFactIndex[place])]
  }

  /// The trie's node after `symbol`; 0 if there is none.
  @inline(__always)
  func child(of node: UInt32, _ symbol: SymbolID) -> UInt32 {
    let key = OpenTable.phraseKey(node: node, symbol: symbol)
    var place = Int(truncatingIfNeeded: key) & phraseMask
    while phraseKeys[place] != 0 {
      if phraseKeys[place] == key { return phraseNodes[place] }
      place = (place &+ 1) & phraseMask
    }
    return 0
  }
}
