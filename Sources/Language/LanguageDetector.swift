import SourceText

/// Tells in which of some languages a text is written, and which of its parts are in another, by the commonest words of
/// each: every text has many of them, and few have those of two languages by chance.
public struct LanguageDetector: Sendable {
  /// What a text is written in.
  public struct Result: Sendable, Equatable {
    /// The number of the language of most of the text, among those that are told apart; nil for a text in none of them.
    public var main: Int?
    /// By block of the text: the number of its language; empty where all of it is in one.
    public var ofBlock: [UInt8] = []
    /// The languages of the blocks, without the main one.
    public var others: [Int] = []
  }

  /// What it costs to go over to another language from one block to the next, in words: names and quotes of a few words
  /// are no sections.
  private static let switchCost = 5
  /// Fewer words of another language than this are none of its own.
  private static let fewestWords = 12
  /// Different words that a section has at least: addresses in Las Vegas are not Spanish.
  private static let fewestDifferentWords = 5
  /// A text with as many words, of which fewer than this share are common words of any language, is in none of them.
  private static let unknownFrom = 60
  private static let leastShare = 0.08
  /// How many times more words speak for a language without rules, before a text is taken for one in it.
  private static let surelyOther = 1.25

  /// Keys of the common words, by their place (open addressing), and a bit for each language that has the word.
  private let slots: [UInt64]
  private let owners: [UInt16]
  private let knownCount: Int
  /// With those of `CommonWords.others`.
  private let count: Int

  /// - Parameter languages: codes; the first is that of a text that has no words to tell by. At most ten.
  public init(_ languages: [String]) {
    let lists = (languages.map(CommonWords.list) + CommonWords.others).map { WordStream(phrase: $0).keys }
    var owners: [UInt64: UInt16] = [:]
    for (index, words) in lists.enumerated() {
      for key in words { owners[key, default: 0] |= 1 << UInt16(index) }
    }
    var capacity = 64
    while capacity < owners.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var bits = [UInt16](repeating: 0, count: capacity)
    for (key, owner) in owners.sorted(by: { $0.key < $1.key }) where key != 0 {
      var place = Int(truncatingIfNeeded: key) & (capacity - 1)
      while slots[place] != 0 { place = (place + 1) & (capacity - 1) }
      (slots[place], bits[place]) = (key, owner)
    }
    self.slots = slots
    self.owners = bits
    knownCount = languages.count
    count = lists.count
  }

  /// What a text with these words is written in. Linear in the text.
  ///
  /// - Parameters:
  ///   - words: those of `sentences`.
  ///   - blockCount: how many blocks the text has.
  public func languages(of words: WordStream, in sentences: Sentences, blockCount: Int) -> Result {
    guard knownCount > 1 else { return Result(main: 0) }
    let hits = hits(words, sentences, blockCount)
    var sums = [Int](repeating: 0, count: count)
    for (index, hit) in hits.enumerated() { sums[index % count] += Int(hit) }
    let best = Self.best(sums[..<knownCount])
    let rest = sums[knownCount...].max() ?? 0
    let isUnknown =
      Double(rest) > Self.surelyOther * Double(sums[best])
      || Double(sums[best]) < Self.leastShare * Double(words.keys.count)
    if words.keys.count >= Self.unknownFrom, isUnknown { return Result(main: nil) }
    guard sums[..<knownCount].enumerated().contains(where: { $0.offset != best && $0.element >= Self.fewestWords })
    else {
      return Result(main: best)
    }
    var ofBlock = sections(hits)
    var parts = Set(ofBlock.map(Int.init))
    for other in parts where other != best {
      guard differentWords(of: other, ofBlock, words, sentences) < Self.fewestDifferentWords else { continue }
      ofBlock = ofBlock.map { Int($0) == other ? UInt8(truncatingIfNeeded: best) : $0 }
      parts.remove(other)
    }
    guard parts.count > 1 else { return Result(main: best) }
    return Result(main: best, ofBlock: ofBlock, others: parts.subtracting([best]).sorted())
  }

  /// The number of the largest sum, of two the first.
  private static func best(_ sums: ArraySlice<Int>) -> Int {
    sums.indices.max { (sums[$0], -$0) < (sums[$1], -$1) } ?? 0
  }

  /// By block and language: how many of its common words are there.
  private func hits(_ words: WordStream, _ sentences: Sentences, _ blockCount: Int) -> [UInt16] {
    var hits = [UInt16](repeating: 0, count: blockCount * count)
    let mask = slots.count - 1
    slots.withUnsafeBufferPointer { slots in
      words.keys.withUnsafeBufferPointer { keys in
        for index in sentences.sentences.indices {
          let block = Int(sentences.sentences[index].block)
          guard block < blockCount else { continue }
          for at in words.firstKey(ofSentence: index)..<words.firstKey(ofSentence: index + 1) {
            let key = keys[at]
            var place = Int(truncatingIfNeeded: key) & mask
            while slots[place] != key, slots[place] != 0 { place = (place &+ 1) & mask }
            guard slots[place] == key, key != 0 else { continue }
            var owners = owners[place]
            while owners != 0 {
              let hit = block * count + owners.trailingZeroBitCount
              if hits[hit] < .max { hits[hit] += 1 }
              owners &= owners - 1
            }
          }
        }
      }
    }
    return hits
  }

  /// How many of the common words of a language, and of no other with rules, are in its blocks.
  private func differentWords(
    of language: Int, _ ofBlock: [UInt8], _ words: WordStream, _ sentences: Sentences
  ) -> Int {
    let known: UInt16 = 1 << UInt16(knownCount) - 1
    var found: Set<UInt64> = []
    for index in sentences.sentences.indices where Int(ofBlock[Int(sentences.sentences[index].block)]) == language {
      for key in words.keys[words.firstKey(ofSentence: index)..<words.firstKey(ofSentence: index + 1)] {
        if key != 0, let place = slots.firstIndex(of: key), owners[place] & known == 1 << UInt16(language) {
          found.insert(key)
        }
      }
    }
    return found.count
  }

  /// The likeliest language of each block: as many of its words as can be, and few changes (Viterbi 1967).
  private func sections(_ hits: [UInt16]) -> [UInt8] {
    let blocks = hits.count / count
    var scores = [Int](repeating: 0, count: knownCount)
    var from = [UInt8](repeating: 0, count: blocks * knownCount)
    for block in 0..<blocks {
      let best = Self.best(scores[...])
      scores = scores.indices.map { language in
        let stays = scores[language] >= scores[best] - Self.switchCost
        from[block * knownCount + language] = UInt8(truncatingIfNeeded: stays ? language : best)
        return (stays ? scores[language] : scores[best] - Self.switchCost) + Int(hits[block * count + language])
      }
    }
    var result = [UInt8](repeating: 0, count: blocks)
    var language = Self.best(scores[...])
    for block in (0..<blocks).reversed() {
      result[block] = UInt8(truncatingIfNeeded: language)
      language = Int(from[block * knownCount + language])
    }
    return result
  }
}

extension Sentences {
  /// Marks the sentences that are not in the language with this number.
  public mutating func markOtherLanguages(than language: Int, ofBlock: [UInt8]) {
    for index in sentences.indices {
      let block = Int(sentences[index].block)
      if ofBlock.indices.contains(block), Int(ofBlock[block]) != language {
        sentences[index].traits.insert(.otherLanguage)
      }
    }
  }
}
