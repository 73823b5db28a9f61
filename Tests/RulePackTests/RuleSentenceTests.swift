import Analysis
import Clauses
import Foundation
import RuleCompiler
import TestSupport
import Testing

/// The rules' own sentences, rule by rule.
@Suite struct RuleSentenceTests {
  static let packs = Linter.builtInPacks

  @Test func theBuiltInPackIsThere() {
    #expect(Self.packs.map(\.language) == ["en"])
    #expect(Self.packs[0].rules.count >= 23)
  }

  @Test(arguments: packs.flatMap(\.rules).map(\.id))
  func sentencesComeOutAsTheRuleSays(rule: String) throws {
    let failures = try RuleExamples.failures(in: Self.packs).filter { $0.rule == rule }
    #expect(failures.map { "\($0.explanation): \($0.sentence)" } == [])
  }

  @Test(arguments: packs.flatMap(\.rules).map(\.id))
  func everyRuleCarriesItsProof(rule: String) throws {
    let rule = try #require(Self.packs.flatMap(\.rules).first { $0.id == rule })
    #expect(rule.flags.count >= 4 && rule.passes.count >= 4)
    #expect(!rule.see.isEmpty && !rule.why.isEmpty && !rule.ask.isEmpty)
    // A denial must never be told in the words of a permission.
    if rule.polarity == .any, rule.effect != .protection { #expect(rule.messages[.denies] != nil) }
  }

  /// What is known not to work, so that it is neither forgotten nor lost when it comes right.
  @Test func knownGapsAreStillGaps() throws {
    let file = Shared.root.appending(path: "Tests/RulePackTests/known-gaps.tsv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3)
      var rule = try #require(Self.packs[0].rules.first { $0.id == cells[0] })
      rule.flags = cells[1] == "passes" ? [] : [Rule.Example(sentence: cells[2], stance: Stance(rawValue: cells[1]))]
      rule.passes = cells[1] == "passes" ? [cells[2]] : []
      let others = Self.packs[0].rules.filter { $0.id != rule.id }.map { other in
        var other = other
        (other.flags, other.passes) = ([], [])
        return other
      }
      let pack = RulePack(language: "en", rules: others + [rule], lexicon: Self.packs[0].lexicon)
      #expect(try RuleExamples.failures(in: [pack]).count == 1, "comes right now: \(line)")
    }
  }
}
