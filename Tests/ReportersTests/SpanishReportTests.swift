import Analysis
import SourceText
import Testing

@testable import Reporters

/// Reports on a document in Spanish speak Spanish, whatever they are printed on.
@Suite struct SpanishReportTests {
  private static let documents = [SpanishForm.report, SpanishForm.word, SpanishForm.silent]
  private static let page = HTMLReport(provenance: HTMLReportTests.provenance).render(SpanishForm.report)
  private static let markdown = MarkdownReport(provenance: HTMLReportTests.provenance)
    .render(Report(documents: documents))

  private static func comparison() throws -> Comparison {
    var new = SpanishForm.report
    new.path = "formularios/nuevo.txt"
    func first(_ rule: String) throws -> Finding { try #require(new.findings.first { $0.rule == rule }) }
    let (promise, sharing) = (try first("sharing.no-sharing-promise"), try first("sharing.third-party"))
    let (training, choice) = (try first("ai.training"), try first("choice.opt-out"))
    return Comparison(
      old: SpanishForm.report, new: new,
      changes: [
        Change(.permits, rule: training.rule, new: [training]),
        Change(.widens, rule: sharing.rule, old: [sharing], new: [sharing], names: ["Álamo Imagen"]),
        Change(.turnedWorse, rule: promise.rule, old: [promise], new: [sharing]),
        Change(.promiseGone, rule: promise.rule, old: Array(repeating: promise, count: 5)),
        Change(.choiceAdded, rule: choice.rule, new: [choice]),
        Change(.morePlaces, rule: sharing.rule, new: [sharing, sharing]),
        Change(.fewerPlaces, rule: sharing.rule, old: [sharing]),
      ],
      matched: [MatchedClause(old: sharing, new: sharing, isMoved: true, isReworded: true)], unchanged: 3)
  }

  @Test(arguments: [40, 80])
  func goldenAtTheTerminal(width: Int) throws {
    let report = PatientReport(style: Style(width: width))
    try expectGolden("es/patient-\(width).txt", report.render(Report(documents: Self.documents)))
  }

  @Test func goldenWithEverything() throws {
    let report = PatientReport(style: Style(width: 80), showsAll: true)
    try expectGolden("es/patient-all.txt", report.render(Report(documents: [SpanishForm.report])))
  }

  @Test func goldenOfALongForm() throws {
    let text = PatientReport(style: Style(width: 80)).render(Report(documents: [SpanishForm.long]))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 91)
    try expectGolden("es/patient-long.txt", text)
  }

  @Test func goldenPages() throws {
    try expectGolden("es/page.html", Self.page)
    try expectGolden("es/page.md", Self.markdown)
  }

  @Test func goldenLetter() throws {
    let letter = Letter(SpanishForm.report, asks: LetterAsk.allCases)
    try expectGolden("es/letter.txt", LetterText.render(letter))
    #expect(letter.wordLanguage == "es-US")
  }

  @Test func goldenComparison() throws {
    let comparison = try Self.comparison()
    try expectGolden("es/diff.txt", DiffReport(showsAll: true).render(comparison))
    try expectGolden("es/diff.md", DiffMarkdown().render(comparison))
    try expectGolden("es/diff.html", DiffWebPage().render(comparison))
  }

  @Test func goldenComments() throws {
    let comments = SpanishForm.report.findings.map {
      WordCommentText.paragraphs(for: $0, language: "es", quotes: true).joined(separator: "\n")
    }
    try expectGolden("es/comments.txt", comments.joined(separator: "\n\n") + "\n")
  }

  @Test func nothingIsLeftInEnglish() throws {
    let comparison = try Self.comparison()
    let texts = [
      PatientReport(showsAll: true).render(Report(documents: Self.documents)),
      PatientReport().render(
        Report(documents: [SpanishForm.long])), Self.markdown,
      LetterText.render(Letter(SpanishForm.report, asks: LetterAsk.allCases)), DiffReport().render(comparison),
      DiffMarkdown().render(comparison),
      Self.page.replacing(/<style>[^<]*<\/style>/, with: "").replacing(/<[^>]*>/, with: " "),
      DiffWebPage().render(comparison).replacing(/<style>[^<]*<\/style>/, with: "").replacing(/<[^>]*>/, with: " "),
    ]
    let english: Set<String> = [
      "the", "form", "of", "and", "to", "is", "it", "that", "line", "page", "ask", "here", "also", "old", "new", "you",
      "your", "what", "more", "places", "read", "found", "with", "rules", "on", "date", "hello", "please",
    ]
    for text in texts {
      let words = Set(text.split { !$0.isLetter }.map { $0.lowercased() })
      #expect(words.intersection(english).isEmpty)
    }
  }

  @Test func thePageIsSound() {
    #expect(Self.page.contains("<html lang=\"es\">"))
    #expect(HTMLFaults.nesting(of: Self.page) == [])
    #expect(HTMLFaults.links(of: Self.page) == [])
    #expect(Self.page.contains("aria-label=\"casilla vacía\""))
    #expect(Self.page.contains("24 de noviembre de 2026"))
  }

  @Test(arguments: 40...120)
  func noLineIsWider(width: Int) {
    let text = PatientReport(style: Style(width: width), showsAll: true).render(Report(documents: Self.documents))
    for line in text.split(separator: "\n") { #expect(String(line).columns <= width, "\(line)") }
  }

  @Test func absenceIsNeverClaimedOfTextThatWasNotRead() {
    var document = SpanishForm.report
    document.problems = [.unsupported(.pdf)]
    for text in [
      PatientReport().render(Report(documents: [document])),
      HTMLReport(provenance: HTMLReportTests.provenance).render(document),
    ] {
      #expect(text.contains("Por eso no sé qué le falta"))
      #expect(!text.contains("no dice"))
    }
  }

  @Test("Documents in two languages have the disclaimer in both")
  func twoLanguages() {
    let report = Report(documents: [SampleReport.word, SpanishForm.silent, SampleReport.silent])
    let text = PatientReport().render(report)
    for texts in SpokenLanguages.all {
      #expect(text.components(ofLines: texts.disclaimer) == 1)
    }
  }

  @Test("A language that the program does not speak is answered in English")
  func unknownLanguage() {
    var document = SpanishForm.silent
    document.language = "fr"
    #expect(PatientReport().render(Report(documents: [document])).contains("I read nota.txt"))
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_812, "1812"), (12_500, "12\u{A0}500"), (1_234_567, "1\u{A0}234\u{A0}567"),
  ])
  func numbers(number: Int, text: String) {
    #expect(SpanishCount.grouped(number) == text)
  }

  @Test(arguments: [
    ("2026-11-24", "24 de noviembre de 2026"), ("2026-01-05", "5 de enero de 2026"), ("2026-11", "noviembre de 2026"),
    ("2026-13", "2026-13"), ("ayer", "ayer"), ("", ""), ("2026-11-24-1", "2026-11-24-1"), ("2026-11-x", "2026-11-x"),
  ])
  func dates(date: String, text: String) {
    #expect(SpanishDate.text(date) == text)
  }
}

extension String {
  /// How often `text` is there, however its lines are broken.
  fileprivate func components(ofLines text: String) -> Int {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").ranges(of: text).count
  }
}
