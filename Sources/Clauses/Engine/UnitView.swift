import Language

/// The sentence at hand with the sentences that introduce it, looked up, as plain memory: what patterns are run on and
/// stances are read from. Valid as long as its `Unit` is, and until the unit takes up another sentence.
struct UnitView: BitwiseCopyable {
  private let buffers: UnsafePointer<UnitBuffers>
  private let matcher: UnsafePointer<MatcherView>
  /// Tokens of the unit: lead-ins, then the sentence itself.
  var tokens: UnsafePointer<Token>
  /// Number of tokens.
  var count = 0
  /// Position of the sentence's own first token.
  var ownStart = 0
  /// True if the sentence is a line to tick: it has a box, or what stands above asks for a mark.
  var hasBox = false
  /// The names that the document has introduced so far.
  var names: DocumentNames
  var phraseCount = 0
  /// See `UnitBuffers.columns`.
  let columns: UnsafeMutablePointer<UInt64>
  /// Words of 64 positions in a column.
  var columnWords = 1
  var signs = UnitSigns()

  /// A phrase of the lexicon.
  struct Phrase: BitwiseCopyable {
    var length: UInt32
    /// Index of its row.
    var row: UInt32
  }

  init(_ buffers: UnsafePointer<UnitBuffers>, _ matcher: UnsafePointer<MatcherView>) {
    self.buffers = buffers
    self.matcher = matcher
    tokens = UnsafePointer(buffers.pointee.tokens)
    columns = buffers.pointee.columns
    names = DocumentNames(buffers.pointee.names)
  }

  var memory: UnitBuffers {
    @inline(__always) get { buffers.pointee }
  }

  var tables: MatcherView {
    @inline(__always) get { matcher.pointee }
  }

  /// The token at a position.
  @inline(__always)
  func token(_ position: Int) -> Token { tokens[position] }

  /// True for words and numbers: only they have keys.
  @inline(__always)
  func isWord(_ position: Int) -> Bool { tokens[position].key != 0 }

  /// What the matcher knows of the word at a position.
  @inline(__always)
  func word(_ position: Int) -> UnsafePointer<MatcherView.Word> { tables.words + Int(memory.places[position]) }

  /// True for words and signs that a pattern steps over between two of its parts.
  @inline(__always)
  func isLight(_ position: Int) -> Bool { !passed(position, position &+ 1).hasHeavy }

  /// True for a conjunction that a clause gap does not reach over ("but").
  func isClauseBreak(_ position: Int) -> Bool {
    isWord(position) && word(position).pointee.flags & Int(MatcherTables.WordFlag.gapBreak) != 0
  }

  /// What stands from position `start` up to `end`.
  @inline(__always)
  func passed(_ start: Int, _ end: Int) -> Passed { memory.passed[end] - memory.passed[start] }

  /// True if the sentence has a box to tick, or its lead-in asks for a mark ("please initial").
  var isLineToTick: Bool { hasBox || firstChoice < ownStart }

  /// The first position that asks for a mark; `Int.max` if there is none.
  var firstChoice: Int { first(of: tables.cueSets[Cue.choice.rawValue], from: 0) }

  // MARK: Sets

  /// Number of tokens that `set` takes at `position`; 0 if it takes none. The longest phrase wins over the word.
  @inline(__always)
  func length(of set: UInt16, at position: Int) -> Int {
    holds(set, position) ? longest(of: set, at: position) : 0
  }

  /// Where `set` is among the first 64 positions: a bit for each.
  @inline(__always)
  func positions(of set: UInt16) -> UInt64 { column(of: set)[0] }

  /// The last position that `words` words reach from `position` on.
  @inline(__always)
  func lastPosition(behind words: Int, wordsFrom position: Int) -> Int {
    let sum = memory.passed[position].words &+ words
    return sum < memory.passed[count].words ? Int(memory.lastPosition[sum]) : count
  }

  /// True if `set` is anywhere in the unit.
  @inline(__always)
  func holds(_ set: UInt16) -> Bool {
    let column = column(of: set)
    return column[0] != 0 || columnWords > 1 && first(of: set, from: 64) < count
  }

  /// True if `set` takes the word, or a phrase that begins, at `position`.
  @inline(__always)
  func holds(_ set: UInt16, _ position: Int) -> Bool {
    column(of: set)[position &>> 6] & (1 &<< UInt64(position & 63)) != 0
  }

  /// Number of tokens that `set` takes at `position`, which holds it.
  @inline(__always)
  func longest(of set: UInt16, at position: Int) -> Int {
    var phrase = Int(memory.phraseStart[position])
    let end = Int(memory.phraseStart[position &+ 1])
    var longest = 1
    while phrase < end {
      if Int(memory.phrases[phrase].length) > longest, isIn(set, row: memory.phrases[phrase].row) {
        longest = Int(memory.phrases[phrase].length)
      }
      phrase &+= 1
    }
    return longest
  }

  /// True if the row is in `set`; its list is short.
  @inline(__always)
  private func isIn(_ set: SetID, row: UInt32) -> Bool {
    let row = tables.rows + Int(row)
    let sets = tables.sets + Int(row.pointee.firstSet)
    for index in 0..<Int(row.pointee.setCount) where sets[index] == set { return true }
    return false
  }

  /// Where `set` is in the unit: a bit for each position.
  @inline(__always)
  private func column(of set: UInt16) -> UnsafePointer<UInt64> {
    UnsafePointer(columns + Int(set) &* columnWords)
  }

  /// The first position from `start` on that holds `set`; `Int.max` if there is none.
  @inline(__always)
  func first(of set: UInt16, from start: Int) -> Int {
    let column = column(of: set)
    var word = start &>> 6
    guard word < columnWords else { return .max }
    var bits = column[word] & (~0 &<< UInt64(start & 63))
    while bits == 0 {
      word &+= 1
      guard word < columnWords else { return .max }
      bits = column[word]
    }
    return word &<< 6 &+ bits.trailingZeroBitCount
  }

  /// Adds the sets that are in the unit to a row of bits.
  func addSets(to row: inout [UInt64]) {
    for set in 0..<tables.sizes.sets where first(of: UInt16(set), from: 0) < count {
      row[set / 64] |= 1 << UInt64(set % 64)
    }
  }

  // MARK: Matches

  /// The tokens that parts of the pattern matched, in order; tokens in gaps and light words are not among them.
  func parts(of match: Match) -> UnsafeBufferPointer<Match.Span> {
    UnsafeBufferPointer(start: memory.parts + match.firstPart, count: match.partCount)
  }

  /// The captures of a match that were closed and hold something: index of the name, and positions.
  func captures(of match: Match) -> [(name: Int, range: Range<Int>)] {
    let parts = parts(of: match)
    return UnsafeBufferPointer(start: memory.captures + match.firstCapture, count: match.captureCount).compactMap {
      guard $0.firstPart < $0.end, Int($0.end) <= match.partCount else { return nil }
      return (Int($0.name), Int(parts[Int($0.firstPart)].start)..<Int(parts[Int($0.end) - 1].end))
    }
  }
}
