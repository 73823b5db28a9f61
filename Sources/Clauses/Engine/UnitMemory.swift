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
  /// By position: the signatures of its symbols.
  let signatures = UnsafeMutablePointer<UInt64>.allocate(capacity: mostTokens)
  /// Positions at which there is a symbol, in order.
  let busy = UnsafeMutablePointer<UInt16>.allocate(capacity: mostTokens)
  /// The signatures at these positions, side by side.
  let busySignatures = UnsafeMutablePointer<UInt64>.allocate(capacity: mostTokens)
  /// The parts of the match under way.
  let parts = UnsafeMutablePointer<PatternMachine.Span>.allocate(capacity: mostParts)
  /// The captures of the match under way.
  let captures = UnsafeMutablePointer<PatternMachine.Capture>.allocate(capacity: mostParts)
  /// Patterns that may match, in words of 64.
  let candidates: UnsafeMutablePointer<UInt64>
  /// Symbols that are in the unit, in words of 64.
  let present: UnsafeMutablePointer<UInt64>
  /// Sets of which a symbol is in the unit, in words of 64.
  let presentSets: UnsafeMutablePointer<UInt64>
  /// Bits of (instruction, position) that the machine has visited.
  let visited: UnsafeMutablePointer<UInt64>

  init(_ tables: MatcherTables) {
    candidates = .allocate(capacity: max(1, tables.filterWords))
    present = .allocate(capacity: max(1, tables.setWords))
    presentSets = .allocate(capacity: tables.setCount / 64 + 1)
    let longest = tables.programs.reduce(0) { max($0, Int($1.count)) }
    visited = .allocate(capacity: longest * (Self.mostTokens + 1) / 64 + 2)
  }

  deinit {
    tokens.deallocate()
    facts.deallocate()
    phrases.deallocate()
    phraseStart.deallocate()
    signatures.deallocate()
    busy.deallocate()
    busySignatures.deallocate()
    parts.deallocate()
    captures.deallocate()
    candidates.deallocate()
    present.deallocate()
    presentSets.deallocate()
    visited.deallocate()
  }
}
