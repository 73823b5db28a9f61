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
  /// Words of 64 patterns.
  let filterWords: Int
  let requiredSets: UnsafePointer<UInt16>
  /// For each set, the signature of its symbols: one bit of 64 for each, by `MatcherTables.signature(of:)`.
  let setSignatures: UnsafePointer<UInt64>
  /// For each symbol, the required sets that hold it: start in `membership`.
  let membershipStart: UnsafePointer<UInt32>
  let membership: UnsafePointer<MatcherTables.FilterEntry>
  /// Words of 64 sets.
  let setCountWords: Int
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
    let membership = tables.membership()
    let view = MatcherView(
      words: keep(tables.wordKeys), wordMask: tables.wordKeys.count - 1, wordFactIndex: keep(tables.wordFactIndex),
      wordFacts: keep(tables.wordFacts), symbolPool: keep(tables.symbolPool), phraseKeys: keep(tables.phraseKeys),
      phraseMask: tables.phraseKeys.count - 1, phraseNodes: keep(tables.phraseNodes),
      phraseEnds: keep(tables.phraseEnds), filterStart: keep(tables.filterStart), filter: keep(tables.filter),
      filterInitial: keep(tables.filterInitial), filterWords: tables.filterWords,
      requiredSets: keep(tables.requiredSets), setSignatures: keep(membership.signatures),
      membershipStart: keep(membership.start),
      membership: keep(membership.entries), setCountWords: (tables.setCount + 63) / 64, programs: keep(tables.programs),
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

extension MatcherTables {
  /// Number of symbol sets.
  var setCount: Int { setWords == 0 ? 0 : sets.count / setWords }

  /// The sets turned round: for each symbol, the required sets that hold it, in words of 64; and each set's signature.
  fileprivate func membership() -> (start: [UInt32], entries: [FilterEntry], signatures: [UInt64]) {
    var signatures = [UInt64](repeating: 0, count: setCount)
    var bySymbol = [[FilterEntry]](repeating: [], count: max(0, filterStart.count - 1))
    let required = Set(requiredSets.map(Int.init))
    for set in 0..<setCount {
      let isRequired = required.contains(set)
      let (place, mask) = (UInt16(set / 64), UInt64(1) << UInt64(set % 64))
      for word in 0..<setWords {
        var bits = sets[set * setWords + word]
        while bits != 0 {
          let symbol = word * 64 + bits.trailingZeroBitCount
          bits &= bits - 1
          signatures[set] |= MatcherTables.signature(of: SymbolID(symbol))
          guard isRequired else { continue }
          if let last = bySymbol[symbol].indices.last, bySymbol[symbol][last].word == place {
            bySymbol[symbol][last].mask |= mask
          } else {
            bySymbol[symbol].append(FilterEntry(word: place, mask: mask))
          }
        }
      }
    }
    var start: [UInt32] = [0]
    for entries in bySymbol { start.append(start[start.count - 1] + UInt32(entries.count)) }
    return (start, bySymbol.flatMap { $0 }, signatures)
  }
}
