import Language
import SourceText

/// How long and how hard a text is, by formulas that count words, sentences and syllables.
///
/// What counts is running text: paragraphs, list items and lines with a box to tick.
/// - An item of a list is a sentence of its own, and so is the line that introduces the list.
/// - Headings, table rows and notes to the form's author ("[insert name]") do not count.
/// - Fewer than three words are a label, not a sentence: they do not count either.
/// - A word is what stands between spaces or long dashes: "third-party" and "and/or" are one word each.
/// - A number is a word of one syllable; so is an address of the web or of mail, which nobody reads out.
///
/// The formulas know lengths, not meaning: a low grade does not say that a text is clear.
public struct Readability: Sendable, Equatable {
  /// A sentence and how many words it has.
  public struct LongSentence: Sendable, Equatable {
    /// Index in `Sentences.sentences`.
    public var sentence: Int
    public var words: Int
  }

  /// The fewest words that a document's grade is told for: the formulas were made on samples of 100 words.
  public static let fewestWords = 100
  /// SMOG was made for 30 sentences; with fewer it is approximate.
  public static let smogSentences = 30
  /// How many of the longest sentences are kept.
  static let longestKept = 3

  public private(set) var words = 0
  public private(set) var sentences = 0
  public private(set) var syllables = 0
  /// Words of three syllables or more.
  public private(set) var polysyllables = 0
  /// The longest sentences, the longest first.
  public private(set) var longest: [LongSentence] = []

  /// Counts the running text of `sentences`, which are those of `text`.
  public init(_ sentences: Sentences, of text: Text, measure: ReadingMeasure) {
    WordLengths.with(measure, text: text.bytes) { lengths in
      sentences.tokens.withUnsafeBufferPointer { tokens in
        for (index, sentence) in sentences.sentences.enumerated() where Self.isRunningText(sentence, in: text) {
          let range = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
          let counts = Counts(UnsafeBufferPointer(rebasing: tokens[range]), lengths)
          guard counts.words >= 3 else { continue }
          add(counts, sentence: index)
        }
      }
    }
  }

  /// School grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.
  ///
  /// Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75, Naval Technical Training.
  /// Nil without a sentence.
  public var fleschKincaidGrade: Double? {
    guard sentences > 0 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// School grade: 1.0430 times the root of the words of three or more syllables in 30 sentences, + 3.1291.
  ///
  /// McLaughlin 1969, Journal of Reading 12(8):639-646. Nil without a sentence; see `isSmogApproximate`.
  public var smog: Double? {
    guard sentences > 0 else { return nil }
    return 1.0430 * (Double(polysyllables) * 30 / Double(sentences)).squareRoot() + 3.1291
  }

  /// True below the 30 sentences that SMOG was made for.
  public var isSmogApproximate: Bool { sentences < Self.smogSentences }

  private static func isRunningText(_ sentence: Sentence, in text: Text) -> Bool {
    guard sentence.traits.isDisjoint(with: [.heading, .templateNote]) else { return false }
    let block = Int(sentence.block)
    return !(text.blocks.indices.contains(block) && text.blocks[block].kind == .tableRow)
  }

  private mutating func add(_ counts: Counts, sentence: Int) {
    words += counts.words
    sentences += 1
    syllables += counts.syllables
    polysyllables += counts.polysyllables
    if longest.count == Self.longestKept, let last = longest.last, counts.words <= last.words { return }
    let place = longest.firstIndex { $0.words < counts.words } ?? longest.count
    longest.insert(LongSentence(sentence: sentence, words: counts.words), at: place)
    if longest.count > Self.longestKept { longest.removeLast() }
  }
}

extension Readability {
  /// The measures of `text`, a few sentences without structure, such as a rule's explanation.
  public init?(plain text: String, language: Language) {
    guard let measure = language.reading else { return nil }
    let bytes = Array(text.utf8)
    let whole = TextRange(start: 0, end: bytes.count)
    let plain = Text(bytes: bytes, blocks: [Block(kind: .paragraph, range: whole)], map: SourceMap())
    self.init(Segmenter(language).sentences(of: plain), of: plain, measure: measure)
  }
}

/// What one sentence adds.
private struct Counts {
  var words = 0
  var syllables = 0
  var polysyllables = 0

  init(_ tokens: UnsafeBufferPointer<Token>, _ lengths: WordLengths) {
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
    syllables &+= spoken
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
  static func with(_ measure: ReadingMeasure, text: [UInt8], _ body: (WordLengths) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      // About a word in 16 bytes of a short text is new, so this holds most words without a clash.
      var size = sizes.fewest
      while size < text.count / 8, size < sizes.most { size *= 2 }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { seen in
        seen.initialize(repeating: 0)
        body(WordLengths(bytes: bytes, measure: measure, seen: seen))
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
