import Language
import SourceText
import TestSupport
import Testing

@testable import Clauses

/// The fast matcher against the plain one, on seeded random rules and texts.
@Suite struct MatcherOracleTests {
  static let words = ["share", "data", "scan", "with", "partner", "train", "ai", "model", "we", "opt", "out", "vendor"]
  static let fillers = ["the", "may", "not", "your", "house", "green", ",", ";", "but", "also", "(", ":"]
  static let lexicon = [
    LexiconClass(name: "thing", entries: ["data", "scan", "scan data", "train"]),
    LexiconClass(name: "party", entries: ["partner", "ai (vendor|partner)", "@thing vendor"]),
    LexiconClass(name: "act", entries: ["share", "opt out", "train (ai)? model", "=shared"]),
  ]

  /// All phrases that an entry stands for.
  private static func spelledOut(_ entry: Pattern.Node) -> [[PhraseWord]] {
    switch entry {
    case .word(let text): [[PhraseWord(text: text, isExact: false)]]
    case .exact(let text): [[PhraseWord(text: text, isExact: true)]]
    case .optional(let part): [[]] + spelledOut(part)
    case .choice(let parts): parts.flatMap(spelledOut)
    case .sequence(let parts):
      parts.reduce([[]]) { heads, part in heads.flatMap { head in spelledOut(part).map { head + $0 } } }
    default: []
    }
  }

  @Test(arguments: 0..<40)
  func agreesWithTheNaiveMatcher(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let patterns = (0..<30).map { _ in Self.randomPattern(depth: 3, &random) }
    let rules = patterns.enumerated().map { Self.rule("x.r\($0.offset)", find: $0.element) }
    let pack = RulePack(language: "en", rules: rules, lexicon: Self.lexicon)
    let matcher = try Matcher(pack, language: .english)
    var lexiconPhrases = LexiconExpansion(Self.lexicon)
    var phrases: [String: [[PhraseWord]]] = [:]
    for entry in Self.lexicon {
      phrases[entry.name] = try lexiconPhrases.phrases(of: entry.name, neededBy: "test").flatMap(Self.spelledOut)
    }

    let vocabulary = NaiveVocabulary(.english)
    var matches = 0
    for _ in 0..<25 {
      let text = Self.randomText(&random)
      let sentences = Self.sentences(text)
      var unit = Unit(matcher)
      for index in sentences.sentences.indices {
        var found: [Int: (start: Int, end: Int)] = [:]
        sentences.tokens.withUnsafeBufferPointer { tokens in
          unit.load(index, of: sentences, tokens: tokens)
          unit.match { match in
            let rule = Int(match.owner.rule)
            if found[rule] == nil { found[rule] = (match.range.lowerBound, match.range.upperBound) }
          }
        }
        let naive = NaiveMatcher(
          words: Array(sentences.tokens[tokenRange(sentences.sentences[index])]), vocabulary: vocabulary,
          lexicon: phrases)
        for (place, rule) in pack.rules.enumerated() {
          let expected = naive.firstMatch(of: try Pattern.parse(rule.find[0].pattern))
          let description = "\(rule.find[0].pattern) in \(text)"
          #expect(found[place]?.start == expected?.start, "\(description)")
          matches += expected == nil ? 0 : 1
          if let end = found[place]?.end, let ends = expected?.ends { #expect(ends.contains(end), "\(description)") }
        }
      }
    }
    #expect(matches > 50, "the random texts must give the matcher something to find")
  }

  // MARK: Random rules and texts

  static func randomPattern(depth: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let part = randomPart(depth: depth, &random)
      return part
    }.joined(separator: [" ", " … ", " "].randomElement(using: &random) ?? " ")
  }

  private static func randomPart(depth: Int, _ random: inout SeededGenerator) -> String {
    let word = words.randomElement(using: &random) ?? "data"
    switch Int.random(in: 0..<(depth > 0 ? 10 : 5), using: &random) {
    case 0...2: return word
    case 3: return "=\(word)"
    case 4: return "@" + (["thing", "party", "act"].randomElement(using: &random) ?? "thing")
    case 5: return "(\(randomPattern(depth: depth - 1, &random))|\(randomPattern(depth: depth - 1, &random)))"
    case 6: return "(\(word)|@thing|=shared)"
    case 7: return "\(word) (\(randomPattern(depth: depth - 1, &random)))?"
    case 8: return "<name: \(randomPattern(depth: depth - 1, &random))>"
    default: return "\(word) …… \(randomPart(depth: 0, &random))"
    }
  }

  private static func randomText(_ random: inout SeededGenerator) -> String {
    let forms = ["shared", "scans", "training", "vendors", "opting", "models", "partners"]
    return (0..<Int.random(in: 1...30, using: &random)).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0...4: words.randomElement(using: &random) ?? "data"
      case 5...7: fillers.randomElement(using: &random) ?? "the"
      default: forms.randomElement(using: &random) ?? "scans"
      }
    }.joined(separator: " ")
  }

  static func rule(_ id: String, find: String) -> Rule {
    Rule(
      id: id, title: "", effect: .risk, level: .note, since: "0.1.0", stance: .permits, polarity: .any,
      find: [Rule.Find(pattern: find)], unless: [], messages: [.permits: ""], why: "", ask: "", see: [], maps: [:],
      flags: [], passes: [])
  }

  private func tokenRange(_ sentence: Sentence) -> Range<Int> {
    Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
  }

  static func sentences(_ text: String) -> Sentences {
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
    return Segmenter(.english).sentences(
      of: Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count)))
  }
}
