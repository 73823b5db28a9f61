import Language

/// The buffers of a unit: made once for a document, used again for each sentence.
final class UnitMemory {
  /// Most tokens of a unit: the longest sentence and the longest lead-in.
  static let mostTokens = Segmenter.longestSentence + Unit.longestLeadIn + 8
  /// Most phrases of the lexicon in a unit; what goes beyond is left out.
  static let mostPhrases = 4096

  /// Most parts and captures of a match: no program is longer.
  static let mostParts = 512

  let tokens = UnsafeMutablePointer<Token>.allocate(capacity: mostTokens)
  let facts = UnsafeMutablePointer<MatcherTables.WordFacts>.allocate(capacity: mostTokens)
  let phrases = UnsafeMutablePointer<Unit.Phrase>.allocate(capacity: mostPhrases)
  let phraseStart = UnsafeMutablePointer<UInt32>.allocate(capacity: mostTokens + 1)
  /// Positions at which there is a symbol, in order.
  let busy = UnsafeMutablePointer<UInt16>.allocate(capacity: mostTokens)
  /// The parts of the match under way.
  let parts = UnsafeMutablePointer<PatternMachine.Span>.allocate(capacity: mostParts)
  /// The captures of the match under way.
  let captures = UnsafeMutablePointer<PatternMachine.Capture>.allocate(capacity: mostParts)
  let filterState: UnsafeMutablePointer<UInt64>
  let filterCount: Int
  /// Bits of (instruction, position) that the machine has visited.
  let visited: UnsafeMutablePointer<UInt64>

  init(_ tables: MatcherTables) {
    filterCount = tables.filterInitial.count
    filterState = .allocate(capacity: max(1, filterCount))
    let longest = tables.programs.reduce(0) { max($0, Int($1.count)) }
    visited = .allocate(capacity: longest * (Self.mostTokens + 1) / 64 + 2)
  }

  deinit {
    tokens.deallocate()
    facts.deallocate()
    phrases.deallocate()
    phraseStart.deallocate()
    busy.deallocate()
    parts.deallocate()
    captures.deallocate()
    filterState.deallocate()
    visited.deallocate()
  }
}
