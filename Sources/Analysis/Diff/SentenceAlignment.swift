import Language
import SourceText

/// Which sentence of a document's new version stands for which of the old one.
struct SentenceAlignment {
  /// How a sentence came into the new version.
  struct Match: Equatable {
    /// Index of the sentence in the other version.
    var other: Int
    /// True if the words are not the same.
    var isReworded: Bool
    /// True if it stands before or behind what it stood behind or before.
    var isMoved: Bool
  }

  /// Words in common that make a sentence the other one, reworded.
  static let reworded = 0.5

  /// By sentence of the old version: its match in the new one.
  private(set) var ofOld: [Match?]
  /// By sentence of the new version: its match in the old one.
  private(set) var ofNew: [Match?]
  /// By sentence: its sorted words.
  let similar: SimilarSentences

  /// Aligns the sentences of two versions. A little more than linear in them.
  init(_ old: Sentences, _ new: Sentences) {
    let oldWords = old.sentences.map { old.words(of: $0) }
    let newWords = new.sentences.map { new.words(of: $0) }
    ofOld = Array(repeating: nil, count: oldWords.count)
    ofNew = Array(repeating: nil, count: newWords.count)
    similar = SimilarSentences(old: oldWords.map { $0.sorted() }, new: newWords.map { $0.sorted() })
    matchEqual(oldWords, newWords)
    let restOld = ofOld.indices.filter { ofOld[$0] == nil && !oldWords[$0].isEmpty }
    let restNew = ofNew.indices.filter { ofNew[$0] == nil && !newWords[$0].isEmpty }
    for pair in similar.pairs(restOld, restNew, atLeast: Self.reworded) { match(pair.old, pair.new, isReworded: true) }
    markMoved()
  }

  private mutating func match(_ old: Int, _ new: Int, isReworded: Bool) {
    ofOld[old] = Match(other: new, isReworded: isReworded, isMoved: false)
    ofNew[new] = Match(other: old, isReworded: isReworded, isMoved: false)
  }

  /// Matches sentences of the same words: what both texts begin and end with, then the rest in its order.
  private mutating func matchEqual(_ old: [[UInt64]], _ new: [[UInt64]]) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] {
      match(start, start, isReworded: false)
      start += 1
    }
    var (oldEnd, newEnd) = (old.count, new.count)
    while min(oldEnd, newEnd) > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
      match(oldEnd, newEnd, isReworded: false)
    }
    var places: [[UInt64]: (list: [Int], next: Int)] = [:]
    for index in start..<oldEnd where !old[index].isEmpty {
      places[old[index], default: ([], 0)].list.append(index)
    }
    for index in start..<newEnd {
      guard let place = places[new[index]], place.next < place.list.count else { continue }
      match(place.list[place.next], index, isReworded: false)
      places[new[index]]?.next += 1
    }
  }

  /// Marks the matches that are out of order: all but a longest run of matches that ascend in both versions.
  private mutating func markMoved() {
    let pairs = ofNew.indices.compactMap { new in ofNew[new].map { (old: $0.other, new: new) } }
    let inOrder = LongestAscent.indices(of: pairs.map(\.old))
    for (index, pair) in pairs.enumerated() where !inOrder.contains(index) {
      ofOld[pair.old]?.isMoved = true
      ofNew[pair.new]?.isMoved = true
    }
  }
}

/// A longest ascending subsequence.
enum LongestAscent {
  /// The indices of a longest run of `values` that ascends; n log n.
  static func indices(of values: [Int]) -> Set<Int> {
    // By length: the index at which the run of that length with the lowest end ends.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: Set<Int> = []
    var at = ends.last ?? -1
    while at >= 0 {
      result.insert(at)
      at = previous[at]
    }
    return result
  }
}

extension Sentences {
  /// The words and numbers of `sentence`, folded. Signs do not count.
  fileprivate func words(of sentence: Sentence) -> [UInt64] {
    tokens(of: sentence).compactMap { $0.isWord ? $0.key : nil }
  }
}
