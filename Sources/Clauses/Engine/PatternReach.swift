import Language

/// Tells whether a pattern matches anywhere in a unit, for all beginnings at once: for each instruction, a bit for each
/// position at which the pattern can come to it.
///
/// A program goes forward only, so one pass over its instructions will do. Of a hundred patterns that have their words
/// in a sentence eight match; the others are told here, much faster than by trying one way after the other.
struct PatternReach {
  /// Most tokens of a unit that it looks at: a position is a bit, and one stands behind the last token.
  static let mostTokens = 63

  private let unit: UnitView
  private let instructions: UnsafePointer<MatcherTables.Instruction>
  private let reach: UnsafeMutablePointer<UInt64>

  /// - Parameter unit: of no more than `mostTokens`.
  init(_ unit: UnitView) {
    self.unit = unit
    instructions = unit.tables.instructions
    reach = unit.memory.reach
  }

  /// False if `program` has no match. True says that there is a way through it; what it may then not match is only
  /// what its machine asks of a whole match.
  func canMatch(_ program: MatcherTables.Program) -> Bool {
    let (start, count) = (Int(program.start), Int(program.count))
    for index in 0..<count { reach[index] = 0 }
    reach[0] = unit.positions(of: program.firstSet)
    // The last instruction that something leads to.
    var (index, last) = (0, 0)
    while index <= last {
      let here = reach[index]
      let instruction = instructions[start &+ index]
      index &+= 1
      if here == 0 { continue }
      var next = here
      switch instruction.operation {
      case .set: next = behind(instruction.a, from: instruction.b == 1 ? overLight(here) : here)
      case .gap: next = overGap(instruction, from: here)
      case .split, .jump:
        let target = Int(instruction.a) &- start
        reach[target] |= here
        last = max(last, target)
        if instruction.operation == .jump { continue }
      case .box: if !unit.isLineToTick { continue }
      // What these ask is left to the machine.
      case .capture, .notSet, .start, .end: break
      case .accept: return true
      }
      if next == 0 { continue }
      reach[index] |= next
      last = max(last, index)
    }
    return false
  }

  /// The positions behind what `set` holds at one of `positions`.
  @inline(__always)
  private func behind(_ set: UInt16, from positions: UInt64) -> UInt64 {
    let taken = positions & unit.positions(of: set)
    var phrases = taken & unit.signs.phrases
    var behind = (taken ^ phrases) &<< 1
    while phrases != 0 {
      let position = phrases.trailingZeroBitCount
      phrases &= phrases &- 1
      behind |= 1 &<< UInt64(position &+ unit.longest(of: set, at: position))
    }
    return behind
  }

  /// `positions` and those behind up to seven light words: in steps of one, two and four.
  @inline(__always)
  private func overLight(_ positions: UInt64) -> UInt64 {
    var reached = positions
    reached |= (reached & unit.signs.light) &<< 1
    reached |= (reached & unit.signs.twoLight) &<< 2
    return reached | (reached & unit.signs.fourLight) &<< 4
  }

  @inline(__always)
  private func overGap(_ gap: MatcherTables.Instruction, from positions: UInt64) -> UInt64 {
    var (rest, reached) = (positions, UInt64(0))
    while rest != 0 {
      let position = rest.trailingZeroBitCount
      rest &= rest &- 1
      var last = unit.lastPosition(behind: Int(gap.a), wordsFrom: position)
      if gap.b == 1 { last = min(last, position &+ (unit.signs.gapBreaks &>> UInt64(position)).trailingZeroBitCount) }
      reached |= (2 &<< UInt64(last)) &- (1 &<< UInt64(position))
    }
    return reached
  }
}

/// Where what stands between the parts of patterns is in a unit of at most `PatternReach.mostTokens`.
struct UnitSigns: BitwiseCopyable {
  /// Words and signs that are stepped over between two parts.
  var light: UInt64 = 0
  /// Where two, and four, of them stand in a row.
  var twoLight: UInt64 = 0
  var fourLight: UInt64 = 0
  /// What a clause gap does not reach over.
  var gapBreaks: UInt64 = 0
  /// Where phrases of the lexicon begin.
  var phrases: UInt64 = 0
}
