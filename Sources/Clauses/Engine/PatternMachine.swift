import Language

/// Runs compiled patterns over a unit by backtracking. Where a pattern branches, a way that was tried from the same
/// instruction and position before is not tried again.
struct PatternMachine {
  /// Light words that may stand between two adjacent parts.
  private static let mostLightWords = 6
  /// Most matches of one pattern in one unit.
  static let mostMatches = 4

  private let unit: UnitView
  private let instructions: UnsafePointer<MatcherTables.Instruction>
  private let count: Int
  /// The program that is run.
  private var program: UnsafePointer<MatcherTables.Program>
  /// Where the parts and the captures of the match under way begin in the unit's memory.
  private var firstPart = 0
  private var firstCapture = 0
  private var partCount = 0
  /// The rule that matched last.
  private var matchedRule = UInt16.max
  private var captureCount = 0

  init(_ unit: UnitView) {
    self.unit = unit
    instructions = unit.tables.instructions
    program = unit.tables.programs
    count = unit.count
  }

  /// Runs the patterns all of whose sets are there, in order; of rules that match nothing, those in `find` alone.
  mutating func run(_ body: (Match) -> Void) {
    let (candidates, words) = (unit.memory.candidates, unit.tables.patternWords)
    let reach = unit.count <= PatternReach.mostTokens ? PatternReach(unit) : nil
    for word in 0..<words {
      var bits = candidates[word]
      for anchor in 1..<MatcherTables.anchorCount { bits &= candidates[anchor &* words &+ word] }
      while bits != 0 {
        let index = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        program = unit.tables.programs + index
        // What silences a rule stands behind its patterns, and has no work where none of them matched.
        let owner = program.pointee.owner
        guard owner.role == .find || owner.rule == matchedRule else { continue }
        if reach.map({ $0.canMatch(program.pointee) }) ?? holdsRequired() { runProgram(body) }
      }
    }
  }

  /// True if a token of each of the program's sets is there, one after the other.
  @inline(__always)
  private func holdsRequired() -> Bool {
    let sets = unit.tables.requiredSets + Int(program.pointee.required)
    var position = 0
    for index in 0..<Int(program.pointee.requiredCount) {
      position = unit.first(of: sets[index], from: position)
      guard position < count else { return false }
      position &+= 1
    }
    return true
  }

  /// Finds the program's matches, from left to right, without overlap.
  @inline(never)
  private mutating func runProgram(_ body: (Match) -> Void) {
    let (start, firstSet) = (Int(program.pointee.start), program.pointee.firstSet)
    let (bits, visited) = (Int(program.pointee.count) &* (count &+ 1), unit.memory.visited)
    for word in 0..<((bits &+ 63) &>> 6) { visited[word] = 0 }
    var found = 0
    var position = unit.first(of: firstSet, from: 0)
    while position < count {
      partCount = 0
      captureCount = 0
      var next = position &+ 1
      if step(start, position), partCount > 0 {
        let match = match()
        matchedRule = match.owner.rule
        body(match)
        found &+= 1
        guard found < Self.mostMatches else { return }
        next = max(next, match.range.upperBound)
      }
      position = unit.first(of: firstSet, from: next)
    }
  }

  /// The match that has just been found; its parts and captures stay in the unit's memory.
  private mutating func match() -> Match {
    let (first, last) = (unit.memory.parts[firstPart], unit.memory.parts[firstPart &+ partCount &- 1])
    defer {
      firstPart &+= partCount
      firstCapture &+= captureCount
    }
    return Match(
      owner: program.pointee.owner, range: Int(first.start)..<Int(last.end), firstPart: firstPart, partCount: partCount,
      firstCapture: firstCapture, captureCount: captureCount)
  }

  /// True if the pattern matches from instruction `pc` at `position` on. Goes straight on where there is one way,
  /// and calls itself where there are several; who calls takes the parts and captures of a failed way back.
  private mutating func step(_ pc: Int, _ position: Int) -> Bool {
    var pc = pc
    var position = position
    while true {
      let instruction = instructions[pc]
      switch instruction.operation {
      case .set:
        switch takeWord(instruction, pc, &position) {
        case .one: pc &+= 1
        case .matched: return true
        case .failed: return false
        }
      case .gap:
        return takeGap(instruction, pc, position)
      case .split:
        guard isNew(pc, position) else { return false }
        if canBegin(instructions[pc &+ 1], position), branch(pc &+ 1, position) { return true }
        pc = Int(instruction.a)
      case .jump:
        pc = Int(instruction.a)
      case .capture:
        return takeCapture(instruction, pc, position)
      case .notSet:
        if unit.holds(instruction.a, position) || unit.holds(instruction.a, skipLight(from: position)) { return false }
        pc &+= 1
      case .start:
        guard isStart(position) else { return false }
        pc &+= 1
      case .end:
        guard unit.passed(position, count).words == 0 else { return false }
        pc &+= 1
      case .box:
        guard unit.isLineToTick else { return false }
        pc &+= 1
      case .accept:
        guard partCount > 0 else { return false }
        let last = unit.memory.parts[firstPart &+ partCount &- 1]
        return program.pointee.owner.role == .unless || Int(last.end) > unit.ownStart
      }
    }
  }

