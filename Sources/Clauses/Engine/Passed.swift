import Language

/// Counts of the tokens before a position, side by side in one number: the difference of two positions tells what
/// stands between them without a loop.
struct Passed: BitwiseCopyable {
  private var counts: UInt64 = 0

  private static let word: UInt64 = 1
  private static let gapBreak: UInt64 = 1 << 16
  private static let heavy: UInt64 = 1 << 32

  /// Nothing.
  init() {}

  /// A word or a number of which the matcher knows `flags`.
  init(wordWithFlags flags: UInt8) {
    counts = Self.word
    if flags & MatcherTables.WordFlag.gapBreak != 0 { counts += Self.gapBreak }
    if flags & MatcherTables.WordFlag.light == 0 { counts += Self.heavy }
  }

  init(sign kind: Token.Kind) {
    switch kind {
    case .semicolon: counts = Self.gapBreak + Self.heavy
    case .terminator, .bullet, .box, .word, .number: counts = Self.heavy
    case .comma, .colon, .openBracket, .closeBracket, .quote, .dash, .blank, .other: break
    }
  }

  /// A comma behind which a clause with a subject of its own begins.
  static let clauseComma = Passed(counts: gapBreak)

  private init(counts: UInt64) {
    self.counts = counts
  }

  var words: Int { Int(truncatingIfNeeded: counts & 0xFFFF) }
  /// True if something was passed that a clause gap does not reach over.
  var hasGapBreak: Bool { counts & 0xFFFF_0000 != 0 }
  /// True if something was passed that is not stepped over between two parts.
  var hasHeavy: Bool { counts >> 32 != 0 }

  static func + (a: Passed, b: Passed) -> Passed { Passed(counts: a.counts &+ b.counts) }
  static func - (a: Passed, b: Passed) -> Passed { Passed(counts: a.counts &- b.counts) }
}
