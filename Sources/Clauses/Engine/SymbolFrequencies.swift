import Language
import SourceText

/// How often symbols stand in sentences, counted in the rules' own examples: a small sample of the field's language.
struct SymbolFrequencies {
  /// A set that stands in a greater share of the examples selects nothing.
  private static let mostTelling = 0.25

  /// By symbol: the examples in which it stands, as bits.
  private let examples: [[UInt64]]
  private let exampleCount: Int

  init(of pack: RulePack, tables: MatcherTables, language: Language) {
    let sentences = pack.rules.flatMap { rule in rule.flags.map(\.sentence) + rule.passes }
    let words = (sentences.count + 63) / 64
    var examples = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: tables.filterStart.count - 1)
    var unit = Unit(Matcher(tables: tables))
    let segmenter = Segmenter(language)
    for (index, sentence) in sentences.enumerated() {
      let bytes = Array(sentence.utf8)
      let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
      let text = Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count))
      let document = segmenter.sentences(of: text)
      document.tokens.withUnsafeBufferPointer { tokens in
        for place in document.sentences.indices {
          unit.load(place, of: document, tokens: tokens)
          unit.forEachSymbol { examples[Int($0)][index / 64] |= 1 << UInt64(index % 64) }
        }
      }
    }
    self.examples = examples
    exampleCount = sentences.count
  }

  /// The set of which a symbol stands in the fewest examples; nil if there are no sets.
  func rarest(of sets: [[SymbolID]]) -> [SymbolID]? {
    sets.min { (count(of: $0), $0.count) < (count(of: $1), $1.count) }
  }

  /// The sets that tell one sentence from another; the rarest alone if none does.
  func telling(of sets: [[SymbolID]]) -> [[SymbolID]] {
    let telling = sets.filter { Double(count(of: $0)) <= Self.mostTelling * Double(exampleCount) }
    return telling.isEmpty ? rarest(of: sets).map { [$0] } ?? [] : telling
  }

  private func count(of set: [SymbolID]) -> Int {
    guard let first = set.first else { return 0 }
    var union = examples[Int(first)]
    for symbol in set.dropFirst() {
      for word in union.indices { union[word] |= examples[Int(symbol)][word] }
    }
    return union.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
