import Analysis
import Clauses
import Language
import Testing

/// What we say to patients is at grade 8 or lower.
@Suite struct PlainLanguageTests {
  @Test(arguments: Linter.builtInPacks.flatMap(\.rules).map(\.id))
  func rulesAreEasyToRead(rule: String) throws {
    let rule = try #require(Linter.builtInPacks.flatMap(\.rules).first { $0.id == rule })
    for text in [rule.why, rule.ask] + rule.messages.values {
      let grade = try #require(Readability(plain: text, language: .english)?.fleschKincaidGrade)
      #expect(grade <= 8, "\(text)")
    }
  }
}
