/// The rows of the tables as flat lists, and the patterns that each row makes candidates.
struct FlatLists {
  private(set) var rows: [MatcherView.Row] = []
  /// The sets of the rows, one list after the other.
  private(set) var sets: [SetID] = []
  private(set) var marks: [MatcherView.Mark] = []
  /// By anchor: a bit for each pattern that has no such anchor, in words of 64.
  private(set) var always: [UInt64]
  private let patternWords: Int

  init(_ tables: MatcherTables) {
    patternWords = (tables.programs.count + 63) / 64
    always = [UInt64](repeating: 0, count: patternWords * MatcherTables.anchorCount)
    addRows(tables)
  }

  private mutating func addRows(_ tables: MatcherTables) {
    /// By set: the bits of the patterns that have it as an anchor.
    var patterns = [[Int]](repeating: [], count: tables.setCount)
    for (index, anchors) in tables.anchors.enumerated() {
      for place in 0..<MatcherTables.anchorCount {
        let bit = place * patternWords * 64 + index
        if place < anchors.count {
          patterns[Int(anchors[place])].append(bit)
        } else {
          always[bit / 64] |= 1 << UInt64(bit % 64)
        }
      }
    }
    var union = always.map { _ in UInt64(0) }
    for row in tables.rows {
      let (firstSet, firstMark) = (sets.count, marks.count)
      sets += row
      for bit in row.flatMap({ patterns[Int($0)] }) { union[bit / 64] |= 1 << UInt64(bit % 64) }
      for word in union.indices where union[word] != 0 {
        marks.append(.init(word: word, mask: union[word]))
        union[word] = 0
      }
      rows.append(
        .init(
          firstSet: UInt32(firstSet), setCount: UInt32(row.count), firstMark: UInt32(firstMark),
          markCount: UInt32(marks.count - firstMark)))
    }
  }
}
