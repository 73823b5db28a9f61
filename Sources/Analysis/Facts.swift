import Language
import Readers
import SourceText

/// Counts over the whole document.
public struct Facts: Sendable, Equatable {
  /// One of the longest sentences of a document.
  public struct LongSentence: Sendable, Equatable {
    public var words: Int
    /// As a finding's: in the file's own bytes (text, Markdown, HTML), else in the extracted text.
    public var start: LineIndex.Position
    public var end: LineIndex.Position
    /// Where a person finds it in a document that has no lines.
    public var place: Place?

    public init(words: Int, start: LineIndex.Position, end: LineIndex.Position, place: Place? = nil) {
      self.words = words
      self.start = start
      self.end = end
      self.place = place
    }
  }

  /// All words and numbers; the parts of "third-party" are two.
  public var words: Int
  /// All sentences, headings and cells among them.
  public var sentences: Int
  /// School grade by Flesch-Kincaid, over the running text; nil if there are too few words or no measure for the
  /// language. See `Readability` for what counts.
  public var fleschKincaidGrade: Double?
  /// School grade by SMOG; nil like `fleschKincaidGrade`.
  public var smog: Double?
  /// Ease of a Spanish text by Fernández-Huerta, from 0 to 100; nil for other languages and for too few words.
  public var fernandezHuerta: Double?
  /// The same by INFLESZ.
  public var inflesz: Double?
  /// True if there are fewer sentences than SMOG was made for.
  public var isSmogApproximate: Bool
  /// The longest sentences of the running text, the longest first; empty where there is no grade.
  public var longestSentences: [LongSentence]

  public init(
    words: Int, sentences: Int, fleschKincaidGrade: Double? = nil, smog: Double? = nil, isSmogApproximate: Bool = false,
    longestSentences: [LongSentence] = []
  ) {
    self.words = words
    self.sentences = sentences
    self.fleschKincaidGrade = fleschKincaidGrade
    self.smog = smog
    self.isSmogApproximate = isSmogApproximate
    self.longestSentences = longestSentences
  }

  /// The facts of a document that was read and cut into sentences.
  ///
  /// - Parameter readings: of each sentence.
  init(
    _ sentences: Sentences, of read: ReadResult, readings: [SentenceReading], lines: LineIndex, language: Language
  ) {
    self.init(words: sentences.wordCount, sentences: sentences.sentences.count)
    guard let measure = language.reading else { return }
    let readability = Readability(readings)
    guard readability.words >= Readability.fewestWords else { return }
    switch measure.formulas {
    case .ease:
      fernandezHuerta = readability.fernandezHuerta
      inflesz = readability.inflesz
    case .schoolGrades:
      fleschKincaidGrade = readability.fleschKincaidGrade
      smog = readability.smog
      isSmogApproximate = readability.isSmogApproximate
    }
    longestSentences = readability.longest.map { long in
      let sentence = sentences.sentences[long.sentence]
      let origin = read.text.map.origin(of: sentences.range(of: sentence))
      return LongSentence(
        words: long.words, start: lines.position(of: origin.start), end: lines.position(of: origin.end),
        place: read.text.place(ofBlock: Int(sentence.block)))
    }
  }
}
