import Language

/// Runs one compiled pattern over a unit by backtracking that visits each (instruction, position) once.
struct PatternMachine {
  /// Light words that may stand between two adjacent parts.
  private static let mostLightWords = 6

  private let unit: Unit
  private let count: Int
  private var visited: [UInt64] = []
  private var parts: [Range<Int>] = []
  private var captures: [(name: Int, range: Range<Int>)] = []
  private var program = MatcherTables.Program(
    start: 0, count: 0, firstSet: 0, owner: PatternOwner(rule: 0, index: 0, role: .find))
  private var end = 0

  init(_ unit: Unit) {
    self.unit = unit
    count = unit.tokens.count
  }

  /// Finds the matches of program `index`, from left to right, without overlap.
  mutating func run(_ index: Int, _ body: (Match) -> Void) {
    program = unit.matcher.programs.base[index]
    let bits = Int(program.count) * (count + 1)
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(0, count: (bits + 63) / 64))
    var position = 0
    var found = 0
    while position < count, found < Unit.mostMatches {
      if unit.length(ofSet: Int(program.firstSet), at: position) != nil {
        parts.removeAll(keepingCapacity: true)
        captures.removeAll(keepingCapacity: true)
        if step(Int(program.start), position), let first = parts.first {
          body(Match(owner: program.owner, range: first.lowerBound..<end, parts: parts, captures: captures))
          found += 1
          position = max(position + 1, end)
          continue
        }
      }
      position += 1
    }
  }

  /// True if the pattern matches from instruction `pc` at `position` on.
  private mutating func step(_ pc: Int, _ position: Int) -> Bool {
    var pc = pc
    while true {
      let bit = (pc - Int(program.start)) * (count + 1) + position
      guard visited[bit >> 6] & (1 << UInt64(bit & 63)) == 0 else { return false }
      visited[bit >> 6] |= 1 << UInt64(bit & 63)
      let instruction = unit.matcher.instructions.base[pc]
      switch instruction.operation {
      case .symbol, .symbolSet:
        return takeWord(instruction, pc, position)
      case .gap:
        return takeGap(instruction, pc, position)
      case .split:
        let (partCount, captureCount) = (parts.count, captures.count)
        if step(pc + 1, position) { return true }
        parts.removeLast(parts.count - partCount)
        captures.removeLast(captures.count - captureCount)
        pc = Int(instruction.a)
      case .jump:
        pc = Int(instruction.a)
      case .capture:
        return takeCapture(instruction, pc, position)
      case .notSet:
        let next = skipLight(from: position)
        if position < count, unit.length(ofSet: Int(instruction.a), at: position) != nil { return false }
        if next < count, unit.length(ofSet: Int(instruction.a), at: next) != nil { return false }
        pc += 1
      case .start:
        guard isStart(position) else { return false }
        pc += 1
      case .end:
        guard unit.tokens[position...].allSatisfy({ !$0.isWord }) else { return false }
        pc += 1
      case .accept:
        guard program.owner.role == .unless || (parts.last?.upperBound ?? 0) > unit.ownStart else { return false }
        end = parts.last?.upperBound ?? position
        return true
      }
    }
  }

  private mutating func takeWord(_ instruction: MatcherTables.Instruction, _ pc: Int, _ start: Int) -> Bool {
    var position = start
    while position < count {
      let length =
        instruction.operation == .symbol
        ? unit.length(of: instruction.a, at: position)
        : unit.length(ofSet: Int(instruction.a), at: position)
      if let length {
        parts.append(position..<(position + length))
        if step(pc + 1, position + length) { return true }
        parts.removeLast()
      }
      guard instruction.b == 1, unit.isLight(position), position - start < Self.mostLightWords else { return false }
      position += 1
    }
    return false
  }

  private mutating func takeGap(_ instruction: MatcherTables.Instruction, _ pc: Int, _ start: Int) -> Bool {
    var position = start
    var words = 0
    while true {
      if step(pc + 1, position) { return true }
      guard position < count else { return false }
      let token = unit.tokens[position]
      if token.isWord {
        words += 1
        if words > Int(instruction.a) { return false }
        if instruction.b == 1, unit.facts[position].flags & MatcherTables.WordFlag.gapBreak != 0 { return false }
      } else if token.kind == .semicolon, instruction.b == 1 {
        return false
      }
      position += 1
    }
  }

  private mutating func takeCapture(_ instruction: MatcherTables.Instruction, _ pc: Int, _ position: Int) -> Bool {
    let before = captures
    if instruction.b == 0 {
      captures.append((name: Int(instruction.a), range: parts.count..<parts.count))
    } else if let open = captures.lastIndex(where: { $0.name == Int(instruction.a) }) {
      // A capture holds indices of parts until it is closed, then positions of tokens.
      let first = captures[open].range.lowerBound
      if first < parts.count { captures[open].range = parts[first].lowerBound..<position }
    }
    if step(pc + 1, position) { return true }
    captures = before
    return false
  }

  // MARK: Tokens

  private func skipLight(from start: Int) -> Int {
    var position = start
    while position < count, position - start < Self.mostLightWords, unit.isLight(position) { position += 1 }
    return position
  }

  /// True if no word of the sentence or of the list item stands before `position`.
  private func isStart(_ position: Int) -> Bool {
    let from = position >= unit.ownStart ? unit.ownStart : 0
    return unit.tokens[from..<position].allSatisfy { !$0.isWord || $0.kind == .number }
  }
}
