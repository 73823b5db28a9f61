import Language

/// Compiles a pack's patterns and lexicon to tables.
public enum MatcherCompiler {
  /// Sets that are looked for before a pattern is run.
  private static let mostRequired = 8

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
    tables.filterInitial = [UInt64](repeating: 0, count: (compiled.count + 63) / 64)
    tables.filterStart = [UInt32](repeating: 0, count: vocabulary.symbolCount + 1)
    let frequencies = SymbolFrequencies(of: pack, tables: tables, language: language)
    for pattern in compiled {
      var program = pattern.program
      let required = frequencies.telling(of: pattern.required).prefix(mostRequired)
      program.required = UInt16(tables.requiredSets.count)
      program.requiredCount = UInt8(required.count)
      tables.requiredSets += required.map { compiler.set(of: $0) }
      tables.programs.append(program)
    }
    tables.instructions = compiler.instructions
    tables.captureNames = compiler.captureNames
    writeSets(compiler.symbolSets, symbolCount: vocabulary.symbolCount, into: &tables)
    writeFilter(compiled, frequencies: frequencies, into: &tables)
    return tables
  }

  private static func writeSets(_ sets: [[SymbolID]], symbolCount: Int, into tables: inout MatcherTables) {
    tables.setWords = (symbolCount + 63) / 64
    tables.sets = [UInt64](repeating: 0, count: sets.count * tables.setWords)
    for (index, set) in sets.enumerated() {
      for symbol in set { tables.sets[index * tables.setWords + Int(symbol) / 64] |= 1 << UInt64(symbol % 64) }
    }
  }

  /// Writes the filter: a symbol of a pattern's rarest set makes the pattern a candidate.
  private static func writeFilter(
    _ compiled: [ProgramCompiler.Compiled], frequencies: SymbolFrequencies, into tables: inout MatcherTables
  ) {
    var entries = [[UInt16: UInt64]](repeating: [:], count: tables.filterStart.count - 1)
    for (index, pattern) in compiled.enumerated() {
      let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
      guard let rarest = frequencies.rarest(of: pattern.required) else {
        tables.filterInitial[word] |= bit
        continue
      }
      for symbol in rarest { entries[Int(symbol)][UInt16(word), default: 0] |= bit }
    }
    tables.filterStart = [0]
    for symbol in entries {
      for (word, mask) in symbol.sorted(by: { $0.key < $1.key }) {
        tables.filter.append(.init(word: word, mask: mask))
      }
      tables.filterStart.append(UInt32(tables.filter.count))
    }
  }
}

/// Why a pack cannot be compiled.
public enum PackError: Error, Sendable, Equatable {
  case pattern(rule: String, source: String, PatternSyntaxError)
  case lexicon(LexiconError)
}
