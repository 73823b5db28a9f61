import Clauses
import Language

/// Where the cue phrases of document rules stand in a text.
struct CueHits: Sendable {
  private struct Hit {
    var cue: Int32
    var sentence: Int32
  }

  /// In the order of the text.
  private var hits: [Hit] = []

  init() {}

  /// The hits in `words`, which are those of `sentences`.
  ///
  /// - Parameters:
  ///   - old: the hits in an earlier state of the text.
  ///   - change: what is not the same since then; of a fresh text all.
  init(
    _ words: WordStream, of sentences: Sentences, cues: CueTable, after old: CueHits = CueHits(),
    _ change: ChangedSentences
  ) {
    let first = old.hits.firstIndex { Int($0.sentence) >= change.start } ?? old.hits.count
    hits.reserveCapacity(old.hits.count + 64)
    hits.append(contentsOf: old.hits[..<first])
    scan(words, of: sentences, change.start..<change.newEnd, cues)
    let shift = Int32(change.newEnd - change.oldEnd)
    let rest = old.hits[first...].firstIndex { Int($0.sentence) >= change.oldEnd } ?? old.hits.count
    for hit in old.hits[rest...] { hits.append(Hit(cue: hit.cue, sentence: hit.sentence + shift)) }
  }

  private mutating func scan(_ words: WordStream, of text: Sentences, _ range: Range<Int>, _ cues: CueTable) {
    let start = words.firstKey(ofSentence: range.lowerBound)
    let keys = Array(words.keys[start..<words.firstKey(ofSentence: range.upperBound)])
    guard !keys.isEmpty else { return }
    // A phrase may reach over a full stop ("Payment. We may tell ..."), but not into the next paragraph.
    var blockStarts: [Int] = []
    for index in range where index == 0 || text.sentences[index].block != text.sentences[index - 1].block {
      blockStarts.append(words.sentenceStarts[index] - start)
    }
    var sentence = range.lowerBound
    cues.forEachHit(in: keys, startingAt: blockStarts) { hit in
      while sentence + 1 < range.upperBound, words.sentenceStarts[sentence + 1] <= hit.start + start { sentence += 1 }
      hits.append(Hit(cue: Int32(hit.cue), sentence: Int32(sentence)))
    }
  }

  /// The same by cue.
  ///
  /// - Parameter count: how many cues there are.
  func sentences(cueCount count: Int) -> CueSentences {
    var starts = [Int32](repeating: 0, count: count + 1)
    for hit in hits { starts[Int(hit.cue) + 1] += 1 }
    for cue in 0..<count { starts[cue + 1] += starts[cue] }
    var ends = starts
    var sentences = [Int32](repeating: 0, count: hits.count)
    for hit in hits {
      let cue = Int(hit.cue)
      let end = Int(ends[cue])
      if end > Int(starts[cue]), sentences[end - 1] == hit.sentence { continue }
      sentences[end] = hit.sentence
      ends[cue] += 1
    }
    return CueSentences(sentences: sentences, starts: starts, ends: ends)
  }
}

/// The sentences that each cue stands in, by the cue's number; each sentence once, in the order of the text.
struct CueSentences {
  fileprivate let sentences: [Int32]
  fileprivate let starts: [Int32]
  fileprivate let ends: [Int32]

  subscript(cue: Int) -> ArraySlice<Int32> { sentences[Int(starts[cue])..<Int(ends[cue])] }

  /// True if the cue stands in the sentence.
  func has(_ cue: Int, inSentence sentence: Int) -> Bool {
    let all = self[cue]
    var (low, high) = (all.startIndex, all.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] < sentence { low = middle + 1 } else { high = middle }
    }
    return low < all.endIndex && all[low] == sentence
  }
}
