import Language

/// Runs one compiled pattern over a unit by backtracking that visits each (instruction, position) once.
struct PatternMachine {
  /// Light words that may stand between two adjacent parts.
  private static let mostLightWords = 6
  /// Most matches of one pattern in one unit.
  private static let mostMatches = 4

  /// Positions of tokens, half open.
  struct Span: BitwiseCopyable {
    var start: UInt16
    var end: UInt16
  }

  /// A capture: index of its name, and the parts that it holds, half open; `end` 0 = not closed yet.
  struct Capture: BitwiseCopyable {
    var name: UInt16
    var firstPart: UInt16
    var end: UInt16
  }

  private let unit: Unit
  private let memory: UnitMemory
  private let view: MatcherView
  private let count: Int
  private var program = MatcherTables.Program(
    start: 0, count: 0, firstSet: 0, owner: PatternOwner(rule: 0, index: 0, role: .find))
  private var partCount = 0
  private var captureCount = 0

  init(_ unit: Unit) {
    self.unit = unit
    memory = unit.memory
    view = unit.view
    count = unit.count
  }

  /// Finds the matches of program `index`, from left to right, without overlap.
  mutating func run(_ index: Int, _ body: (Match) -> Void) {
    program = view.programs[index]
    let bits = Int(program.count) * (count + 1)
    memory.visited.update(repeating: 0, count: (bits + 63) / 64)
    var next = 0
    var found = 0
    let (word, mask) = (Int(program.firstSet) >> 6, UInt64(1) &<< UInt64(program.firstSet & 63))
    for index in 0..<unit.busyCount where memory.busyRows[index][word] & mask != 0 {
      let position = Int(memory.busy[index])
      guard position >= next else { continue }
      partCount = 0
      captureCount = 0
      if step(Int(program.start), position), partCount > 0 {
        body(match())
        found += 1
        guard found < Self.mostMatches else { return }
        next = Int(memory.parts[partCount - 1].end)
      }
    }
  }

  private func match() -> Match {
    let parts = (0..<partCount).map { Int(memory.parts[$0].start)..<Int(memory.parts[$0].end) }
    let captures = (0..<captureCount).compactMap { index -> (name: Int, range: Range<Int>)? in
      let capture = memory.captures[index]
      guard capture.firstPart < capture.end, capture.end <= partCount else { return nil }
      let range = parts[Int(capture.firstPart)].lowerBound..<parts[Int(capture.end) - 1].upperBound
      return (Int(capture.name), range)
    }
    return Match(
      owner: program.owner, range: parts[0].lowerBound..<parts[partCount - 1].upperBound, parts: parts,
      captures: captures)
  }

  /// True if the pattern matches from instruction `pc` at `position` on. Goes straight on where there is one way,
  /// and calls itself where there are several; who calls takes the parts and captures of a failed way back.
  private mutating func step(_ pc: Int, _ position: Int) -> Bool {
    var pc = pc
    var position = position
    while true {
      let bit = (pc &- Int(program.start)) &* (count &+ 1) &+ position
      let (word, mask) = (bit >> 6, UInt64(1) &<< UInt64(bit & 63))
      guard memory.visited[word] & mask == 0 else { return false }
      memory.visited[word] |= mask
      let instruction = view.instructions[pc]
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
        if canBegin(view.instructions[pc &+ 1], position), branch(pc &+ 1, position) { return true }
        pc = Int(instruction.a)
      case .jump:
        pc = Int(instruction.a)
      case .capture:
        return takeCapture(instruction, pc, position)
      case .notSet:
        let next = skipLight(from: position)
        if position < count, unit.length(of: instruction.a, at: position) > 0 { return false }
        if next < count, unit.length(of: instruction.a, at: next) > 0 { return false }
        pc &+= 1
      case .start:
        guard isStart(position) else { return false }
        pc &+= 1
      case .end:
        guard (position..<count).allSatisfy({ !unit.isWord($0) }) else { return false }
        pc &+= 1
      case .box:
        guard unit.isLineToTick else { return false }
        pc &+= 1
      case .accept:
        guard partCount > 0 else { return false }
        return program.owner.role == .unless || Int(memory.parts[partCount - 1].end) > unit.ownStart
      }
    }
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
    let last = instruction.b == 1 ? position &+ Self.mostLightWords : position
    while position < count {
      let length = unit.length(of: instruction.a, at: position)
      let goesOn = position < last && unit.isLight(position)
      if length > 0 {
        guard partCount < UnitMemory.mostParts else { return .failed }
        let span = Span(start: UInt16(truncatingIfNeeded: position), end: UInt16(truncatingIfNeeded: position &+ length))
        memory.parts[partCount] = span
        if !goesOn {
          partCount &+= 1
          position &+= length
          return .one
        }
        partCount &+= 1
        if branch(pc &+ 1, position &+ length) { return .matched }
        partCount &-= 1
      }
      guard goesOn else { return .failed }
      position &+= 1
    }
    return .failed
  }

  private mutating func takeGap(_ instruction: MatcherTables.Instruction, _ pc: Int, _ start: Int) -> Bool {
    let next = view.instructions[pc &+ 1]
    var position = start
    var words = 0
    while true {
      if canBegin(next, position), branch(pc &+ 1, position) { return true }
      guard position < count else { return false }
      if unit.isWord(position) {
        words &+= 1
        if words > Int(instruction.a) { return false }
        if instruction.b == 1, unit.word(position).pointee.flags & MatcherTables.WordFlag.gapBreak != 0 { return false }
      } else if instruction.b == 1, unit.token(position).kind == .semicolon {
        return false
      }
      position &+= 1
    }
  }

  /// False if `instruction` asks for a word that can not stand at `position`: this spares most ways that lead nowhere.
  @inline(__always)
  private func canBegin(_ instruction: MatcherTables.Instruction, _ position: Int) -> Bool {
    guard instruction.operation == .set else { return true }
    guard position < count else { return false }
    let (word, mask) = (Int(instruction.a) >> 6, UInt64(1) &<< UInt64(instruction.a & 63))
    return memory.rows[position][word] & mask != 0 || instruction.b == 1 && unit.isLight(position)
  }

  private mutating func takeCapture(_ instruction: MatcherTables.Instruction, _ pc: Int, _ position: Int) -> Bool {
    let before = captureCount
    var closed: Int?
    if instruction.b == 0 {
      guard captureCount < UnitMemory.mostParts else { return false }
      memory.captures[captureCount] = Capture(
        name: instruction.a, firstPart: UInt16(truncatingIfNeeded: partCount), end: 0)
      captureCount &+= 1
    } else {
      closed = (0..<captureCount).last { memory.captures[$0].name == instruction.a && memory.captures[$0].end == 0 }
      if let closed { memory.captures[closed].end = UInt16(truncatingIfNeeded: partCount) }
    }
    if step(pc &+ 1, position) { return true }
    captureCount = before
    if let closed { memory.captures[closed].end = 0 }
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
