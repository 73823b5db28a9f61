import Language
import SourceText

/// The buffers of a unit as plain pointers: copied without reference counting.
struct UnitBuffers: BitwiseCopyable {
  /// Where lead-ins and the sentence are put together.
  let tokens: UnsafeMutablePointer<Token>
  /// By position: the word's place in the matcher's table.
  let places: UnsafeMutablePointer<Int32>
  let phrases: UnsafeMutablePointer<UnitView.Phrase>
  let phraseStart: UnsafeMutablePointer<UInt32>
  /// By position: what has been passed before it.
  let passed: UnsafeMutablePointer<Passed>
  /// By set: a bit for each position at which a word or a phrase of the set begins, in as many words of 64 as the unit
  /// needs.
  let columns: UnsafeMutablePointer<UInt64>
  /// By instruction of a program: the positions at which it comes to it. See `PatternReach`.
  let reach: UnsafeMutablePointer<UInt64>
  /// By number of words: the last position that has no more of them before it; of a short unit.
  let lastPosition: UnsafeMutablePointer<UInt8>
  /// Patterns that may match, in words of 64.
  let candidates: UnsafeMutablePointer<UInt64>
  /// Bits of (instruction, position) that the machine has visited.
  let visited: UnsafeMutablePointer<UInt64>
  /// The parts of all matches in the unit, one match after the other.
  let parts: UnsafeMutablePointer<Match.Span>
  /// The captures of all matches.
  let captures: UnsafeMutablePointer<Match.Capture>
  /// How many parts, and how many captures, there is room for.
  let mostParts: Int
  /// The names that a document introduces, kind by kind.
  let names: UnsafeMutablePointer<UInt64>
}

/// Owns the buffers of a unit: made once for a document, used again for each sentence.
final class UnitMemory {
  /// Most tokens of a unit: the longest sentence and the longest lead-in.
  static let mostTokens = Segmenter.longestSentence + Unit.longestLeadIn + 8
  /// Most phrases of the lexicon in a unit; what goes beyond is left out.
  static let mostPhrases = 4096

  private let shared: FixedArray<UnitBuffers>

  /// Valid as long as the memory is.
  var buffers: UnsafePointer<UnitBuffers> { shared.base }

  init(_ view: MatcherView) {
    let most = Self.mostTokens
    // A program has no loops, so a match has no more parts or captures than the program has instructions.
    let mostParts = view.sizes.instructions * PatternMachine.mostMatches
    let buffers = UnitBuffers(
      tokens: .allocate(capacity: most), places: .allocate(capacity: most),
      phrases: .allocate(capacity: Self.mostPhrases), phraseStart: .allocate(capacity: most + 1),
      passed: .allocate(capacity: most + 1),
      columns: .allocate(capacity: max(1, view.sizes.sets) * (most / 64 + 1)),
      reach: .allocate(capacity: max(1, view.sizes.longestProgram)),
      lastPosition: .allocate(capacity: PatternReach.mostTokens + 1),
      candidates: .allocate(capacity: max(1, view.patternWords * MatcherTables.anchorCount)),
      visited: .allocate(capacity: view.sizes.longestProgram * (most + 1) / 64 + 2),
      parts: .allocate(capacity: max(1, mostParts)),
      captures: .allocate(capacity: max(1, mostParts)), mostParts: mostParts,
      names: .allocate(capacity: DocumentNames.Kind.allCases.count * DocumentNames.most))
    shared = FixedArray([buffers])
  }

  deinit {
    let buffers = buffers.pointee
    buffers.tokens.deallocate()
    buffers.places.deallocate()
    buffers.phrases.deallocate()
    buffers.phraseStart.deallocate()
    buffers.passed.deallocate()
    buffers.columns.deallocate()
    buffers.reach.deallocate()
    buffers.lastPosition.deallocate()
    buffers.candidates.deallocate()
    buffers.visited.deallocate()
    buffers.parts.deallocate()
    buffers.captures.deallocate()
    buffers.names.deallocate()
  }
}
