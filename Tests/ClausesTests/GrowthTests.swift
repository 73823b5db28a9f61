import Language
import SourceText
import TestSupport
import Testing

@testable import Clauses

/// Twice the text is twice the work: counted in tokens that are looked up and matches that are found, since the work
/// for one unit is bounded (a unit is short, and a pattern comes to each of its instructions once at each token).
@Suite struct GrowthTests {
  static let rules = [
    "share … (with|to) …… partner", "(data|scan)? … (share|train) (model|ai) …… vendor", "data …… data …… data",
  ]

  @Test(arguments: [
    "We may share your scans, data and data with vendors and partners, ",
    "data share ", "We may share: • scan data with partners • data and data and data ", "share … share ( data ; ",
  ])
  func twiceTheTextIsTwiceTheWork(piece: String) throws {
    let once = try Self.work(on: String(repeating: piece, count: 2_000))
    let twice = try Self.work(on: String(repeating: piece, count: 4_000))
    #expect(once > 2_000)
    #expect(Double(twice) < 2.3 * Double(once))
    #expect(Double(twice) > 1.7 * Double(once))
  }

  private static func work(on text: String) throws -> Int {
    let rules = Self.rules.enumerated().map { MatcherOracleTests.rule("x.r\($0.offset)", find: $0.element) }
    let matcher = try Matcher(RulePack(language: "en", rules: rules, lexicon: []), language: .english)
    let sentences = MatcherOracleTests.sentences(text)
    var unit = Unit(matcher)
    var work = 0
    sentences.tokens.withUnsafeBufferPointer { tokens in
      for index in sentences.sentences.indices {
        unit.load(index, of: sentences, tokens: tokens)
        work += unit.view.count
        unit.match { _ in work += 1 }
      }
    }
    return work
  }
}
