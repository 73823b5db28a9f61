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
  /// By position: the word's place in the matcher's table.
  let places = UnsafeMutablePointer<Int32>.allocate(capacity: mostTokens)
  let phrases = UnsafeMutablePointer<Unit.Phrase>.allocate(capacity: mostPhrases)
  let phraseStart = UnsafeMutablePointer<UInt32>.allocate(capacity: mostTokens + 1)
  /// By position: the row of the sets that the word or a phrase beginning there is in.
  let rows = UnsafeMutablePointer<UnsafePointer<UInt64>>.allocate(capacity: mostTokens)
  /// Rows of positions at which a phrase begins, put together.
  let composed: UnsafeMutablePointer<UInt64>
  /// Positions whose row is not empty, in order.
  let busy = UnsafeMutablePointer<UInt16>.allocate(capacity: mostTokens)
  /// The rows at these positions, side by side.
  let busyRows = UnsafeMutablePointer<UnsafePointer<UInt64>>.allocate(capacity: mostTokens)
  /// The parts of the match under way.
  let parts = UnsafeMutablePointer<PatternMachine.Span>.allocate(capacity: mostParts)
  /// The captures of the match under way.
  let captures = UnsafeMutablePointer<PatternMachine.Capture>.allocate(capacity: mostParts)
  /// Patterns that may match, in words of 64.
  let candidates: UnsafeMutablePointer<UInt64>
  /// Required sets that are in the unit, in words of 64.
  let present: UnsafeMutablePointer<UInt64>
  /// Bits of (instruction, position) that the machine has visited.
  let visited: UnsafeMutablePointer<UInt64>

  init(_ tables: MatcherTables, _ view: MatcherView) {
    composed = .allocate(capacity: Self.mostTokens * max(1, view.rowWords))
    candidates = .allocate(capacity: max(1, view.patternWords))
    present = .allocate(capacity: max(1, view.requiredWords))
    let longest = tables.programs.reduce(0) { max($0, Int($1.count)) }
    visited = .allocate(capacity: longest * (Self.mostTokens + 1) / 64 + 2)
  }

  deinit {
    tokens.deallocate()
    places.deallocate()
    phrases.deallocate()
    phraseStart.deallocate()
    rows.deallocate()
    composed.deallocate()
    busy.deallocate()
    busyRows.deallocate()
    parts.deallocate()
    captures.deallocate()
    candidates.deallocate()
    present.deallocate()
    visited.deallocate()
  }
}
