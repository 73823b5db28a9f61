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
    self.init(SentenceReading.all(sentences, sentences.sentences.indices, of: text, measure: measure))
  }

  /// Adds up what is known of each sentence.
  init(_ readings: [SentenceReading]) {
    for (index, reading) in readings.enumerated() where reading.words >= SentenceReading.fewestWords {
      add(reading, sentence: index)
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

  /// Ease of a Spanish text: 206.84 - 60 syllables a word - 1.02 words a sentence. From about 0 (very hard) to 100 (very
  /// easy); 60 to 70 is plain. Fernández Huerta 1959, Consigna 214:29-32, as corrected by Law 2011. Nil without a sentence.
  public var fernandezHuerta: Double? {
    guard sentences > 0 else { return nil }
    return 206.84 - 60 * Double(syllables) / Double(words) - 1.02 * Double(words) / Double(sentences)
  }

  /// Ease of a Spanish text on the scale of Flesch: 206.835 - 62.3 syllables a word - words a sentence. 55 to 65 is usual,
  /// more is easy. Szigriszt Pazos 1993; scale by Barrio-Cantalejo et al. 2008, An Sist Sanit Navar 31(2):135-152.
  public var inflesz: Double? {
    guard sentences > 0 else { return nil }
    return 206.835 - 62.3 * Double(syllables) / Double(words) - Double(words) / Double(sentences)
  }

  /// True below the 30 sentences that SMOG was made for.
  public var isSmogApproximate: Bool { sentences < Self.smogSentences }

  private mutating func add(_ reading: SentenceReading, sentence: Int) {
    words += Int(reading.words)
    sentences += 1
    syllables += Int(reading.syllables)
    polysyllables += Int(reading.polysyllables)
    if longest.count == Self.longestKept, let last = longest.last, reading.words <= last.words { return }
    let place = longest.firstIndex { $0.words < reading.words } ?? longest.count
    longest.insert(LongSentence(sentence: sentence, words: Int(reading.words)), at: place)
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
