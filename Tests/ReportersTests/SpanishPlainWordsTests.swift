import Analysis
import Clauses
import SourceText
import Testing

@testable import Reporters

/// What the program says in Spanish is plain, and claims nothing.
@Suite struct SpanishPlainWordsTests {
  private static let texts = SpanishTexts()

  private static let problems: [Problem] = {
    let range = TextRange(start: 90, end: 91)
    let formats = DocumentFormat.allCases.flatMap { [Problem.unsupported($0), .damaged($0), .encrypted($0)] }
    return formats + [
      .empty, .binary(looksLike: "RTF"), .invalidEncoding(encoding: "UTF-8", count: 1, range: range),
      .invalidEncoding(encoding: "UTF-8", count: 2, range: range), .disguisedLetters(count: 1, range: range),
      .disguisedLetters(count: 2, range: range), .unknownLanguage(known: ["en", "es"]),
      .limit(name: "bytes", value: 9, option: "--limit bytes=99"),
      .missingProgram(name: "x", install: "x"), .unreadPicture(pages: [], install: nil),
      .unreadPicture(pages: [2], install: "x"), .unreadPicture(pages: [2, 3], install: "x"),
    ]
  }()

  /// Whole sentences, each with what belongs to it.
  private static let sentences: [String] =
    [
      texts.disclaimer, texts.nothingFound, texts.notAllRead, texts.silenceIsNoPromise, texts.unknownKind,
      texts.conditionAbove, texts.conditionInComment, texts.formHint, texts.diffDisclaimer, texts.nothingToCompare,
      texts.noDifference, texts.letterOpening, texts.letterEnd, texts.optOutRequest, texts.optOutByThisLetter,
      texts.optOutWay, texts.optOutAnswer, texts.recipientsList, texts.recipientsDetails,
      texts.deIdentificationUnexplained, texts.deIdentificationMethod, texts.deIdentificationFace,
      texts.accessLogUnexplained, texts.accessLogRequest, texts.couldNotRead("su texto"), texts.moreInForm(3),
      texts.found(lets: 3, promises: 1, choices: 2), texts.answered(0, of: 7), texts.answered(3, of: 7),
      texts.disagreements(2),
      texts.omissions(1), texts.omissions(4), texts.matched(moved: 3, reworded: 2, unchanged: 31),
      texts.doesNotSay(["quién recibe sus datos", "a qué puede decir que no"]),
      texts.didRead("su texto", words: 812, sentences: 40, kind: ("permiso para compartir datos", false)),
      texts.readingEffort(minutes: 9, pace: 200, grade: nil) ?? "",
      texts.shortReadingEffort(minutes: 9, grade: nil) ?? "",
    ] + PatientSection.allCases.map { texts.nothing(in: $0) }
    + [(1, 0), (1, 1), (3, 0), (3, 1), (3, 2), (3, 3)].map { texts.differences($0.0, losses: $0.1) }
    + problems.map { texts.message(for: $0) }

  /// Headings and labels: short, and so judged together.
  private static let headings: [String] =
    [
      texts.pageHeading, texts.summaryHeading, texts.questionsHeading, texts.missingHeading, texts.conflictsHeading,
      texts.wordingHeading, texts.formHeading, texts.optOutHeading, texts.recipientsHeading,
      texts.deIdentificationHeading, texts.accessLogHeading, texts.diffHeading, texts.matchedHeading, texts.meaning,
      texts.reason, texts.skipLink, texts.contentsName, texts.refused("esto"), texts.ruledOut("esto"),
      texts.choosable("esto"), texts.widened("Esto", names: ["él"]), texts.saidMore("Esto", places: 2),
      texts.saidLess("Esto", places: 1),
    ] + PatientSection.allCases.map { texts.heading(of: $0) } + Change.Kind.allCases.map { texts.heading(of: $0) }

  @Test(arguments: sentences)
  func sentence(text: String) throws {
    let score = try #require(SpanishEase.score(text))
    #expect(score >= 65, "\(Int(score)): \(text)")
  }

  @Test func headingsTogether() throws {
    let score = try #require(SpanishEase.score(Self.headings.map { $0 + "." }.joined(separator: " ")))
    #expect(score >= 65, "\(score)")
  }

  @Test func theWholeLetter() throws {
    for document in [SpanishForm.report, SpanishForm.silent] {
      let own = Letter(document, asks: LetterAsk.allCases).paragraphs.filter { $0.role == .text || $0.role == .heading }
      let score = try #require(SpanishEase.score(own.map(\.text).joined(separator: ". ")))
      #expect(score >= 65, "\(score)")
    }
  }

  @Test func nothingClaimsARight() {
    let stems = [
      "derecho", "ley", "leyes", "ilegal", "infracci", "viola", "oblig", "exij", "exige", "debe", "tiene que",
      "demand", "denunci",
    ]
    for text in Self.sentences + Self.headings {
      let words = text.lowercased().split { !$0.isLetter }
      for stem in stems {
        #expect(!words.contains { stem.count > 3 && $0.hasPrefix(stem) && $0 != "debería" || $0 == stem }, "\(text)")
      }
    }
  }

  @Test("The reader is addressed with usted throughout")
  func usted() {
    let familiar: Set<Substring> = ["tu", "tus", "tú", "te", "ti", "contigo", "puedes", "vuestro"]
    for text in Self.sentences + Self.headings {
      #expect(familiar.isDisjoint(with: text.lowercased().split { !$0.isLetter }), "\(text)")
    }
  }

  @Test(arguments: [
    ("y", 1), ("muy", 1), ("sí", 1), ("que", 1), ("guía", 2), ("línea", 3), ("página", 3), ("cláusulas", 3),
    ("formulario", 4), ("oración", 3), ("leí", 2), ("ya", 1), ("ayuda", 3), ("cuidado", 3), ("médico", 3),
    ("país", 2), ("agüero", 3), ("quiere", 2), ("guardar", 2), ("ciudad", 2), ("viuda", 2), ("uso", 2), ("día", 2),
  ])
  func syllables(word: String, count: Int) {
    #expect(SpanishEase.syllables(of: word) == count)
  }
}
