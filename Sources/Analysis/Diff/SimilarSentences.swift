/// How much two sentences have in common, by their words.
enum Similarity {
  /// Dice's coefficient of two sorted lists of words: 1 = the same words, 0 = none in common.
  static func ofSorted(_ a: [UInt64], _ b: [UInt64]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var (left, right, common) = (0, 0, 0)
    while left < a.count, right < b.count {
      if a[left] == b[right] {
        common += 1
        left += 1
        right += 1
      } else if a[left] < b[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 2 * Double(common) / Double(a.count + b.count)
  }
}

/// Pairs sentences that have many words in common: the most similar first, each sentence once.
///
/// Candidates come from an index of rare words, so the work grows with the text and not with the square of it.
struct SimilarSentences {
  struct Pair {
    /// Indices into the lists of words.
    var old: Int
    var new: Int
    var similarity: Double
  }

  /// Words of more sentences than this say little about which of them is meant.
  private static let commonWord = 24

  /// By sentence: the sorted words.
  let old: [[UInt64]]
  let new: [[UInt64]]

  /// Pairs of sentences with at least `similarity`.
  ///
  /// - Parameters:
  ///   - oldIndices: the sentences of `old` that may be paired; `newIndices` those of `new`.
  func pairs(_ oldIndices: [Int], _ newIndices: [Int], atLeast similarity: Double) -> [Pair] {
    guard !oldIndices.isEmpty, !newIndices.isEmpty else { return [] }
    var places: [UInt64: [Int]] = [:]
    for index in newIndices {
      for word in distinct(new[index]) { places[word, default: []].append(index) }
    }
    // In a short list even a common word may be all that there is to go by.
    let limit = max(Self.commonWord, newIndices.count <= 64 ? newIndices.count : 0)
    var candidates: [Pair] = []
    for index in oldIndices {
      var seen: Set<Int> = []
      for word in distinct(old[index]) {
        guard let found = places[word], found.count <= limit else { continue }
        for other in found where seen.insert(other).inserted {
          let value = Similarity.ofSorted(old[index], new[other])
          if value >= similarity { candidates.append(Pair(old: index, new: other, similarity: value)) }
        }
      }
    }
    return best(of: candidates)
  }

  /// The most similar pairs in which no sentence stands twice; of equal ones those that are nearest in their texts.
  private func best(of candidates: [Pair]) -> [Pair] {
    let sorted = candidates.sorted { a, b in
      if a.similarity != b.similarity { return a.similarity > b.similarity }
      return (abs(a.old - a.new), a.old, a.new) < (abs(b.old - b.new), b.old, b.new)
    }
    var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
    return sorted.filter { pair in
      guard !usedOld.contains(pair.old), !usedNew.contains(pair.new) else { return false }
      usedOld.insert(pair.old)
      usedNew.insert(pair.new)
      return true
    }
  }

  /// `words`, which are sorted, each once.
  private func distinct(_ words: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for word in words where result.last != word { result.append(word) }
    return result
  }
}