  /// True the first time that the program comes to instruction `pc` at `position`.
  @inline(__always)
  private func isNew(_ pc: Int, _ position: Int) -> Bool {
    let bit = (pc &- Int(program.pointee.start)) &* (count &+ 1) &+ position
    let (word, mask) = (bit &>> 6, UInt64(1) &<< UInt64(bit & 63))
    guard unit.memory.visited[word] & mask == 0 else { return false }
    unit.memory.visited[word] |= mask
    return true
  }

  /// Tries one of several ways, and takes its parts and captures back if it fails.
  private mutating func branch(_ pc: Int, _ position: Int) -> Bool {
    let (parts, captures) = (partCount, captureCount)
    if step(pc, position) { return true }
    (partCount, captureCount) = (parts, captures)
    return false
  }

  private enum Taken {
    /// The word was taken, and there was no other way.
    case one
    case matched
    case failed
  }

  /// Takes a word of a set at `position` or behind light words, and moves `position` on.
  @inline(__always)
  private mutating func takeWord(
    _ instruction: MatcherTables.Instruction, _ pc: Int, _ position: inout Int
  ) -> Taken {
    let set = instruction.a
    guard instruction.b == 1 else {
      guard unit.holds(set, position) else { return .failed }
      position = take(set, position)
      return .one
    }
    let start = position
    var at = unit.first(of: set, from: start)
    guard isAdjacent(at, to: start) else { return .failed }
    var isFirst = true
    while true {
      let end = take(set, at)
      at = unit.first(of: set, from: at &+ 1)
      guard isAdjacent(at, to: start) else {
        position = end
        return .one
      }
      if isFirst, !isNew(pc, start) { return .failed }
      isFirst = false
      if branch(pc &+ 1, end) { return .matched }
      partCount &-= 1
    }
  }

  /// True if no more than a few light words stand between `start` and position `next`.
  @inline(__always)
  private func isAdjacent(_ next: Int, to start: Int) -> Bool {
    next == start || next <= start &+ Self.mostLightWords && !unit.passed(start, next).hasHeavy
  }

  /// Takes what `set` holds at `position` as the next part; returns where it ends.
  @inline(__always)
  private mutating func take(_ set: UInt16, _ position: Int) -> Int {
    let end = position &+ unit.longest(of: set, at: position)
    if firstPart &+ partCount < unit.memory.mostParts {
      unit.memory.parts[firstPart &+ partCount] = Match.Span(
        start: UInt16(truncatingIfNeeded: position), end: UInt16(truncatingIfNeeded: end))
      partCount &+= 1
    }
    return end
  }

  private mutating func takeGap(_ instruction: MatcherTables.Instruction, _ pc: Int, _ start: Int) -> Bool {
    guard isNew(pc, start) else { return false }
    let next = instructions[pc &+ 1]
    let isWord = next.operation == .set && next.b == 0
    var position = isWord ? unit.first(of: next.a, from: start) : start
    while position <= count {
      let passed = unit.passed(start, position)
      if passed.words > Int(instruction.a) || instruction.b == 1 && passed.hasGapBreak { return false }
      if branch(pc &+ 1, position) { return true }
      position = isWord ? unit.first(of: next.a, from: position &+ 1) : position &+ 1
    }
    return false
  }

  /// False if `instruction` asks for a word that can not stand at `position`: this spares most ways that lead nowhere.
  @inline(__always)
  private func canBegin(_ instruction: MatcherTables.Instruction, _ position: Int) -> Bool {
    guard instruction.operation == .set else { return true }
    if instruction.b == 0 { return unit.holds(instruction.a, position) }
    return isAdjacent(unit.first(of: instruction.a, from: position), to: position)
  }

  private mutating func takeCapture(_ instruction: MatcherTables.Instruction, _ pc: Int, _ position: Int) -> Bool {
    let captures = unit.memory.captures + firstCapture
    let before = captureCount
    var closed: Int?
    if instruction.b == 0 {
      guard firstCapture &+ captureCount < unit.memory.mostParts else { return false }
      captures[captureCount] = Match.Capture(
        name: instruction.a, firstPart: UInt16(truncatingIfNeeded: partCount), end: 0)
      captureCount &+= 1
    } else {
      closed = (0..<captureCount).last { captures[$0].name == instruction.a && captures[$0].end == 0 }
      if let closed { captures[closed].end = UInt16(truncatingIfNeeded: partCount) }
    }
    if step(pc &+ 1, position) { return true }
    captureCount = before
    if let closed { captures[closed].end = 0 }
    return false
  }

  // MARK: Tokens

  private func skipLight(from start: Int) -> Int {
    var position = start
    while position < count, position &- start < Self.mostLightWords, unit.isLight(position) { position &+= 1 }
    return position
  }

  /// True if no word of the sentence or of the list item stands before `position`, a number or a remark in brackets
  /// aside: "(optional) I agree".
  private func isStart(_ position: Int) -> Bool {
    var at = position >= unit.ownStart ? unit.ownStart : 0
    while at < position {
      if unit.token(at).kind == .openBracket {
        while at < position, unit.token(at).kind != .closeBracket { at &+= 1 }
      } else if unit.isWord(at), unit.token(at).kind != .number {
        return false
      }
      at &+= 1
    }
    return true
  }
}
