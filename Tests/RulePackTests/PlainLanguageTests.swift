import Analysis
import Clauses
import Language
import Testing

/// What we say to patients is at grade 8 or lower.
@Suite struct PlainLanguageTests {
  private static func rules(_ language: String) -> [Rule] {
    Linter.builtInPacks.filter { $0.language == language }.flatMap(\.rules)
  }

  @Test(arguments: rules("en").map(\.id))
  func rulesAreEasyToRead(rule: String) throws {
    let rule = try #require(Self.rules("en").first { $0.id == rule })
    for text in [rule.why, rule.ask] + rule.messages.values {
      let grade = try #require(Readability(plain: text, language: .english)?.fleschKincaidGrade)
      #expect(grade <= 8, "\(text)")
    }
  }

  /// Fernández-Huerta 65 or more: plain Spanish.
  @Test(arguments: rules("es").map(\.id))
  func spanishRulesAreEasyToRead(rule: String) throws {
    let rule = try #require(Self.rules("es").first { $0.id == rule })
    for text in [rule.why, rule.ask] + rule.messages.values {
      let ease = try #require(Readability(plain: text, language: .spanish)?.fernandezHuerta)
      #expect(ease >= 65, "\(text)")
    }
  }
}
