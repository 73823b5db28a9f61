import Clauses
import Yams

/// Reads a file of one rule.
struct RuleFile {
  /// The key of the patterns, by what a match of the rule is.
  private static let patternKeys: [Rule.Kind: String] = [.clause: "find", .wording: "wording"]
  private static let requiredKeys = ["title", "effect", "level", "since", "message", "why", "ask", "see", "tests"]
  private static let optionalKeys: [Rule.Kind: [String]] = [
    .clause: ["stance", "polarity", "unless", "yields", "weighs-conditions", "maps", "levels"],
    .wording: ["replace", "unless", "yields", "maps", "levels"],
  ]
  private static let requiredKeysOfTranslation = ["title", "message", "why", "ask", "tests"]
  private static let optionalKeysOfTranslation: [Rule.Kind: [String]] = [
    .clause: ["unless"], .wording: ["unless", "replace"],
  ]
  /// Vocabularies that a rule may name itself in.
  private static let vocabularies = ["dpv", "duo", "fhir", "ico", "odrl", "opp115"]

  private var yaml: YAMLFile
  private let classes: Set<String>
  /// Ids of the kinds of document.
  private let kinds: [String]
  private let kind: Rule.Kind
  private let patternKey: String

  /// Reads the rule of the base language.
  /// - Parameters:
  ///   - classes: names of the lexicon classes of the rule's language.
  ///   - kinds: ids of the kinds of document that `levels` may name.
  /// - Returns: the rule, or nil with at least one diagnostic.
  static func read(
    _ file: RuleSourceFile, id: String, classes: Set<String>, kinds: [String]
  ) -> (rule: Rule?, diagnostics: [RuleDiagnostic]) {
    var reader = RuleFile(file, classes: classes, kinds: kinds)
    let rule = reader.read(id: id)
    return (reader.yaml.diagnostics.isEmpty ? rule : nil, reader.yaml.diagnostics)
  }

  /// Reads a rule's file in another language.
  /// - Parameter original: the rule in the base language; nil where that file has faults of its own.
  static func readTranslation(
    _ file: RuleSourceFile, of original: Rule?, classes: Set<String>
  ) -> (rule: Rule?, diagnostics: [RuleDiagnostic]) {
    var reader = RuleFile(file, classes: classes, kinds: [])
    let rule = reader.readTranslation(of: original)
    return (reader.yaml.diagnostics.isEmpty ? rule : nil, reader.yaml.diagnostics)
  }

  private init(_ file: RuleSourceFile, classes: Set<String>, kinds: [String]) {
    yaml = YAMLFile(file)
    self.classes = classes
    self.kinds = kinds
    kind = file.hasKey("wording") ? .wording : .clause
    patternKey = Self.patternKeys[kind] ?? "find"
  }

  private mutating func read(id: String) -> Rule? {
    guard let root = yaml.root() else { return nil }
    let fields = yaml.fields(
      of: root, required: Self.requiredKeys + [patternKey], optional: Self.optionalKeys[kind] ?? [])
    var rule = Rule(
      id: id, kind: kind, title: "",
      effect: yaml.word("effect", of: fields, default: .risk),
      level: yaml.word("level", of: fields, default: .warning),
      levels: yaml.levels("levels", of: fields, kinds: kinds),
      since: yaml.since(of: fields),
      stance: yaml.word("stance", of: fields, default: .permits),
      polarity: yaml.word("polarity", of: fields, default: .any),
      find: [], unless: [], messages: [:], why: "", ask: "",
      see: yaml.citations(of: fields), maps: names(of: fields), flags: [], passes: [])
    rule.yields = yaml.list("yields", of: fields).compactMap { yaml.text(in: $0, called: "yields")?.string }
    rule.weighsConditions = weighsConditions(of: fields)
    readWording(of: fields, into: &rule)
    return rule
  }

  private mutating func readTranslation(of original: Rule?) -> Rule? {
    guard let root = yaml.root() else { return nil }
    // Facts hold in every language: said once, they cannot differ.
    let required = Self.requiredKeysOfTranslation + [patternKey]
    let optional = Self.optionalKeysOfTranslation[kind] ?? []
    let facts = (Self.requiredKeys + (Self.optionalKeys[kind] ?? [])).filter {
      !required.contains($0) && !optional.contains($0)
    }
    let fields = yaml.fields(of: root, required: required, optional: optional + facts)
    for key in facts { yaml.refuseFact(key, of: fields) }
    var rule =
      original
      ?? Rule(
        id: "", title: "", effect: .risk, level: .note, since: "", stance: .permits, polarity: .any, find: [],
        unless: [], messages: [:], why: "", ask: "", see: [], maps: [:], flags: [], passes: [])
    readWording(of: fields, into: &rule)
    return original == nil ? nil : rule
  }

