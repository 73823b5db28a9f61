import Language
import SourceText

/// The matcher's tables as plain pointers into an image: copied without reference counting, read without checks.
struct MatcherView: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: the memory behind the pointers never changes, and who makes the view keeps it.

  /// All that the matcher knows of a word. Small, so that many lie in the cache.
  struct Word: BitwiseCopyable, Sendable {
    /// 0 = a free place of the table.
    var key: UInt64 = 0
    /// Index of its row.
    var row: UInt32 = 0
    private var classAndFlags: UInt32 = 0

    init() {}

    init(key: UInt64, _ facts: MatcherTables.WordFacts) {
      self.key = key
      row = facts.row
      classAndFlags = facts.phraseClass << 3 | UInt32(facts.flags & 7)
    }

    /// Its class in phrases; 0 = it is in none.
    var phraseClass: UInt32 { classAndFlags &>> 3 }
    var flags: Int { Int(classAndFlags & 7) }
  }

  /// The sets that a word or a phrase is in, and the patterns that these make candidates.
  struct Row: BitwiseCopyable, Sendable {
    /// Start and number of its sets in `sets`.
    var firstSet: UInt32
    var setCount: UInt32
    /// Start and number of its marks in `marks`.
    var firstMark: UInt32
    var markCount: UInt32
  }

  /// Patterns that a row makes candidates.
  struct Mark: BitwiseCopyable, Sendable {
    /// Index into the words of 64 patterns.
    var word: Int
    var mask: UInt64
  }

  let words: UnsafePointer<Word>
  let wordMask: Int
  /// Places of the words that stand for names; -1 = no pattern asks for them.
  let namePlace: Int32
  let makerPlace: Int32
  let toolPlace: Int32
  let rows: UnsafePointer<Row>
  let sets: UnsafePointer<SetID>
  let marks: UnsafePointer<Mark>
  /// By class of words: the state after such a word as the first of a phrase; 0 = it begins none.
  let firstStates: UnsafePointer<UInt32>
  let phraseEdges: UnsafePointer<PhraseEdge>
  let phraseMask: Int
  /// One bit for the hash of each edge of the automaton: most pairs of words are no edge, and this small table says so.
  let phraseFilter: UnsafePointer<UInt64>
  /// For each state, the row of the phrases that end there; 0 = none.
  let phraseRows: UnsafePointer<UInt32>
  /// Patterns that are candidates in each unit, in words of 64.
  let always: UnsafePointer<UInt64>
  /// Words of 64 patterns.
  let patternWords: Int
  let requiredSets: UnsafePointer<UInt16>
  let programs: UnsafePointer<MatcherTables.Program>
  let instructions: UnsafePointer<MatcherTables.Instruction>
  let cueSets: UnsafePointer<UInt16>
  let sizes: Sizes

  /// What a unit must have room for.
  struct Sizes: BitwiseCopyable, Sendable {
    var sets: Int
    /// Instructions of the longest program.
    var longestProgram: Int
    /// Instructions of all programs.
    var instructions: Int
  }

  /// By the flags of a word, and by the kind of a sign: what a pattern that goes over it passes.
  let wordWeights = Self.wordWeights.base
  let signWeights = Self.signWeights.base

  private static let wordWeights = FixedArray((0..<8).map(Passed.init(wordWithFlags:)))
  private static let signWeights = FixedArray(Token.Kind.allCases.map(Passed.init(sign:)))

  /// A view on an image, which must stay where it is.
  init(_ sections: MatcherImage.Sections) {
    words = sections.start(.words)
    wordMask = sections.count(.words) - 1
    let table = UnsafeBufferPointer(start: words, count: wordMask + 1)
    namePlace = Self.place(of: NameWord.name, in: table)
    makerPlace = Self.place(of: NameWord.maker, in: table)
    toolPlace = Self.place(of: NameWord.tool, in: table)
    rows = sections.start(.rows)
    sets = sections.start(.sets)
    marks = sections.start(.marks)
    firstStates = sections.start(.firstStates)
    phraseEdges = sections.start(.phraseEdges)
    phraseMask = sections.count(.phraseEdges) - 1
    phraseFilter = sections.start(.phraseFilter)
    phraseRows = sections.start(.phraseRows)
    always = sections.start(.always)
    patternWords = sections.count(.always) / MatcherTables.anchorCount
    requiredSets = sections.start(.requiredSets)
    programs = sections.start(.programs)
    instructions = sections.start(.instructions)
    cueSets = sections.start(.cueSets)
    sizes = sections.start(.sizes, as: Sizes.self).pointee
  }

  private static func place(of key: UInt64, in words: UnsafeBufferPointer<Word>) -> Int32 {
    var place = Int(truncatingIfNeeded: key) & (words.count - 1)
    while words[place].key != 0 {
      if words[place].key == key { return Int32(truncatingIfNeeded: place) }
      place = (place + 1) & (words.count - 1)
    }
    return -1
  }

  /// The filter's bit for the hash of an edge: the hash's high bits, below the one that is always set.
  @inline(__always)
  static func filterBit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &<< 1) &>> (64 &- MatcherTables.filterBits))
  }

  /// The automaton's state after `state` and a word of `wordClass`; 0 if no phrase goes on so.
  @inline(__always)
  func state(after state: UInt32, _ wordClass: UInt32) -> UInt32 {
    let hash = PhraseEdge.hash(state, wordClass)
    let bit = Self.filterBit(hash)
    guard phraseFilter[bit >> 6] & (1 &<< UInt64(bit & 63)) != 0 else { return 0 }
    let check = PhraseEdge.check(of: hash)
    var place = Int(truncatingIfNeeded: hash) & phraseMask
    while phraseEdges[place].check != 0 {
      if phraseEdges[place].check == check { return phraseEdges[place].next }
      place = (place &+ 1) & phraseMask
    }
    return 0
  }
}
