import Language
import SourceText

/// How often sets stand in sentences, counted in the rules' own examples: a small sample of the field's language.
struct SetFrequencies {
  /// A set that stands in a greater share of the examples selects nothing.
  private static let mostTelling = 0.25

  /// By set: in how many examples it stands.
  private let counts: [Int]
  private let exampleCount: Int

  init(of pack: RulePack, tables: MatcherTables, language: Language) {
    let sentences = pack.rules.flatMap { rule in rule.flags.map(\.sentence) + rule.passes }
    var counts = [Int](repeating: 0, count: tables.setCount)
    var unit = Unit(Matcher(tables: tables))
    let segmenter = Segmenter(language)
    for sentence in sentences {
      let bytes = Array(sentence.utf8)
      let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
      let text = Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count))
      let document = segmenter.sentences(of: text)
      var present = [UInt64](repeating: 0, count: (tables.setCount + 63) / 64)
      document.tokens.withUnsafeBufferPointer { tokens in
        for place in document.sentences.indices {
          unit.load(place, of: document, tokens: tokens)
          unit.view.addSets(to: &present)
        }
      }
      for set in counts.indices where present[set / 64] & (1 << UInt64(set % 64)) != 0 { counts[set] += 1 }
    }
    withExtendedLifetime(unit) {}
    self.counts = counts
    exampleCount = sentences.count
  }

  /// The sets, each once, from the one that stands in the fewest examples on.
  func byRarity(_ sets: [UInt16]) -> [UInt16] {
    Set(sets).sorted { (counts[Int($0)], $0) < (counts[Int($1)], $1) }
  }

  /// The sets that tell one sentence from another, in their order; the rarest alone if none does.
  func telling(of sets: [UInt16]) -> [UInt16] {
    let telling = sets.filter { Double(counts[Int($0)]) <= Self.mostTelling * Double(exampleCount) }
    return telling.isEmpty ? Array(byRarity(sets).prefix(1)) : telling
  }
}
