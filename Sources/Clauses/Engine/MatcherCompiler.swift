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
        let owner = PatternOwner(rule: ruleIndex, index: index, role: role)
        do {
          compiled.append(try compiler.compile(pattern, owner: owner, user: rule.id))
        } catch { throw .lexicon(error) }
      }
    }
    var tables = MatcherTables()
    do {
      for cue in Cue.allCases { tables.cueSets.append(try compiler.set(ofClass: cue.className)) }
    } catch { throw .lexicon(error) }
    tables.instructions = compiler.instructions
    tables.captureNames = compiler.captureNames
    tables.programs = compiled.map(\.program)
    compiler.vocabulary.write(for: compiler.sets, into: &tables)
    let frequencies = SetFrequencies(of: pack, tables: tables, language: language)
    for (index, pattern) in compiled.enumerated() {
      let telling = frequencies.telling(of: pattern.required).prefix(mostRequired)
      tables.anchors.append(Array(frequencies.byRarity(pattern.required).prefix(MatcherTables.anchorCount)))
      tables.programs[index].required = UInt16(tables.requiredSets.count)
      tables.programs[index].requiredCount = UInt16(telling.count)
      tables.requiredSets += telling
    }
    return tables
  }
}

/// Why a pack cannot be compiled.
public enum PackError: Error, Sendable, Equatable {
  case pattern(rule: String, source: String, PatternSyntaxError)
  case lexicon(LexiconError)
}
