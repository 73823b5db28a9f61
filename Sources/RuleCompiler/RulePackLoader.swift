import Clauses

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
  private var kinds: [DocumentKind] = []
  private var questions: [Question] = []
  /// Ids of the rules that other files may name. Those of files with faults count: the fault is reported once.
  private var ruleIDs: Set<String> = []

  init(base: [RulePack]) {
    self.base = base
  }

  var packs: [RulePack] {
    let base = RuleFileRole.baseLanguage
    return Set(rules.keys).union(lexicons.keys).union(kinds.isEmpty && questions.isEmpty ? [] : [base])
      .sorted().map { language in
        RulePack(
          language: language, rules: rules[language] ?? [], lexicon: lexicons[language] ?? [],
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
    let originals = ruleFiles.removeValue(forKey: RuleFileRole.baseLanguage) ?? [:]
    ruleIDs = Set(originals.keys).union(base.flatMap(\.rules).map(\.id))
    var rulesByID: [String: Rule] = [:]
    for pack in base where pack.language == RuleFileRole.baseLanguage {
      for rule in pack.rules { rulesByID[rule.id] = rule }
    }
    for (id, file) in originals {
      let (rule, faults) = RuleFile.read(
        file, id: id, classes: classNames(of: RuleFileRole.baseLanguage), kinds: kindNames)
      diagnostics += faults
      rulesByID[id] = rule
      if let rule { rules[RuleFileRole.baseLanguage, default: []].append(rule) }
    }
    for (language, files) in ruleFiles {
      for (id, file) in files {
        if rulesByID[id] == nil, originals[id] == nil {
          report("rule `\(id)` has no English file beside it", in: file)
        }
        let (rule, faults) = RuleFile.readTranslation(
          file, of: rulesByID[id], classes: classNames(of: language))
        diagnostics += faults
        if let rule { rules[language, default: []].append(rule) }
      }
    }
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
