import Analysis

/// All that the program itself says on the pages, letters and comparisons that patients read, in one language.
/// What is said of a clause comes from its rule, and what is for programs stays English.
///
/// A further language is one more type that conforms: the compiler asks for every text. Texts are plain, address the
/// reader politely, and never claim a right or that a law was broken.
protocol Texts: PageTexts, PointTexts, PlaceTexts, ReadingTexts, ProblemTexts, LetterTexts, DiffTexts {
  /// The code of the language, as HTML has it: "en".
  var language: String { get }
}

/// The languages that the program speaks.
enum SpokenLanguages {
  static let all: [any Texts] = [EnglishTexts(), SpanishTexts()]

  /// The texts in `language`, a code such as "es"; in English where the program does not speak it.
  static func texts(in language: String) -> any Texts {
    all.first { $0.language == language } ?? EnglishTexts()
  }
}

extension DocumentReport {
  /// The texts in the document's language.
  var texts: any Texts { SpokenLanguages.texts(in: language) }
}

extension Report {
  /// The texts in the languages of the documents, each once, in the order of the documents.
  var texts: [any Texts] {
    var seen: Set<String> = []
    return documents.map(\.texts).filter { seen.insert($0.language).inserted }
  }
}
