import Language

/// All patterns of all rules, compiled to flat tables of integers. Immutable; made by `MatcherCompiler`.
///
/// A symbol is what a pattern can name: a word in any form, one form, or a lexicon class. Patterns ask of a token whether
/// it is in a set: the symbols that one part of a pattern takes. Each word has a row, the list of the sets that it is in;
/// words with the same row share it.
struct MatcherTables: Sendable {
  /// What is known of one word.
  struct WordFacts: Sendable {
    /// Index of its row; 0 = it is in no set.
    var row: UInt32 = 0
    /// What the word is to phrases: words that stand in the same places of all phrases are of one class; 0 = in none.
    var phraseClass: UInt32 = 0
    /// State of the phrase automaton after the word as the first of a phrase; 0 = it begins none.
    var firstState: UInt32 = 0
    var flags: UInt8 = 0
  }

  /// Flags of a word.
  enum WordFlag {
    /// Stepped over between two parts of a pattern.
    static let light: UInt8 = 1
    /// A clause gap does not reach over it.
    static let gapBreak: UInt8 = 2
    /// Begins a clause of its own behind a comma.
    static let subject: UInt8 = 4
  }

  /// One instruction of a compiled pattern.
  struct Instruction: Sendable, BitwiseCopyable {
    enum Operation: UInt8, Sendable {
      /// The token is in set `a`; light words before it are stepped over if `b` is 1.
      case set
      /// Steps over up to `a` words; `b` is 1 if clause breaks stop it.
      case gap
      /// Tries the next instruction, then instruction `a`.
      case split
      /// Goes on at instruction `a`.
      case jump
      /// Begins (b = 0) or ends (b = 1) capture `a`.
      case capture
      /// The next token is not in set `a`.
      case notSet
      case start
      case end
      /// The sentence is a line to tick.
      case box
      case accept
    }

    var operation: Operation
    var b: UInt8
    var a: UInt16

    init(operation: Operation, a: UInt16 = 0, b: UInt8 = 0) {
      (self.operation, self.a, self.b) = (operation, a, b)
    }
  }

  /// One compiled pattern.
  struct Program: Sendable, BitwiseCopyable {
    /// Index of its first instruction.
    var start: UInt32
    /// Number of instructions.
    var count: UInt16
    /// The set that a match begins with.
    var firstSet: UInt16
    /// Start and number of its sets in `requiredSets`.
    var required: UInt16 = 0
    var requiredCount: UInt16 = 0
    /// What the pattern is for.
    var owner: PatternOwner
  }

  // Words: their keys, ascending, and what is known of each.
  var wordKeys: [UInt64] = []
  var wordFacts: [WordFacts] = []

  /// Phrases: an automaton whose edges lie in a hash table.
  var phraseEdges: [PhraseEdge] = []
  /// One bit for the hash of each edge, in a table of two to the power of `filterBits` bits.
  var phraseFilter: [UInt64] = []
  static let filterBits: UInt64 = 19
  /// For each state of the automaton: the row of the phrases that end there; 0 = none. State 0 is none.
  var phraseRows: [UInt32] = []

  /// By row: its sets, ascending; row 0 is empty.
  var rows: [[SetID]] = []
  var setCount = 0

  var programs: [Program] = []
  /// By program: the sets that the fewest sentences hold, up to `anchorCount` of them. Where all are there, the pattern
  /// is a candidate.
  var anchors: [[UInt16]] = []
  static let anchorCount = 4
  var instructions: [Instruction] = []
  /// The sets that a match holds a token of each, in order, for all programs.
  var requiredSets: [UInt16] = []
  var captureNames: [String] = []
  /// Sets of the language's cues, in the order of `Cue.allCases`.
  var cueSets: [UInt16] = []
}

/// What a pattern is for.
struct PatternOwner: Sendable, BitwiseCopyable {
  enum Role: Sendable { case find, unless }
  /// Index of the rule.
  let rule: UInt16
  /// Twice the index, and 1 for `unless`: without gaps in memory, the same tables give the same bytes.
  private let place: UInt16

  init(rule: Int, index: Int, role: Role) {
    self.rule = UInt16(rule)
    place = UInt16(index) << 1 | (role == .find ? 0 : 1)
  }

  /// Index in the rule's `find` or `unless`.
  var index: Int { Int(place >> 1) }
  var role: Role { place & 1 == 0 ? .find : .unless }
}
