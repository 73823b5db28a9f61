/// The rows and the sets of the tables as flat lists, and the patterns that each row makes candidates.
struct FlatLists {
  private(set) var rows: [MatcherView.Row] = []
  private(set) var sets: [MatcherView.SetSymbols] = []
  /// The symbols of rows and sets, one list after the other.
  private(set) var symbols: [SymbolID] = []
  private(set) var marks: [MatcherView.Mark] = []
  /// By anchor: a bit for each pattern that has no such anchor, in words of 64.
  private(set) var always: [UInt64]
  private let patternWords: Int

  init(_ tables: MatcherTables) {
    patternWords = (tables.programs.count + 63) / 64
    always = [UInt64](repeating: 0, count: patternWords * MatcherTables.anchorCount)
    for members in tables.sets {
      sets.append(.init(firstSymbol: UInt32(symbols.count), symbolCount: UInt32(members.count)))
      symbols += members
    }
    addRows(tables)
  }

  private mutating func addRows(_ tables: MatcherTables) {
    /// By symbol: the bits of the patterns that have an anchor with it.
    var patterns = [[Int]](repeating: [], count: tables.symbolCount)
    for (index, anchors) in tables.anchors.enumerated() {
      for place in 0..<MatcherTables.anchorCount {
        let bit = place * patternWords * 64 + index
        if place < anchors.count {
          for symbol in tables.sets[Int(anchors[place])] { patterns[Int(symbol)].append(bit) }
        } else {
          always[bit / 64] |= 1 << UInt64(bit % 64)
        }
      }
    }
    var union = always.map { _ in UInt64(0) }
    for row in tables.rows {
      let (firstSymbol, firstMark) = (symbols.count, marks.count)
      symbols += row
      for bit in row.flatMap({ patterns[Int($0)] }) { union[bit / 64] |= 1 << UInt64(bit % 64) }
      for word in union.indices where union[word] != 0 {
        marks.append(.init(word: word, mask: union[word]))
        union[word] = 0
      }
      rows.append(
        .init(
          firstSymbol: UInt32(firstSymbol), symbolCount: UInt32(row.count), firstMark: UInt32(firstMark),
          markCount: UInt32(marks.count - firstMark)))
    }
  }
}
