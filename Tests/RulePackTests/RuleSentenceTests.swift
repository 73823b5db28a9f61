import Analysis
import Clauses
import Foundation
import RuleCompiler
import TestSupport
import Testing

/// The rules' own sentences, rule by rule.
@Suite struct RuleSentenceTests {
  static let packs = Linter.builtInPacks
  /// All rules' sentences, run once.
  static let failures = Result { try RuleExamples.failures(in: packs) }

  @Test func theBuiltInPackIsThere() {
    #expect(Self.packs.map(\.language) == ["en", "es"])
    #expect(Self.packs[0].rules.count >= 23)
  }

  @Test(arguments: packs.flatMap(\.rules).map(\.id))
  func sentencesComeOutAsTheRuleSays(rule: String) throws {
    let failures = try Self.failures.get().filter { $0.rule == rule }
    #expect(failures.map { "\($0.explanation): \($0.sentence)" } == [])
  }

  @Test(arguments: packs.flatMap(\.rules).map(\.id))
  func everyRuleCarriesItsProof(rule: String) throws {
    let rule = try #require(Self.packs.flatMap(\.rules).first { $0.id == rule })
    #expect(rule.flags.count >= 4 && rule.passes.count >= 4)
    #expect(!rule.see.isEmpty && !rule.why.isEmpty && !rule.ask.isEmpty)
    // A denial must never be told in the words of a permission.
    if rule.kind == .clause, rule.polarity == .any, rule.effect != .protection {
      #expect(rule.messages[.denies] != nil)
    }
  }

  /// What is known not to work, so that it is neither forgotten nor lost when it comes right.
  @Test func knownGapsAreStillGaps() throws {
    let file = Shared.root.appending(path: "Tests/RulePackTests/known-gaps.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let gaps = try lines.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3 && Self.packs[0].rules.contains { $0.id == cells[0] }, "\(line)")
      return (rule: cells[0], expected: cells[1], sentence: cells[2])
    }
    let rules = Self.packs[0].rules.map { rule in
      var rule = rule
      let own = gaps.filter { $0.rule == rule.id }
      rule.flags = own.filter { $0.expected != "passes" }
        .map { Rule.Example(sentence: $0.sentence, stance: Stance(rawValue: $0.expected)) }
      rule.passes = own.filter { $0.expected == "passes" }.map(\.sentence)
      return rule
    }
    let pack = RulePack(language: "en", rules: rules, lexicon: Self.packs[0].lexicon)
    let failures = try RuleExamples.failures(in: [pack], language: .english)
    for gap in gaps {
      let own = failures.filter { $0.rule == gap.rule && $0.sentence == gap.sentence }
      #expect(own.count == 1, "comes right now: \(gap)")
    }
  }
}
