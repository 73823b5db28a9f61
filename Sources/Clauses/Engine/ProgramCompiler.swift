/// Turns patterns into instructions, and says which sets select each of them.
struct ProgramCompiler {
  private(set) var instructions: [MatcherTables.Instruction] = []
  private(set) var captureNames: [String] = []
  /// The sets that patterns ask for, by their numbers.
  private(set) var sets: [[SymbolID]] = []
  private(set) var vocabulary: VocabularyBuilder
  private var setIndex: [[SymbolID]: UInt16] = [:]

  init(vocabulary: VocabularyBuilder) {
    self.vocabulary = vocabulary
  }

  /// A compiled pattern: its program, and the sets that a match holds a token of each, in order.
  struct Compiled {
    var program: MatcherTables.Program
    var required: [UInt16]
  }

  /// Compiles `pattern`; `user` names its rule in errors.
  mutating func compile(_ pattern: Pattern, owner: PatternOwner, user: String) throws(LexiconError) -> Compiled {
    let root = try resolve(pattern.root, user: user)
    let start = instructions.count
    emit(root, adjacent: false)
    append(.init(operation: .accept))
    return Compiled(
      program: .init(
        start: UInt32(start), count: UInt16(instructions.count - start), firstSet: set(of: root.firstSymbols.symbols),
        owner: owner),
      required: root.requiredSymbols.map { set(of: $0) })
  }

  /// The set of a lexicon class alone, for cues.
  mutating func set(ofClass name: String) throws(LexiconError) -> UInt16 {
    set(of: [try vocabulary.symbol(ofClass: name, neededBy: "the language")])
  }

  // MARK: Symbols

  /// A pattern whose words are symbols; choices of single symbols have become sets.
  fileprivate indirect enum Resolved {
    case set([SymbolID])
    case sequence([Resolved])
    case choice([Resolved])
    case optional(Resolved)
    case gap(Pattern.Gap)
    case capture(String, Resolved)
    case not([SymbolID])
    case start
    case end
    case box
  }

  private mutating func resolve(_ node: Pattern.Node, user: String) throws(LexiconError) -> Resolved {
    switch node {
    case .word(let text): return .set([vocabulary.symbol(of: PhraseWord(text: text, isExact: false))])
    case .exact(let text): return .set([vocabulary.symbol(of: PhraseWord(text: text, isExact: true))])
    case .lexicon(let name): return .set([try vocabulary.symbol(ofClass: name, neededBy: user)])
    case .sequence(let parts): return .sequence(try resolveAll(parts, user: user))
    case .choice(let parts):
      var symbols: [SymbolID] = []
      var others: [Resolved] = []
      for part in try resolveAll(parts, user: user) {
        if case .set(let more) = part { symbols += more } else { others.append(part) }
      }
      if others.isEmpty { return .set(sortedUnique(symbols)) }
      return .choice((symbols.isEmpty ? [] : [.set(sortedUnique(symbols))]) + others)
    case .optional(let part): return .optional(try resolve(part, user: user))
    case .gap(let gap): return .gap(gap)
    case .capture(let name, let part): return .capture(name, try resolve(part, user: user))
    case .not(let parts):
      var symbols: [SymbolID] = []
      for part in try resolveAll(parts, user: user) {
        if case .set(let more) = part { symbols += more }
      }
      return .not(sortedUnique(symbols))
    case .start: return .start
    case .end: return .end
    case .box: return .box
    }
  }

  private mutating func resolveAll(_ nodes: [Pattern.Node], user: String) throws(LexiconError) -> [Resolved] {
    var result: [Resolved] = []
    for node in nodes { result.append(try resolve(node, user: user)) }
    return result
  }

  private func sortedUnique(_ symbols: [SymbolID]) -> [SymbolID] {
    var seen = Set<SymbolID>()
    return symbols.filter { seen.insert($0).inserted }.sorted()
  }

