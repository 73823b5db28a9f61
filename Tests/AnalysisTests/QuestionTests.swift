import Analysis
import SourceText
import Testing

/// What forms say to the seven questions.
@Suite struct QuestionTests {
  private func questions(_ form: String) throws -> [String: AnsweredQuestion] {
    let document = SourceDocument(name: "form.txt", bytes: Array(form.utf8), format: .text)
    let report = try Linter.builtIn().check(document)
    return Dictionary(report.questions.map { ($0.id, $0) }) { first, _ in first }
  }

  @Test func sevenInTheirOrder() throws {
    let document = SourceDocument(name: "form.txt", bytes: Array("We wish you a good day.".utf8), format: .text)
    let report = try Linter.builtIn().check(document)
    #expect(
      report.questions.map(\.id) == [
        "de-identification", "encryption", "sharing", "access-log", "image-integrity", "copies", "speak-up",
      ])
    #expect(report.questions.allSatisfy { $0.parts.allSatisfy { $0.answer == .silent && $0.words.isEmpty } })
    #expect(report.read == nil)
  }

  @Test func aFindingAnswersWithItsWords() throws {
    let form = "Welcome to our clinic.\n\nYou may ask for a list of everyone who has seen your scans.\n"
    let question = try #require(try questions(form)["access-log"])
    #expect(question.isAnswered)
    let words = try #require(question.parts.first?.words.first)
    #expect(words.sentence == "You may ask for a list of everyone who has seen your scans.")
    #expect(words.start.line == 3)
    #expect(words.finding != nil)
  }

  @Test func deIdentifiedWithoutAMethodOnlyTouchesOnIt() throws {
    let part = try #require(
      try questions("Researchers get only anonymous data of our patients.\n")["de-identification"]?.parts.first)
    #expect(part.answer == .touches)
    #expect(part.but == "It does not say how your name is taken off.")
  }

  @Test func oneQuestionCanBeAnsweredInPart() throws {
    let form = "We may share copies of your scans with outside companies that develop artificial intelligence.\n"
    let question = try #require(try questions(form)["sharing"])
    #expect(question.parts.map(\.answer) == [.says, .silent, .silent])
    #expect(!question.isAnswered)
  }

  @Test(arguments: [
    ("If you have any questions, call the front desk.", AnsweredQuestion.Answer.says),
    ("IF YOU HAVE QUESTIONS, call the front desk.", .says),
    ("I was able to ask questions.", .touches),
    ("Do you have any questions?", .silent),
    ("The desk is open on Monday.", .silent),
  ])
  func phrasesAnswerWhereNoRuleDoes(sentence: String, answer: AnsweredQuestion.Answer) throws {
    let form = "We wish you a good day.\n\n\(sentence)\n\nThe clinic is closed on Sunday, as it has always been.\n"
    let part = try #require(try questions(form)["speak-up"]?.parts.first)
    #expect(part.answer == answer)
    #expect(part.words.map(\.quote) == (answer == .silent ? [] : [sentence]))
    #expect(part.words.allSatisfy { $0.finding == nil && $0.start.line == 3 })
  }

  @Test func theTextIsKeptWhereAskedFor() throws {
    let bytes = Array("\u{FEFF}Your scans may be used to train AI.\r\n".utf8)
    let report = try Linter.builtIn().check(SourceDocument(name: "f", bytes: bytes, format: .text), keepsText: true)
    let read = try #require(report.read)
    let finding = try #require(report.findings.first)
    #expect(read.text.string(in: read.range(from: finding.start, to: finding.end)) == finding.quote)
    #expect(read.fileHash == SHA256.hexadecimal(bytes))
  }

  @Test func theVersionOfTheRulesFollowsTheRules() throws {
    let builtIn = try Linter.builtIn().rulesVersion
    #expect(builtIn.count == 12)
    #expect(try Linter(packs: Linter.builtInPacks).rulesVersion == builtIn)
    var packs = Linter.builtInPacks
    packs[0].rules[0].why += "!"
    #expect(try Linter(packs: packs).rulesVersion != builtIn)
  }
}
