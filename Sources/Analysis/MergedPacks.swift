import Clauses
import Language

extension RulePack {
  /// One pack with the rules, the kinds, the questions and the words of all `packs`; of two with one id, the later
  /// counts.
  public static func merging(_ packs: [RulePack]) -> RulePack {
    var rules: [String: Rule] = [:]
    var missing: [String: MissingRule] = [:]
    var conflicts: [String: ConflictRule] = [:]
    var kinds: [String: DocumentKind] = [:]
    var questions: [String: Question] = [:]
    var entries: [String: [String]] = [:]
    for pack in packs {
      for rule in pack.rules { rules[rule.id] = rule }
      for rule in pack.missing { missing[rule.id] = rule }
      for rule in pack.conflicts { conflicts[rule.id] = rule }
      for kind in pack.kinds { kinds[kind.id] = kind }
      for question in pack.questions { questions[question.id] = question }
      for lexicon in pack.lexicon { entries[lexicon.name, default: []] += lexicon.entries }
    }
    return RulePack(
      language: packs.first?.language ?? Language.english.code, rules: Array(rules.values),
      missing: Array(missing.values), conflicts: Array(conflicts.values),
      lexicon: entries.map { LexiconClass(name: $0.key, entries: $0.value) }, kinds: Array(kinds.values),
      questions: Array(questions.values))
  }
}