  /// The part of a rule that is different in each language.
  private mutating func readWording(of fields: Fields, into rule: inout Rule) {
    rule.title = yaml.title(of: fields)
    rule.why = yaml.text("why", of: fields)?.string ?? ""
    rule.ask = yaml.text("ask", of: fields)?.string ?? ""
    rule.replacement = yaml.text("replace", of: fields)?.string

    var bound: Set<String>? = []
    rule.find = []
    for item in yaml.list(patternKey, of: fields) {
      guard let (stance, pattern) = yaml.stanced(item, in: patternKey),
        let captures = yaml.captures(of: pattern, classes: classes)
      else {
        bound = nil  // what the message may name is not known
        continue
      }
      bound?.formUnion(captures)
      rule.find.append(Rule.Find(pattern: pattern.string, stance: stance))
    }
    rule.unless = []
    for item in yaml.list("unless", of: fields) {
      guard let pattern = yaml.text(in: item, called: "unless") else { continue }
      _ = yaml.captures(of: pattern, classes: classes)
      rule.unless.append(pattern.string)
    }
    rule.messages = messages(of: fields, stance: rule.stance, bound: fields[patternKey] == nil ? nil : bound)
    readTests(of: fields, into: &rule)
  }

  private mutating func weighsConditions(of fields: Fields) -> Bool {
    guard let text = yaml.text("weighs-conditions", of: fields) else { return true }
    if text.string != "true", text.string != "false" {
      yaml.report("`weighs-conditions` must be true or false, not `\(text.string)`", at: text.place)
    }
    return text.string != "false"
  }

  private mutating func names(of fields: Fields) -> [String: String] {
    guard let mapping = yaml.map("maps", of: fields) else { return [:] }
    let names = yaml.fields(of: mapping, required: [], optional: Self.vocabularies)
    var result: [String: String] = [:]
    for vocabulary in Self.vocabularies {
      if let name = yaml.text(vocabulary, of: names) { result[vocabulary] = name.string }
    }
    return result
  }

  /// - Parameter bound: captures of all patterns; nil where they are not known.
  private mutating func messages(of fields: Fields, stance own: Stance, bound: Set<String>?) -> [Stance: String] {
    guard let field = fields["message"] else { return [:] }
    var result: [Stance: String] = [:]
    if case .mapping(let mapping) = field.value {
      for (key, value) in mapping {
        guard let stance = yaml.stance(key, in: "message"), let text = yaml.text(in: value, called: "message") else {
          continue
        }
        yaml.checkCaptures(of: text, bound: bound)
        result[stance] = text.string
      }
      if result[own] == nil, result[.permits] == nil {
        let either = own == .permits ? "`permits`" : "`\(own.rawValue)` or `permits`"
        yaml.report("`message` has no text for \(either)", at: field.key)
      }
    } else if let text = yaml.text("message", of: fields) {
      yaml.checkCaptures(of: text, bound: bound)
      result[own] = text.string
    }
    // `permits` is what every stance without a line of its own falls back on.
    result[.permits] = result[.permits] ?? result[own]
    return result
  }

  private mutating func readTests(of fields: Fields, into rule: inout Rule) {
    rule.flags = []
    rule.passes = []
    guard let tests = yaml.map("tests", of: fields) else { return }
    let lists = yaml.fields(of: tests, required: ["flags", "passes"])
    for key in ["flags", "passes"] {
      let items = yaml.list(key, of: lists)
      if items.count == 1 { yaml.report("`\(key)` needs two sentences or more", at: lists[key]?.key) }
      for item in items {
        if key == "passes" {
          guard let sentence = yaml.text(in: item, called: key) else { continue }
          yaml.checkNoMarks(of: sentence)
          rule.passes.append(sentence.string)
        } else if let (stance, sentence) = yaml.stanced(item, in: key) {
          yaml.checkMarks(of: sentence)
          rule.flags.append(Rule.Example(sentence: sentence.string, stance: stance))
        }
      }
    }
  }
}
