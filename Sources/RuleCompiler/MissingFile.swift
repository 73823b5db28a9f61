import Clauses
import Yams

/// Reads a file of one missing element.
struct MissingFile {
  private static let facts = ["since", "kinds"]
  private static let optionalFacts = ["see"]
  private static let wording = ["title", "expect", "message", "why", "ask", "wording", "tests"]
  private static let optional = ["when", "section"]
  /// Sentences that a rule must at least carry of each sort.
  private static let fewestTests = 2

  private var yaml: YAMLFile

  /// Reads the rule of the base language.
  /// - Parameter kinds: ids of the kinds of document.
  /// - Returns: the rule, or nil with at least one diagnostic.
  static func read(
    _ file: RuleSourceFile, id: String, kinds: [String]
  ) -> (rule: MissingRule?, diagnostics: [RuleDiagnostic]) {
    var reader = MissingFile(yaml: YAMLFile(file))
    guard let root = reader.yaml.root() else { return (nil, reader.yaml.diagnostics) }
    let fields = reader.yaml.fields(of: root, required: facts + wording, optional: optional + optionalFacts)
    var rule = reader.wording(of: fields)
    rule.id = id
    rule.since = reader.yaml.since(of: fields)
    rule.kinds = reader.yaml.levels("kinds", of: fields, kinds: kinds)
    rule.see = reader.yaml.citations(of: fields)
    return (reader.yaml.diagnostics.isEmpty ? rule : nil, reader.yaml.diagnostics)
  }

  /// Reads a rule's file in another language.
  /// - Parameter original: the rule in the base language; nil where that file has faults of its own.
  static func readTranslation(
    _ file: RuleSourceFile, of original: MissingRule?
  ) -> (rule: MissingRule?, diagnostics: [RuleDiagnostic]) {
    var reader = MissingFile(yaml: YAMLFile(file))
    guard let root = reader.yaml.root() else { return (nil, reader.yaml.diagnostics) }
    let fields = reader.yaml.fields(of: root, required: wording, optional: optional + facts + optionalFacts)
    for key in facts + optionalFacts { reader.yaml.refuseFact(key, of: fields) }
    var rule = reader.wording(of: fields)
    guard let original, reader.yaml.diagnostics.isEmpty else { return (nil, reader.yaml.diagnostics) }
    (rule.id, rule.since, rule.kinds, rule.see) = (original.id, original.since, original.kinds, original.see)
    return (rule, [])
  }

  /// The part of a rule that is different in each language.
  private mutating func wording(of fields: Fields) -> MissingRule {
    let tests = yaml.map("tests", of: fields).map { yaml.fields(of: $0, required: ["present", "absent"]) }
    return MissingRule(
      id: "", title: yaml.title(of: fields), since: "", kinds: [:], when: yaml.evidence("when", of: fields),
      expect: yaml.evidence("expect", of: fields), section: yaml.cues("section", of: fields),
      message: yaml.text("message", of: fields)?.string ?? "", why: yaml.text("why", of: fields)?.string ?? "",
      ask: yaml.text("ask", of: fields)?.string ?? "", wording: yaml.text("wording", of: fields)?.string ?? "",
      see: [], present: tests.map { sentences("present", of: $0) } ?? [],
      absent: tests.map { sentences("absent", of: $0) } ?? [])
  }

  private mutating func sentences(_ key: String, of fields: Fields) -> [String] {
    let items = yaml.list(key, of: fields).compactMap { yaml.text(in: $0, called: key)?.string }
    if !items.isEmpty, items.count < Self.fewestTests {
      yaml.report("`\(key)` needs two sentences or more", at: fields[key]?.key)
    }
    return items
  }
}

extension YAMLFile {
  /// A list whose items are signs, or lists of signs that are all needed.
  mutating func evidence(_ key: String, of fields: Fields) -> Evidence {
    Evidence(
      list(key, of: fields).map { item in
        guard case .sequence(let all) = item else { return sign(in: item, called: key).map { [$0] } ?? [] }
        return all.compactMap { sign(in: $0, called: key) }
      })
  }

  private mutating func sign(in node: Node, called key: String) -> Evidence.Sign? {
    guard let text = text(in: node, called: key) else { return nil }
    if let selector = ClauseSelector(text.string) { return .clause(selector) }
    return cue(in: text).map { .cue($0) }
  }

  /// A list of phrases.
  mutating func cues(_ key: String, of fields: Fields) -> [String] {
    list(key, of: fields).compactMap { item in text(in: item, called: key).flatMap { cue(in: $0) } }
  }

  /// A phrase in the notation of lexicon entries, without classes.
  private mutating func cue(in text: LocatedText) -> String? {
    do {
      _ = try CueTable([text.string], language: .english)
      return text.string
    } catch LexiconError.syntax(_, _, let error) {
      report("phrase: \(error.message)", at: error.offset, in: text)
    } catch LexiconError.tooMany {
      report("the phrase stands for too many; part it into several", at: text.place)
    } catch {
      report(
        "a phrase has words, `( | )`, `?` and `=` only; gaps and classes belong in rules with `find`", at: text.place)
    }
    return nil
  }
}
