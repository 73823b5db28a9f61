/// The rows of the tables as lists of their sets, and of the patterns whose anchor is among these.
struct SparseRows {
  private(set) var rows: [MatcherView.SparseRow] = []
  private(set) var sets: [UInt16] = []
  private(set) var marks: [MatcherView.Mark] = []
  /// Patterns without an anchor, in words of 64.
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
      let (firstSet, firstMark) = (sets.count, marks.count)
      for word in 0..<tables.rowWords {
        var bits = tables.rows[start + word]
        while bits != 0 {
          let set = word * 64 + bits.trailingZeroBitCount
          sets.append(UInt16(set))
          for index in patterns[set] { union[index / 64] |= 1 << UInt64(index % 64) }
          bits &= bits - 1
        }
      }
      for word in union.indices where union[word] != 0 {
        marks.append(.init(word: word, mask: union[word]))
        union[word] = 0
      }
      rows.append(
        .init(
          firstSet: UInt32(firstSet), setCount: UInt32(sets.count - firstSet), firstMark: UInt32(firstMark),
          markCount: UInt32(marks.count - firstMark)))
    }
  }
}
