import Language
import SourceText

/// What one sentence adds to the measures of a text.
struct SentenceReading: Sendable, Equatable {
  /// Fewer words are a label, not a sentence.
  static let fewestWords = 3

  /// 0 for what is no running text.
  var words: Int32 = 0
  var syllables: Int32 = 0
  /// Words of three syllables or more.
  var polysyllables: Int32 = 0

  init() {}

  /// The readings of the sentences in `range`, in their order.
  static func all(
    _ sentences: Sentences, _ range: Range<Int>, of text: Text, measure: ReadingMeasure
  ) -> [SentenceReading] {
    WordLengths.with(measure, text: text.bytes, count: range.count) { lengths in
      sentences.tokens.withUnsafeBufferPointer { tokens in
        sentences.sentences[range].map { sentence in
          guard isRunningText(sentence, in: text) else { return SentenceReading() }
          let range = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
          return SentenceReading(UnsafeBufferPointer(rebasing: tokens[range]), lengths)
        }
      }
    }
  }

  private static func isRunningText(_ sentence: Sentence, in text: Text) -> Bool {
    guard sentence.traits.isDisjoint(with: [.heading, .templateNote, .otherLanguage]) else { return false }
    let block = Int(sentence.block)
    return !(text.blocks.indices.contains(block) && text.blocks[block].kind == .tableRow)
  }

  private init(_ tokens: UnsafeBufferPointer<Token>, _ lengths: WordLengths) {
    var word = OpenWord()
    for token in tokens {
      if token.traits.contains(.spaced) || Self.isLongDash(token, lengths.bytes) {
        add(word)
        word = OpenWord()
      }
      switch token.kind {
      case .word: word.add(token, syllables: lengths.syllables(of: token))
      case .number: word.syllables = max(1, word.syllables)
      case .terminator: word.endsInStop = true
      default: word.endsInStop = false
      }
    }
    add(word)
  }

  private mutating func add(_ word: OpenWord) {
    guard word.syllables > 0 else { return }
    let spoken = word.isAddress ? 1 : word.syllables
    words &+= 1
    syllables &+= Int32(spoken)
    if spoken >= 3 { polysyllables &+= 1 }
  }

  /// True for the dashes that part words: all but the hyphens.
  private static func isLongDash(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.kind == .dash, token.length == 3, Int(token.end) <= bytes.count else { return false }
    let last = bytes[Int(token.end) - 1]
    return last != 0x90 && last != 0x91
  }
}

/// A word whose end was not seen yet, of one token or of several that stand together.
private struct OpenWord {
  var syllables = 0
  /// True just after a full stop.
  var endsInStop = false
  /// True for "www.example.org"; "e.g." and "U.S." are too short for an address.
  private(set) var isAddress = false
  private var longestPart: UInt16 = 0

  mutating func add(_ token: Token, syllables more: Int) {
    longestPart = max(longestPart, token.length)
    if endsInStop, syllables > 0, longestPart >= 3 { isAddress = true }
    endsInStop = false
    syllables &+= more
  }
}

/// The syllables of words, remembered: a text uses few words often.
private struct WordLengths {
  /// Fewest and most words that are remembered; both are powers of 2.
  private static let sizes = (fewest: 256, most: 8192)

  let bytes: UnsafeBufferPointer<UInt8>
  private let measure: ReadingMeasure
  /// By a part of the key: a key with the count in its lowest byte; 0 = empty.
  private let seen: UnsafeMutableBufferPointer<UInt64>

  /// Calls `body` with an empty memory for the words of `text`, which lasts as long as the call.
  ///
  /// - Parameter count: sentences that will be asked about.
  static func with<Result>(
    _ measure: ReadingMeasure, text: [UInt8], count: Int, _ body: (WordLengths) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer { bytes in
      // About a word in 16 bytes of a short text is new, so this holds most words without a clash.
      var size = sizes.fewest
      while size < min(text.count / 8, 16 * count), size < sizes.most { size *= 2 }
      return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { seen in
        seen.initialize(repeating: 0)
        return body(WordLengths(bytes: bytes, measure: measure, seen: seen))
      }
    }
  }

  @inline(__always)
  func syllables(of word: Token) -> Int {
    let slot = Int(truncatingIfNeeded: word.key >> 8) & (seen.count &- 1)
    if (seen[slot] ^ word.key) & ~0xFF == 0 { return Int(seen[slot] & 0xFF) }
    guard Int(word.end) <= bytes.count else { return 1 }
    let letters = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.end)])
    let count = max(1, min(measure.syllables(letters, word.key), 0xFF))
    seen[slot] = word.key & ~0xFF | UInt64(count)
    return count
  }
}
