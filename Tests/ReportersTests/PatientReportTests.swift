import Analysis
import Clauses
import SourceText
import Testing

@testable import Reporters

struct PatientReportTests {
  @Test(arguments: [40, 80, 120])
  func golden(width: Int) throws {
    try expectGolden("patient-\(width).txt", PatientReport(style: Style(width: width)).render(SampleReport.report))
  }

  @Test func goldenWithAllPlaces() throws {
    let report = PatientReport(style: Style(width: 80), showsAll: true)
    try expectGolden("patient-all.txt", report.render(Report(documents: [SampleReport.full])))
  }

  @Test func goldenInColour() throws {
    let report = PatientReport(style: Style(colour: true, width: 80))
    try expectGolden("patient-colour.txt", report.render(Report(documents: [SampleReport.full])))
  }

  @Test(arguments: 40...120)
  func noLineIsWider(width: Int) {
    let text = PatientReport(style: Style(width: width), showsAll: true).render(SampleReport.report)
    for line in text.split(separator: "\n") {
      #expect(String(line).columns <= width, "\(line)")
    }
  }

  @Test func colourIsAllThatColourChanges() {
    let plain = PatientReport(style: Style(width: 80)).render(SampleReport.report)
    var colour = PatientReport(style: Style(colour: true, width: 80)).render(SampleReport.report)
    #expect(!plain.contains("\u{1B}"))
    for code in ["1", "1;33", "1;32", "1;36", "1;31", "2", "0"] {
      colour = colour.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    #expect(colour == plain)
  }

  @Test func partsComeInOrder() throws {
    let text = PatientReport().render(Report(documents: [SampleReport.full]))
    let parts = [
      "I read forms/imaging.txt: 1,812 words in 97 sentences.", "What the form lets others do",
      "What the form promises", "Your choices", "Seven questions, and what the form says", "This is not legal advice.",
    ]
    let places = try parts.map { try #require(text.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test(
    "Each finding is in the part that its stance puts it in",
    arguments: [
      ("ai.training", Rule.Effect.risk, Stance.permits, PatientSection.lets),
      ("ai.training", .risk, .conditional, .lets),
      ("ai.training", .risk, .denies, .promises),
      ("ai.training", .risk, .offersChoice, .choices),
      ("sharing.routine-permitted", .neutral, .permits, .lets),
      ("sharing.routine-permitted", .neutral, .denies, .promises),
      ("sharing.no-sharing-promise", .protection, .denies, .promises),
      ("sharing.no-sharing-promise", .protection, .conditional, .promises),
      ("security.encryption", .protection, .permits, .promises),
      ("security.encryption", .protection, .denies, .lets),
      ("choice.opt-out", .protection, .offersChoice, .choices),
      ("choice.withdrawal-right", .protection, .permits, .choices),
      ("choice.opt-out", .protection, .denies, .lets),
      ("choice.withdrawal-limits", .risk, .permits, .lets),
    ])
  func section(rule: String, effect: Rule.Effect, stance: Stance, section: PatientSection) {
    let finding = SampleReport.finding(
      rule, stance, effect, .note, line: 1, quote: "words", sentence: "Some words.", message: "m")
    #expect(PatientSection(finding) == section)
  }

  @Test func deniedRiskNeverReadsAsPermitted() {
    let finding = SampleReport.finding(
      "ai.training", .denies, .risk, .warning, line: 1, quote: "not be used", sentence: "It will not be used.",
      message: "The form says no.")
    #expect(finding.headline(in: EnglishTexts()) == "The form says no to this: Your data may train AI")
  }

  @Test func absenceIsNeverClaimedOfTextThatWasNotRead() {
    var document = SampleReport.full
    document.problems = [.unsupported(.pdf)]
    let text = PatientReport().render(Report(documents: [document]))
    #expect(text.contains("I cannot tell what it leaves out"))
    #expect(!text.contains("does not say"))
  }

  @Test func manyPlacesOfARuleAreCounted() {
    let findings = (1...7).map { line in
      SampleReport.finding(
        "ai.training", .permits, .risk, .warning, line: line, quote: "number \(line)",
        sentence: "It is number \(line).", message: "m")
    }
    var document = SampleReport.silent
    document.findings = findings
    let short = PatientReport().render(Report(documents: [document]))
    #expect(short.contains("also at line 3: “It is number 3.”"))
    #expect(!short.contains("line 4"))
    #expect(short.contains("and 4 more: use --all to see them"))
    let long = PatientReport(showsAll: true).render(Report(documents: [document]))
    #expect(long.contains("also at line 7: “It is number 7.”"))
    #expect(!long.contains("--all"))
  }

  @Test func aLongFormHasTwoScreensAndSaysWhatIsMore() {
    let report = Report(documents: [SampleReport.long])
    let short = PatientReport(style: Style(width: 80)).render(report)
    #expect(short.split(separator: "\n", omittingEmptySubsequences: false).count <= 91)
    #expect(short.contains("more: use --all to see them"))
    #expect(short.contains("(line 17, and 3 more places)"))
    for heading in ["What the form lets others do", "What the form promises", "Your choices"] {
      #expect(short.contains(heading))
    }
    #expect(short.contains("3. How do you get copies?"))
    let long = PatientReport(style: Style(width: 80), showsAll: true).render(report)
    for number in 0..<60 { #expect(long.contains("about number \(number).")) }
    #expect(!long.contains("--all"))
  }

  @Test func goldenWithFindingsOfTheWholeDocument() throws {
    let report = PatientReport(style: Style(width: 80))
    try expectGolden("patient-document.txt", report.render(Report(documents: [SampleForm.report])))
  }

  @Test func noDocumentsNoText() {
    #expect(PatientReport().render(Report(documents: [])) == "")
  }
}
