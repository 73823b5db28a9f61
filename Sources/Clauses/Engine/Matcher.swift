import Language

/// Runs all patterns of all rules over sentences, in one pass over the tokens.
///
/// A sentence's tokens are looked up once; each symbol found lifts bits of the patterns that need it; only patterns
/// whose most telling symbols all came, in order, are run. A run visits each (instruction, token) at most once, so the
/// work is linear in the text.
public final class Matcher: Sendable {
  let tables: MatcherTables
  /// The tables as plain memory; valid as long as the matcher is.
  let view: MatcherView
  private let memory: [any Sendable]

  init(tables: MatcherTables) {
    self.tables = tables
    (view, memory) = MatcherView.make(tables)
  }

  /// Compiles the patterns of `pack`.
  public convenience init(_ pack: RulePack, language: Language) throws(PackError) {
    self.init(tables: try MatcherCompiler.tables(for: pack, language: language))
  }

  /// How many matches there are in the statements among `sentences`: the engine's own work, for benchmarks.
  public func matchCount(in sentences: Sentences) -> Int {
    var unit = Unit(self)
    var count = 0
    sentences.tokens.withUnsafeBufferPointer { tokens in
      for index in sentences.sentences.indices where sentences.sentences[index].isStatement {
        unit.load(index, of: sentences, tokens: tokens)
        unit.match { _ in count += 1 }
      }
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
