import Language

/// Runs all patterns of all rules over sentences, in one pass over the tokens.
///
/// A sentence's tokens are looked up once; each symbol found lifts bits of the patterns that need it; only patterns
/// whose most telling symbols all came, in order, are run. A run visits each (instruction, token) at most once, so the
/// work is linear in the text.
public struct Matcher: Sendable {
  let tables: MatcherTables
  let words: FixedArray<UInt64>
  let wordFactIndex: FixedArray<UInt32>
  let wordFacts: FixedArray<MatcherTables.WordFacts>
  let symbolPool: FixedArray<SymbolID>
  let phraseKeys: FixedArray<UInt64>
  let phraseNodes: FixedArray<UInt32>
  let phraseEnds: FixedArray<UInt32>
  let filterStart: FixedArray<UInt32>
  let filter: FixedArray<MatcherTables.FilterEntry>
  let programs: FixedArray<MatcherTables.Program>
  let instructions: FixedArray<MatcherTables.Instruction>
  let sets: FixedArray<UInt64>

  init(tables: MatcherTables) {
    self.tables = tables
    words = FixedArray(tables.wordKeys)
    wordFactIndex = FixedArray(tables.wordFactIndex)
    wordFacts = FixedArray(tables.wordFacts)
    symbolPool = FixedArray(tables.symbolPool)
    phraseKeys = FixedArray(tables.phraseKeys)
    phraseNodes = FixedArray(tables.phraseNodes)
    phraseEnds = FixedArray(tables.phraseEnds)
    filterStart = FixedArray(tables.filterStart)
    filter = FixedArray(tables.filter)
    programs = FixedArray(tables.programs)
    instructions = FixedArray(tables.instructions)
    sets = FixedArray(tables.sets)
  }

  /// Compiles the patterns of `pack`.
  public init(_ pack: RulePack, language: Language) throws(PackError) {
    self.init(tables: try MatcherCompiler.tables(for: pack, language: language))
  }

  /// All matches in `sentences`, sentence by sentence, then by pattern and place. For benchmarks and tests.
  public func matchCount(in sentences: Sentences) -> Int {
    var unit = Unit(self)
    var count = 0
    for index in sentences.sentences.indices {
      unit.load(index, of: sentences)
      unit.match { _ in count += 1 }
    }
    return count
  }
}

/// A match of one pattern in one unit.
struct Match: Sendable {
  var owner: PatternOwner
  /// The first matched token and the one after the last, as positions in the unit.
  var range: Range<Int>
  /// The tokens that parts of the pattern matched, in order; tokens in gaps and light words are not among them.
  var parts: [Range<Int>]
  /// Captures: index of the name, and positions.
  var captures: [(name: Int, range: Range<Int>)]
}
