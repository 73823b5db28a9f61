import Clauses
import Yams

/// Reads a file of one contradiction.
struct ConflictFile {
  private static let facts = ["since", "level", "conflict", "see"]
  private static let wording = ["title", "message", "why", "ask", "tests"]
  private static let optional = ["unless", "scope"]

  private var yaml: YAMLFile

  /// Reads the rule of the base language.
  /// - Returns: the rule, or nil with at least one diagnostic.
  static func read(_ file: RuleSourceFile, id: String) -> (rule: ConflictRule?, diagnostics: [RuleDiagnostic]) {
    var reader = ConflictFile(yaml: YAMLFile(file))
    guard let root = reader.yaml.root() else { return (nil, reader.yaml.diagnostics) }
    let fields = reader.yaml.fields(of: root, required: facts + wording, optional: optional)
    var rule = reader.wording(of: fields)
    rule.id = id
    rule.since = reader.yaml.since(of: fields)
    rule.level = reader.yaml.word("level", of: fields, default: .warning)
    (rule.first, rule.second) = reader.sides(of: fields)
    rule.see = reader.yaml.citations(of: fields)
    return (reader.yaml.diagnostics.isEmpty ? rule : nil, reader.yaml.diagnostics)
  }

  /// Reads a rule's file in another language.
  /// - Parameter original: the rule in the base language; nil where that file has faults of its own.
  static func readTranslation(
    _ file: RuleSourceFile, of original: ConflictRule?
  ) -> (rule: ConflictRule?, diagnostics: [RuleDiagnostic]) {
    var reader = ConflictFile(yaml: YAMLFile(file))
    guard let root = reader.yaml.root() else { return (nil, reader.yaml.diagnostics) }
    let fields = reader.yaml.fields(of: root, required: wording, optional: optional + facts)
    for key in facts { reader.yaml.refuseFact(key, of: fields) }
    let own = reader.wording(of: fields)
    guard var rule = original, reader.yaml.diagnostics.isEmpty else { return (nil, reader.yaml.diagnostics) }
    (rule.title, rule.unless, rule.scope, rule.message) = (own.title, own.unless, own.scope, own.message)
    (rule.why, rule.ask, rule.flags, rule.passes) = (own.why, own.ask, own.flags, own.passes)
    return (rule, [])
  }

  /// The part of a rule that is different in each language.
  private mutating func wording(of fields: Fields) -> ConflictRule {
    let tests = yaml.map("tests", of: fields).map { yaml.fields(of: $0, required: ["flags", "passes"]) }
    return ConflictRule(
      id: "", title: yaml.title(of: fields), since: "", level: .warning, first: [], second: [],
      unless: yaml.cues("unless", of: fields), scope: yaml.cues("scope", of: fields),
      message: yaml.text("message", of: fields)?.string ?? "",
      why: yaml.text("why", of: fields)?.string ?? "", ask: yaml.text("ask", of: fields)?.string ?? "", see: [],
      flags: tests.map { pairs("flags", of: $0) } ?? [], passes: tests.map { pairs("passes", of: $0) } ?? [])
  }

  private mutating func sides(of fields: Fields) -> ([ClauseSelector], [ClauseSelector]) {
    let sides = yaml.list("conflict", of: fields).map { side -> [ClauseSelector] in
      let items = if case .sequence(let list) = side { Array(list) } else { [side] }
      return items.compactMap { selector(in: $0) }
    }
    if let field = fields["conflict"], sides.count != 2 {
      yaml.report("`conflict` must have two sides: [rule, rule], or a list of rules for each", at: field.key)
    }
    return sides.count == 2 ? (sides[0], sides[1]) : ([], [])
  }

  private mutating func selector(in node: Node) -> ClauseSelector? {
    guard let text = yaml.text(in: node, called: "conflict") else { return nil }
    let selector = ClauseSelector(text.string)
    if selector == nil { yaml.report("write a rule, or a rule and a stance: ai.training permits", at: text.place) }
    return selector
  }

  /// Pairs of sentences, each a list of two.
  private mutating func pairs(_ key: String, of fields: Fields) -> [ConflictRule.Pair] {
    let items = yaml.list(key, of: fields)
    if items.count == 1 { yaml.report("`\(key)` needs two pairs or more", at: fields[key]?.key) }
    return items.compactMap { item in
      guard case .sequence(let pair) = item, pair.count == 2, let first = yaml.text(in: pair[0], called: key),
        let second = yaml.text(in: pair[1], called: key)
      else {
        yaml.report("an item of `\(key)` must be a list of two sentences", at: item.place)
        return nil
      }
      return ConflictRule.Pair(first: first.string, second: second.string)
    }
  }
}
