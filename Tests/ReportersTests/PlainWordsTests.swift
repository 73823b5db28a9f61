import Analysis
import Language
import Testing

@testable import Reporters

/// What the pages and the letter say in our own words is at grade 8 or lower.
@Suite struct PlainWordsTests {
  private static let texts = EnglishTexts()

  @Test(arguments: [
    texts.disclaimer, texts.nothingFound, texts.notAllRead, texts.silenceIsNoPromise, texts.conditionAbove,
    texts.conflictsHeading, texts.questionsHeading, texts.missingHeading,
  ])
  func sentencesOfThePage(text: String) throws {
    try expectPlain(text)
  }

  @Test func questions() throws {
    let packs = Linter.builtInPacks.flatMap(\.questions)
    #expect(packs.count == 7)
    for question in packs {
      try expectPlain(question.title)
      try expectPlain(question.ask)
      for part in question.parts {
        try expectPlain("The form does not say \(part.about).")
        if !part.but.isEmpty { try expectPlain(part.but) }
      }
    }
  }

  @Test func theWholeLetter() throws {
    for document in [SampleReport.full, SampleReport.silent] {
      let own = Letter(document, asks: LetterAsk.allCases).paragraphs.filter { $0.role == .text || $0.role == .heading }
      try expectPlain(own.map { $0.text.hasSuffix(".") ? $0.text : $0.text + "." }.joined(separator: " "))
    }
  }

  @Test func whatIsSaidInShort() throws {
    try expectPlain(PatientSummary(PatientPage(SampleForm.report)).lines.joined(separator: " "))
  }

  private func expectPlain(_ text: String) throws {
    let grade = try #require(Readability(plain: text, language: .english)?.fleschKincaidGrade)
    #expect(grade <= 8, "\(text)")
  }
}
