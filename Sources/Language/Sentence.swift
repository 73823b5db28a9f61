import SourceText

/// A sentence, or one item of a list, as a run of tokens.
public struct Sentence: Sendable, Equatable {
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let heading = Traits(rawValue: 1)
    public static let question = Traits(rawValue: 2)
    /// Stands wholly in square brackets: a note to whoever fills the form in.
    public static let templateNote = Traits(rawValue: 4)
    /// Begins with a box to tick.
    public static let checkBox = Traits(rawValue: 8)
    /// Is an item of a list.
    public static let listItem = Traits(rawValue: 16)
    /// Says what a term means ("'Vendor' means ...").
    public static let definition = Traits(rawValue: 32)
    /// Goes on in an item or a line behind its first sentence.
    public static let continuation = Traits(rawValue: 64)
    /// Is in another language than the one that the text is read in.
    public static let otherLanguage = Traits(rawValue: 128)
  }

  /// Index of its block in the text.
  public var block: Int32
  /// Its tokens, as indices into `Sentences.tokens`.
  public var tokens: Range<Int32>
  /// Index of the sentence that introduces this list item, or -1.
  public var leadIn: Int32
  public var traits: Traits

  /// False for what says nothing of the data: headings, definitions and notes to the form's author, and questions,
  /// unless there are boxes to answer them. False for what is in another language.
  public var isStatement: Bool {
    if traits.contains(.question), !traits.contains(.checkBox) { return false }
    return traits.isDisjoint(with: [.heading, .templateNote, .definition, .otherLanguage])
  }
}

/// A text as sentences: all tokens in one array, sentences as ranges of it.
public struct Sentences: Sendable {
  public var tokens: [Token]
  public var sentences: [Sentence]
  /// By block of the text: its first token; one more for the end. Empty if the sentences were put together by hand.
  public internal(set) var blockTokens: [Int32] = []

  public init(tokens: [Token] = [], sentences: [Sentence] = []) {
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The tokens of a sentence.
  public func tokens(of sentence: Sentence) -> ArraySlice<Token> {
    tokens[Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)]
  }

  /// The bytes of the text that a sentence stands on.
  public func range(of sentence: Sentence) -> TextRange {
    guard let first = sentence.tokens.first, let last = sentence.tokens.last else {
      return TextRange(start: 0, end: 0)
    }
    return TextRange(start: Int(tokens[Int(first)].start), end: Int(tokens[Int(last)].end))
  }

  /// How many words and numbers there are.
  public var wordCount: Int {
    tokens.reduce(0) { $0 + ($1.isWord ? 1 : 0) }
  }
}
