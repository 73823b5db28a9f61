import Clauses
import ProjectConfiguration

/// Reads the files of a rule pack.
public enum RulePackLoader {
  /// Makes one pack a language, in the order of language codes.
  ///
  /// A file with a fault gives no rule; all faults of all files are reported, sorted by place.
  /// - Parameters:
  ///   - files: the files in any order; the result does not depend on it.
  ///   - base: packs whose classes the files may use and whose rules they may translate, such as the
  ///     built-in ones for a user's own pack. They are not part of the result.
  public static func load(
    files: [RuleSourceFile], base: [RulePack] = []
  ) -> (packs: [RulePack], diagnostics: [RuleDiagnostic]) {
    var loading = Loading(base: base)
    loading.sort(files)
    loading.readLexicons()
    loading.readKinds()
    loading.readRules()
    loading.readQuestions()
    return (loading.packs, loading.diagnostics.sorted(by: RuleDiagnostic.isBefore))
  }
}

/// A pack in the making.
private struct Loading {
  let base: [RulePack]
  var diagnostics: [RuleDiagnostic] = []
  /// Files by language, then by class or rule.
  private var lexiconFiles: [String: [String: RuleSourceFile]] = [:]
  private var ruleFiles: [String: [String: RuleSourceFile]] = [:]
  private var kindFiles: [String: RuleSourceFile] = [:]
  private var questionFiles: [String: RuleSourceFile] = [:]
  private var lexicons: [String: [LexiconClass]] = [:]
  private var rules: [String: [Rule]] = [:]
  private var missing: [String: [MissingRule]] = [:]
  private var conflicts: [String: [ConflictRule]] = [:]
  private var kinds: [DocumentKind] = []
  private var questions: [Question] = []
  /// Ids of the rules that other files may name. Those of files with faults count: the fault is reported once.
  private var ruleIDs: Set<String> = []

  init(base: [RulePack]) {
    self.base = base
  }

  var packs: [RulePack] {
    let base = RuleFileRole.baseLanguage
    let languages = Set(rules.keys).union(missing.keys).union(conflicts.keys).union(lexicons.keys)
    return languages.union(kinds.isEmpty && questions.isEmpty ? [] : [base]).sorted().map { language in
      RulePack(
        language: language, rules: rules[language] ?? [], missing: missing[language] ?? [],
        conflicts: conflicts[language] ?? [], lexicon: lexicons[language] ?? [],
        kinds: language == base ? kinds : [], questions: language == base ? questions : [])
    }
  }

  /// Finds out what each file is, by its path.
  mutating func sort(_ files: [RuleSourceFile]) {
    for file in files.sorted(by: { $0.path < $1.path }) {
      let first: RuleSourceFile?
      do throws(RuleFileNameError) {
        switch try RuleFileRole(path: file.path) {
        case .rule(let id, let language):
          first = ruleFiles[language]?[id]
          ruleFiles[language, default: [:]][id] = first ?? file
        case .lexicon(let name, let language):
          first = lexiconFiles[language]?[name]
          lexiconFiles[language, default: [:]][name] = first ?? file
        case .kind(let id):
          first = kindFiles[id]
          kindFiles[id] = first ?? file
        case .question(let id):
          first = questionFiles[id]
          questionFiles[id] = first ?? file
        }
      } catch {
        report(error.message, in: file)
        continue
      }
      if let first { report("\(first.path) defines the same; the last two parts of a path are the name", in: file) }
    }
  }

  /// Notes a fault of a file as a whole.
  private mutating func report(_ message: String, in file: RuleSourceFile) {
    diagnostics.append(RuleDiagnostic(path: file.path, line: 1, column: 1, message: message))
  }

  mutating func readLexicons() {
    for (language, files) in lexiconFiles.sorted(by: { $0.key < $1.key }) {
      var read: [String: LexiconFile] = [:]
      for (name, file) in files {
        read[name] = LexiconFile(file, name: name, classes: classNames(of: language))
      }
      read.checkCycles()
      for file in read.values { diagnostics += file.yaml.diagnostics }
      lexicons[language] = read.values.compactMap(\.lexiconClass)
    }
  }

  mutating func readKinds() {
    for (id, file) in kindFiles.sorted(by: { $0.key < $1.key }) {
      let (kind, faults) = KindFile.read(file, id: id)
      diagnostics += faults
      if let kind { kinds.append(kind) }
    }
  }

