import Clauses
import RuleCompiler
import Testing

@Suite struct QuestionFileTests {
  static let question = """
    title: Who buys my scans?
    order: 2
    parts:
      - about: who buys them
        says:
          - sharing.sale: [permits, denies]
        touches: [sharing.sale]
        but: It names no buyer.
      - about: whom to ask
        cues:
          en: [ask the buyer, Any Questions]
        hints:
          en: [my questions]
        but: It does not say whom.
    ask: Who buys my scans, and what for?
    """
  static let files = Fixtures.files + [RuleSourceFile(path: "Rules/questions/buyer.yaml", text: question)]

  @Test func aQuestionIsReadIntoThePackOfTheBaseLanguage() throws {
    let (packs, diagnostics) = RulePackLoader.load(files: Self.files)
    #expect(diagnostics == [])
    #expect(packs.map { $0.questions.count } == [1, 0])
    #expect(
      packs.first?.questions.first
        == Question(
          id: "buyer", order: 2, title: "Who buys my scans?",
          parts: [
            Question.Part(
              about: "who buys them", says: [Question.Source(rule: "sharing.sale", stances: [.permits, .denies])],
              touches: [Question.Source(rule: "sharing.sale")], but: "It names no buyer."),
            Question.Part(
              about: "whom to ask", says: [],
              cues: ["ask the buyer", "Any Questions"].map { Question.Cue(language: "en", phrase: $0) },
              hints: [Question.Cue(language: "en", phrase: "my questions")], but: "It does not say whom."),
          ], ask: "Who buys my scans, and what for?"))
  }

  @Test func questionsComeInTheirOrder() {
    let first = Self.question.replacing("order: 2", with: "order: 1")
    let files = Self.files + [RuleSourceFile(path: "Rules/questions/zero.yaml", text: first)]
    #expect(RulePackLoader.load(files: files).packs.first?.questions.map(\.id) == ["zero", "buyer"])
  }

  @Test(arguments: [
    ("title: Who", "titel: Who", "1:1: unknown key `titel`; did you mean `title`?"),
    ("my scans?", "my scans", "1:8: `title` must end with a question mark"),
    ("order: 2", "order: two", "2:8: `order` must be a number from 1 to 99, not `two`"),
    ("    says:", "    sais:", "5:5: unknown key `sais`; did you mean `says`?"),
    ("- sharing.sale: [", "- sharing.sail: [", "6:9: unknown rule `sharing.sail`; did you mean `sharing.sale`?"),
    ("[permits, denies]", "[permit]", "6:24: `says` must be one of"),
    ("sale: [permits, denies]", "sale: permits", "6:9: an item of `says` must be a rule or `rule: [stance, ...]`"),
    ("    but: It names no buyer.\n", "", "7:5: `but` goes with `touches` or `hints`, and they with it"),
    ("about: whom to ask", "about: whom to ask?", "9:12: `about` goes on a sentence: leave out the sign at its end"),
    ("      en: [ask", "      english: [ask", "11:7: `english` is no language code; write for example es"),
    ("[ask the buyer, Any Questions]", "ask", "11:11: `en` needs a list of phrases"),
    ("[ask the", "[any questions, ask the", "11:42: `Any Questions` is there already"),
  ])
  func oneFaultGivesOneLineWithItsPlace(old: String, new: String, expected: String) {
    let text = Self.question.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.question)
    let found = Fixtures.faults(Fixtures.files + [RuleSourceFile(path: "questions/buyer.yaml", text: text)])
    let parts = expected.split(separator: ": ", maxSplits: 1)
    #expect(found.contains { $0.hasPrefix("questions/buyer.yaml:\(parts[0]): error: \(parts[1])") }, "\(found)")
  }

  @Test func twoQuestionsCannotHaveOnePlace() {
    let files = Self.files + [RuleSourceFile(path: "Rules/questions/other.yaml", text: Self.question)]
    #expect(Fixtures.faults(files) == ["Rules/questions/other.yaml:2:8: error: `buyer` has order 2 already"])
  }
}
