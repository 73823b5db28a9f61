/// What is true of any sentence of a language: its inflection, its small words, and the words that turn a statement.
///
/// A language is a value. Rules know what matters; the language knows how it is said.
public struct Language: Sendable {
  /// ISO 639 code ("en").
  public let code: String
  /// All forms of a word: the word itself, its plural or its verb forms, and its other spellings.
  public let forms: @Sendable (_ word: String) -> [String]
  /// Words that a pattern steps over between two of its parts: articles, possessives, auxiliaries, adverbs.
  public let lightWords: Set<String>
  /// Conjunctions that a gap of a pattern does not reach over.
  public let gapBreaks: Set<String>
  /// Words that are the subject of a clause of their own where they follow a comma (", we"): a gap stops there.
  public let clauseSubjects: Set<String>
  /// The words and phrases that turn a statement, in pattern notation.
  public let cues: [Cue: [String]]
  /// Keys of the commonest words of the language, as `WordStream` has them: by their share one tells it.
  public let commonWords: Set<UInt64>
  /// Keys of the words of the line that is signed.
  public let signatureWords: Set<UInt64>
  /// How hard a text is to read; nil for a language that has no measure here.
  public let reading: ReadingMeasure?

  private let abbreviations: Set<UInt64>
  private let finalAbbreviations: Set<UInt64>
  private let definitionVerbs: Set<UInt64>
  private let answers: Set<UInt64>
  private let answerHeads: Set<UInt64>
  private let refusals: Set<UInt64>
  private let sentenceHeads: Set<UInt64>
  let yesWords: Set<UInt64>
  private let noWords: Set<UInt64>

  public init(
    code: String, forms: @escaping @Sendable (String) -> [String], lightWords: Set<String>,
    gapBreaks: Set<String>, clauseSubjects: Set<String> = [], cues: [Cue: [String]], abbreviations: Set<String>,
    finalAbbreviations: Set<String>, definitionVerbs: Set<String>, answers: Set<String> = [],
    answerHeads: Set<String> = [], refusals: Set<String> = [], sentenceHeads: Set<String> = [],
    yesWords: Set<String> = [], noWords: Set<String> = [], commonWords: Set<String> = [],
    signatureWords: Set<String> = [],
    reading: ReadingMeasure? = nil
  ) {
    self.code = code
    self.forms = forms
    self.lightWords = lightWords
    self.gapBreaks = gapBreaks
    self.clauseSubjects = clauseSubjects
    self.cues = cues
    func streamKeys(_ words: Set<String>) -> Set<UInt64> { Set(words.flatMap { WordStream(phrase: $0).keys }) }
    self.commonWords = streamKeys(commonWords)
    self.signatureWords = streamKeys(signatureWords)
    self.reading = reading
    func keys(_ words: Set<String>) -> Set<UInt64> { Set(words.map { WordKey.of(folded: $0.utf8) }) }
    self.abbreviations = keys(abbreviations.union(finalAbbreviations))
    self.finalAbbreviations = keys(finalAbbreviations)
    self.definitionVerbs = keys(definitionVerbs)
    self.answers = keys(answers)
    self.answerHeads = keys(answerHeads.union(refusals))
    self.refusals = keys(refusals)
    self.sentenceHeads = keys(sentenceHeads)
    self.yesWords = keys(yesWords)
    self.noWords = keys(noWords)
  }

  /// The languages that the program knows, in the order of their codes.
  public static var all: [Language] { codes.compactMap(named) }

  /// Their codes; told without making them.
  public static let codes = ["en", "es"]

  /// The language with this code, made at first use; nil if the program does not know it.
  public static func named(_ code: String) -> Language? {
    switch code {
    case "en": .english
    case "es": .spanish
    default: nil
    }
  }

  /// True if a full stop after the word with this key need not end the sentence ("Dr.").
  func isAbbreviation(_ key: UInt64) -> Bool { abbreviations.contains(key) }

  /// True if the word is an abbreviation that often ends a sentence ("etc.", "Inc.").
  func isFinalAbbreviation(_ key: UInt64) -> Bool { finalAbbreviations.contains(key) }

  /// True for the verb of "'Vendor' means ...".
  func isDefinitionVerb(_ key: UInt64) -> Bool { definitionVerbs.contains(key) }

  /// True for a word that begins a sentence rather than an item of a list ("We", "The").
  func beginsSentence(_ key: UInt64) -> Bool { sentenceHeads.contains(key) }

  /// True for the verb of "I consent to ...".
  func isAnswer(_ key: UInt64) -> Bool { answers.contains(key) }

  /// True for words that may stand before that verb ("I", "do", "not").
  func isHeadOfAnswer(_ key: UInt64) -> Bool { answerHeads.contains(key) }

  /// True for words that answer a sentence by themselves: "SÍ NO".
  func isYes(_ key: UInt64) -> Bool { yesWords.contains(key) }
  func isNo(_ key: UInt64) -> Bool { noWords.contains(key) }

  /// True for a word that makes an answer a refusal ("not").
  func isRefusal(_ key: UInt64) -> Bool { refusals.contains(key) }
}

/// Roles of words that turn a statement. After NegEx (Chapman 2001) and ConText (Harkema 2009).
public enum Cue: Int, Sendable, CaseIterable {
  /// Negates the verb that follows ("not", "never").
  case negation
  /// Negates the whole clause ("no", "nobody", "under no circumstances").
  case clauseNegation
  /// Forbids what follows ("prohibited from").
  case prohibition
  /// Forbids what stands before it ("is not permitted", "is excluded").
  case trailingProhibition
  /// Looks like a negation and is none ("not limited to", "not only").
  case pseudoNegation
  /// Begins a new clause that a negation does not reach ("but", "however").
  case clauseBreak
  /// May stand between a negation and the verb it negates ("allow", "be able to").
  case negationCarrier
  /// Its negation holds for what it is done for ("do not use your records ... to train").
  case useVerb
  /// Says what something is done for ("to", "for").
  case purpose
  /// Begins a new clause after a comma or an "and" ("we", "your").
  case subject
  /// Makes the statement depend on something ("if", "provided that").
  case condition
  /// The conjunction that says that something is not sure to be so ("if").
  case hypothesis
  /// With a permission noun: makes the statement depend on the reader's permission ("with", "upon").
  case permissionPreposition
  /// With a permission noun: bars what is done without the reader's permission ("without").
  case permissionWithout
  /// With a permission noun: bars all but what the reader permits ("only with").
  case onlyPermission
  /// The reader's permission ("consent", "you agree").
  case permissionNoun
  /// Sets an exception to a denial ("except", "other than").
  case exception
  /// Looks like a condition and is none ("if you have questions").
  case pseudoCondition
  /// Asks for a mark on the paper ("please initial").
  case choice
  /// Links verbs that share a negation ("or", "nor", "and").
  case coordination
  /// The coordination that takes a negation no further than its own verb ("and").
  case conjunction
  /// Begins a line that says that something was read or understood, and chooses nothing ("I understand").
  case acknowledgment
  /// Says that what follows is to be ticked ("check the boxes below").
  case choiceBelow
  /// What a company is called that makes AI ("AI vendor"): with a name beside it, the name is known from there on.
  case aiMaker
  /// Follows directly on the name of a company that makes AI ("Acme AI").
  case aiMakerSuffix
  /// What a system is called that is AI ("AI assistant"): with a name beside it, the name is known from there on.
  case aiTool
  /// Whoever speaks in the document ("we"): in quotes behind a name ('Acme ("we")'), the name is its own.
  case speaker
  /// Says that what follows has a name ("called").
  case naming
}
