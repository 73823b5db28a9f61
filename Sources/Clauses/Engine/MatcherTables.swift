import Language

/// What a pattern can ask of a token: a word in any form, one form, or a lexicon class.
typealias SymbolID = UInt16

/// All patterns of all rules, compiled to flat tables of integers. Immutable; made by `MatcherCompiler`.
///
/// The tables can be written out and read back as they are, so that the built-in rules cost no work at start.
struct MatcherTables: Sendable, Equatable {
  /// Facts about one word, packed: where its symbols start, how many, and its flags.
  struct WordFacts: Sendable, Equatable, BitwiseCopyable {
    /// Start of the word's symbols in `symbolPool`.
    var symbols: UInt32 = 0
    /// Start of the word's phrase symbols in `symbolPool`.
    var phraseSymbols: UInt32 = 0
    /// The signatures of the word's symbols; see `signature(of:)`.
    var signature: UInt64 = 0
    var symbolCount: UInt8 = 0
    var phraseSymbolCount: UInt8 = 0
    var flags: UInt8 = 0
  }

  /// Flags of a word.
  enum WordFlag {
    /// Stepped over between two parts of a pattern.
    static let light: UInt8 = 1
    /// A clause gap does not reach over it.
    static let gapBreak: UInt8 = 2
    /// May begin a phrase of the lexicon.
    static let beginsPhrase: UInt8 = 4
  }

  /// One instruction of a compiled pattern.
  struct Instruction: Sendable, Equatable, BitwiseCopyable {
    enum Operation: UInt8, Sendable {
      /// The token has symbol `a`; light words before it are stepped over if `b` is 1.
      case symbol
      /// The token has a symbol of set `a`; as above.
      case symbolSet
      /// Steps over up to `a` words; `b` is 1 if clause breaks stop it.
      case gap
      /// Tries the next instruction, then instruction `a`.
      case split
      /// Goes on at instruction `a`.
      case jump
      /// Begins (b = 0) or ends (b = 1) capture `a`.
      case capture
      /// The next token has no symbol of set `a`.
      case notSet
      case start
      case end
      /// The sentence is a line to tick.
      case box
      case accept
    }

    var operation: Operation
    var a: UInt16 = 0
    var b: UInt8 = 0
  }

  /// One compiled pattern.
  struct Program: Sendable, Equatable, BitwiseCopyable {
    /// Index of its first instruction.
    var start: UInt32
    /// Number of instructions.
    var count: UInt16
    /// Set of the symbols that a match can begin with.
    var firstSet: UInt16
    /// Start of its sets in `requiredSets`.
    var required: UInt16
    var requiredCount: UInt8
    /// What the pattern is for.
    var owner: PatternOwner
  }

  // Words: open addressing over `wordKeys` (0 = free), `wordFacts` beside it.
  var wordKeys: [UInt64] = []
  var wordFactIndex: [UInt32] = []
  /// Index 0 is the word that no pattern knows.
  var wordFacts: [WordFacts] = [WordFacts()]
  var symbolPool: [SymbolID] = []

  // Phrases: a trie; edge (node, symbol) -> node by open addressing, then the classes that end at a node.
  var phraseKeys: [UInt64] = []
  var phraseNodes: [UInt32] = []
  /// For each node: start and count in `symbolPool`, packed as start << 8 | count.
  var phraseEnds: [UInt32] = [0]

  // Selection of patterns: for each symbol, the patterns that it may begin the search for.
  var filterStart: [UInt32] = []
  var filter: [FilterEntry] = []
  /// Patterns, in words of 64, that are run on each sentence: they need no symbol.
  var filterInitial: [UInt64] = []
  /// The sets of which a match holds a symbol each, in order, for all programs.
  var requiredSets: [UInt16] = []

  var programs: [Program] = []
  var instructions: [Instruction] = []
  /// Sets of symbols, each `setWords` words of bits.
  var sets: [UInt64] = []
  var setWords = 0
  var captureNames: [String] = []
  /// Symbols of the language's cues, in the order of `Cue.allCases`.
  var cueSymbols: [SymbolID] = []

  /// One bit of 64 for a symbol: where the bits of two groups of symbols do not meet, they share none.
  @inline(__always)
  static func signature(of symbol: SymbolID) -> UInt64 {
    1 &<< UInt64((symbol &* 0x9E37) >> 10)
  }

  struct FilterEntry: Sendable, Equatable, BitwiseCopyable {
    /// Index into the words of 64 patterns.
    var word: UInt16
    var mask: UInt64
  }

  /// Words of 64 patterns.
  var filterWords: Int { filterInitial.count }
}

/// What a pattern is for.
struct PatternOwner: Sendable, Equatable, BitwiseCopyable {
  enum Role: UInt8, Sendable { case find, unless }
  /// Index of the rule.
  var rule: UInt16
  /// Index in the rule's `find` or `unless`.
  var index: UInt16
  var role: Role
}