  mutating func readRules() {
    let language = RuleFileRole.baseLanguage
    let originals = ruleFiles.removeValue(forKey: language) ?? [:]
    ruleIDs = Set(originals.keys).union(base.flatMap(\.rules).map(\.id))
    let base = base.first { $0.language == language }
    // Those of the base that a file replaces are not there for translations: the file may have faults.
    var known = Originals(base, without: Set(originals.keys))
    for (id, file) in originals {
      if file.hasKey("expect") {
        known.missing[id] = take(MissingFile.read(file, id: id, kinds: kindNames))
      } else if file.hasKey("conflict") {
        known.conflicts[id] = take(ConflictFile.read(file, id: id))
      } else {
        known.rules[id] = take(RuleFile.read(file, id: id, classes: classNames(of: language), kinds: kindNames))
      }
    }
    rules[language] = originals.keys.compactMap { known.rules[$0] }.nilIfEmpty
    missing[language] = originals.keys.compactMap { known.missing[$0] }.nilIfEmpty
    conflicts[language] = originals.keys.compactMap { known.conflicts[$0] }.nilIfEmpty
    for (language, files) in ruleFiles {
      for (id, file) in files {
        if originals[id] == nil, !known.has(id) { report("rule `\(id)` has no English file beside it", in: file) }
        if file.hasKey("expect") {
          let rule = take(MissingFile.readTranslation(file, of: known.missing[id]))
          missing[language, default: []] += rule.map { [$0] } ?? []
        } else if originals[id].map({ $0.hasKey("conflict") }) ?? (known.conflicts[id] != nil) {
          let rule = take(ConflictFile.readTranslation(file, of: known.conflicts[id]))
          conflicts[language, default: []] += rule.map { [$0] } ?? []
        } else {
          let rule = take(RuleFile.readTranslation(file, of: known.rules[id], classes: classNames(of: language)))
          rules[language, default: []] += rule.map { [$0] } ?? []
        }
      }
    }
    checkSelectors(originals, known)
  }

  /// Notes the faults of a file that was read.
  private mutating func take<Rule>(_ read: (rule: Rule?, diagnostics: [RuleDiagnostic])) -> Rule? {
    diagnostics += read.diagnostics
    return read.rule
  }

  /// Notes the clause rules that a document rule names and that nobody has.
  private mutating func checkSelectors(_ files: [String: RuleSourceFile], _ known: Originals) {
    func check(_ selectors: [ClauseSelector], of id: String) {
      guard let file = files[id] else { return }
      for selector in selectors where !ruleIDs.contains(selector.rule) {
        let line = file.text.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains(selector.rule) }
        let hint = ruleIDs.sorted().nearHint(for: selector.rule)
        diagnostics.append(
          RuleDiagnostic(
            path: file.path, line: (line ?? 0) + 1, column: 1,
            message: "there is no rule `\(selector.rule)`\(hint)"))
      }
    }
    for rule in known.missing.values { check(rule.selectors, of: rule.id) }
    for rule in known.conflicts.values { check(rule.first + rule.second, of: rule.id) }
  }

  mutating func readQuestions() {
    var orders: [Int: String] = [:]
    for (id, file) in questionFiles.sorted(by: { $0.key < $1.key }) {
      let (question, faults) = QuestionFile.read(file, id: id, rules: ruleIDs, orders: orders)
      diagnostics += faults
      guard let question else { continue }
      orders[question.order] = id
      questions.append(question)
    }
  }

  /// The kinds of document that rules may name. Those of files with faults count, as for classes.
  private var kindNames: [String] {
    let names = Set(kindFiles.keys).union(base.flatMap(\.kinds).map(\.id))
    return names.union([DocumentKind.general]).sorted()
  }

  /// Names of the classes that a language's patterns may use. Those of files with faults count: the
  /// fault is reported once, in its own file.
  private func classNames(of language: String) -> Set<String> {
    var names = Set((lexiconFiles[language] ?? [:]).keys)
    for pack in base where pack.language == language { names.formUnion(pack.lexicon.map(\.name)) }
    return names
  }
}

/// The rules of the base language, which translations take their facts from.
private struct Originals {
  var rules: [String: Rule] = [:]
  var missing: [String: MissingRule] = [:]
  var conflicts: [String: ConflictRule] = [:]

  init(_ pack: RulePack?, without ids: Set<String>) {
    for rule in pack?.rules ?? [] where !ids.contains(rule.id) { rules[rule.id] = rule }
    for rule in pack?.missing ?? [] where !ids.contains(rule.id) { missing[rule.id] = rule }
    for rule in pack?.conflicts ?? [] where !ids.contains(rule.id) { conflicts[rule.id] = rule }
  }

  func has(_ id: String) -> Bool { rules[id] != nil || missing[id] != nil || conflicts[id] != nil }
}

extension Array {
  fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}