  private mutating func set(of symbols: [SymbolID]) -> UInt16 {
    if let known = setIndex[symbols] { return known }
    let index = UInt16(sets.count)
    sets.append(symbols)
    setIndex[symbols] = index
    return index
  }

  // MARK: Instructions

  private mutating func append(_ instruction: MatcherTables.Instruction) {
    instructions.append(instruction)
  }

  /// Emits `node`; `adjacent` says that a part stands directly before it, so that light words are stepped over.
  private mutating func emit(_ node: Resolved, adjacent: Bool) {
    switch node {
    case .set(let symbols):
      append(.init(operation: .set, a: set(of: symbols), b: adjacent ? 1 : 0))
    case .sequence(let parts):
      var adjacent = adjacent
      for part in parts {
        emit(part, adjacent: adjacent)
        if case .gap = part { adjacent = false } else { adjacent = true }
      }
    case .choice(let parts):
      emitChoice(parts, adjacent: adjacent)
    case .optional(let part):
      let split = instructions.count
      append(.init(operation: .split))
      emit(part, adjacent: adjacent)
      instructions[split].a = UInt16(instructions.count)
    case .gap(let gap):
      append(.init(operation: .gap, a: UInt16(gap.reach), b: gap == .clause ? 1 : 0))
    case .capture(let name, let part):
      let index = captureIndex(name)
      append(.init(operation: .capture, a: index, b: 0))
      emit(part, adjacent: adjacent)
      append(.init(operation: .capture, a: index, b: 1))
    case .not(let symbols): append(.init(operation: .notSet, a: set(of: symbols)))
    case .start: append(.init(operation: .start))
    case .end: append(.init(operation: .end))
    case .box: append(.init(operation: .box))
    }
  }

  private mutating func emitChoice(_ parts: [Resolved], adjacent: Bool) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let split = instructions.count
      if !isLast { append(.init(operation: .split)) }
      emit(part, adjacent: adjacent)
      if !isLast {
        jumps.append(instructions.count)
        append(.init(operation: .jump))
        instructions[split].a = UInt16(instructions.count)
      }
    }
    for jump in jumps { instructions[jump].a = UInt16(instructions.count) }
  }

  private mutating func captureIndex(_ name: String) -> UInt16 {
    if let known = captureNames.firstIndex(of: name) { return UInt16(known) }
    captureNames.append(name)
    return UInt16(captureNames.count - 1)
  }
}

extension ProgramCompiler.Resolved {
  /// Symbols that a match can begin with, and whether the part can match nothing.
  fileprivate var firstSymbols: (symbols: [SymbolID], canBeEmpty: Bool) {
    switch self {
    case .set(let symbols): return (symbols, false)
    case .sequence(let parts):
      var symbols: [SymbolID] = []
      for part in parts {
        let first = part.firstSymbols
        symbols += first.symbols
        if !first.canBeEmpty { return (Array(Set(symbols)).sorted(), false) }
      }
      return (Array(Set(symbols)).sorted(), true)
    case .choice(let parts):
      let firsts = parts.map(\.firstSymbols)
      return (Array(Set(firsts.flatMap(\.symbols))).sorted(), firsts.contains { $0.canBeEmpty })
    case .optional(let part): return (part.firstSymbols.symbols, true)
    case .capture(_, let part): return part.firstSymbols
    case .gap, .not, .start, .end, .box: return ([], true)
    }
  }

  /// Sets of symbols of which a match holds one each, in this order.
  fileprivate var requiredSymbols: [[SymbolID]] {
    switch self {
    case .set(let symbols): return [symbols]
    case .sequence(let parts): return parts.flatMap(\.requiredSymbols)
    case .capture(_, let part): return part.requiredSymbols
    case .choice(let parts):
      // Each branch must give something; the smallest set of each stands for it.
      var union = Set<SymbolID>()
      for part in parts {
        guard let smallest = part.requiredSymbols.min(by: { $0.count < $1.count }) else { return [] }
        union.formUnion(smallest)
      }
      return [union.sorted()]
    case .optional, .gap, .not, .start, .end, .box: return []
    }
  }
}
