import Language

/// Compiles a pack's patterns and lexicon to tables.
public enum MatcherCompiler {
  /// The tables for `pack`. Throws what is wrong with a pattern or a lexicon class; rules that `RuleCompiler`
  /// has accepted do not throw.
  static func tables(for pack: RulePack, language: Language) throws(PackError) -> MatcherTables {
    var compiler = ProgramCompiler(vocabulary: VocabularyBuilder(language: language, lexicon: pack.lexicon))
    var compiled: [ProgramCompiler.Compiled] = []
    for (ruleIndex, rule) in pack.rules.enumerated() {
      let sources =
        rule.find.enumerated().map { ($0.element.pattern, $0.offset, PatternOwner.Role.find) }
        + rule.unless.enumerated().map { ($0.element, $0.offset, PatternOwner.Role.unless) }
      for (source, index, role) in sources {
        let pattern: Pattern
        do { pattern = try Pattern.parse(source) } catch { throw .pattern(rule: rule.id, source: source, error) }
        let owner = PatternOwner(rule: UInt16(ruleIndex), index: UInt16(index), role: role)
        do {
          compiled.append(try compiler.compile(pattern, owner: owner, user: rule.id))
        } catch { throw .lexicon(error) }
      }
    }
    var tables = MatcherTables()
    do {
      for cue in Cue.allCases { tables.cueSymbols.append(try compiler.symbol(ofClass: cue.className)) }
    } catch { throw .lexicon(error) }
    var vocabulary = compiler.finishedVocabulary
    vocabulary.write(into: &tables)
    tables.programs = compiled.map(\.program)
    tables.instructions = compiler.instructions
    tables.captureNames = compiler.captureNames
    writeSets(compiler.symbolSets, symbolCount: vocabulary.symbolCount, into: &tables)
    let common = commonSymbols(compiler: compiler, language: language)
    writeFilter(compiled, common: common, symbolCount: vocabulary.symbolCount, into: &tables)
    return tables
  }

  private static func writeSets(_ sets: [[SymbolID]], symbolCount: Int, into tables: inout MatcherTables) {
    tables.setWords = (symbolCount + 63) / 64
    tables.sets = [UInt64](repeating: 0, count: sets.count * tables.setWords)
    for (index, set) in sets.enumerated() {
      for symbol in set { tables.sets[index * tables.setWords + Int(symbol) / 64] |= 1 << UInt64(symbol % 64) }
    }
  }

  /// Symbols of words that are in nearly every sentence.
  private static func commonSymbols(compiler: ProgramCompiler, language: Language) -> Set<SymbolID> {
    var vocabulary = compiler.finishedVocabulary
    let known = vocabulary.symbolCount
    let words = language.functionWords.sorted().flatMap { text in
      [PhraseWord(text: text, isExact: false), PhraseWord(text: text, isExact: true)]
    }
    return Set(words.map { vocabulary.symbol(of: $0) }.filter { $0 < known })
  }

  /// Writes the filter: a bit of a pattern moves up a level with each of its required sets that is seen, in order.
  private static func writeFilter(
    _ compiled: [ProgramCompiler.Compiled], common: Set<SymbolID>, symbolCount: Int, into tables: inout MatcherTables
  ) {
    let levels = MatcherTables.filterLevels
    let words = tables.filterWords
    tables.filterInitial = [UInt64](repeating: 0, count: levels * words)
    var entries = [[UInt16: UInt64]](repeating: [:], count: symbolCount)
    for (index, pattern) in compiled.enumerated() {
      let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
      let required = selective(pattern.required, common: common, most: levels)
      // A pattern with fewer sets starts higher, so that all end at the top level.
      for level in 0..<(levels - required.count) { tables.filterInitial[level * words + word] |= bit }
      for (offset, set) in required.enumerated() {
        let level = levels - required.count + offset
        for symbol in set { entries[Int(symbol)][UInt16(level << 12 | word), default: 0] |= bit }
      }
    }
    tables.filterStart = [0]
    for symbol in entries {
      // From the top level down, so that one token does not lift a pattern by two levels.
      for (place, mask) in symbol.sorted(by: { $0.key > $1.key }) {
        tables.filter.append(.init(place: place, mask: mask))
      }
      tables.filterStart.append(UInt32(tables.filter.count))
    }
  }

  /// The `most` most telling of the required sets, in their order.
  private static func selective(_ required: [[SymbolID]], common: Set<SymbolID>, most: Int) -> [[SymbolID]] {
    guard required.count > 0 else { return [] }
    func weight(_ set: [SymbolID]) -> Int { set.contains(where: common.contains) ? 1 : 0 }
    let ranked = required.indices.sorted { (weight(required[$0]), $0) < (weight(required[$1]), $1) }
    return ranked.prefix(most).sorted().map { required[$0] }
  }
}

/// Why a pack cannot be compiled.
public enum PackError: Error, Sendable, Equatable {
  case pattern(rule: String, source: String, PatternSyntaxError)
  case lexicon(LexiconError)
}
