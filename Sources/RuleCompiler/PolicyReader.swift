import Clauses
import ProjectConfiguration
import Yams

/// Reads the `policy:` of a configuration file.
struct PolicyReader {
  private static let demands = ["require", "forbid", "require-when"]

  /// The policies that are sound, in their order.
  mutating func read(_ fields: Fields, from yaml: inout YAMLFile) -> [Located<Policy>] {
    guard let mapping = yaml.map("policy", of: fields) else { return [] }
    return mapping.compactMap { key, value in
      guard let name = yaml.text(in: key, called: "policy") else { return nil }
      guard Self.isName(name.string) else {
        yaml.report("a policy's name is made of lower-case letters, digits and hyphens", at: name.place)
        return nil
      }
      guard case .mapping(let mapping) = value else {
        yaml.report("`\(name.string)` must be a map, not \(yaml.kind(of: value))", at: value.place)
        return nil
      }
      return policy(mapping, name: name, &yaml).map { Located($0, at: name.place) }
    }
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.first != UInt8(ascii: "-")
      && name.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
      }
  }

  private func policy(_ mapping: Node.Mapping, name: LocatedText, _ yaml: inout YAMLFile) -> Policy? {
    let fields = yaml.fields(
      of: mapping, required: ["message"], optional: Self.demands + ["level", "kinds", "paths"])
    let given = Self.demands.filter { fields[$0] != nil }
    guard given.count == 1, let key = given.first else {
      let words = Self.demands.map { "`\($0)`" }.joined(separator: ", ")
      yaml.report("`\(name.string)` needs one of \(words), and only one", at: name.place)
      return nil
    }
    guard let demand = demand(key, of: fields, &yaml), let message = yaml.text("message", of: fields) else {
      return nil
    }
    return Policy(
      name: name.string, demand: demand, message: message.string,
      level: yaml.word("level", of: fields, default: .error),
      kinds: yaml.texts("kinds", of: fields).map { Located($0.string, at: $0.place) },
      paths: yaml.texts("paths", of: fields).map { PathGlob($0.string) })
  }

  private func demand(_ key: String, of fields: Fields, _ yaml: inout YAMLFile) -> Policy.Demand? {
    guard let node = fields[key]?.value else { return nil }
    guard key == "require-when" else {
      return condition(node, called: key, &yaml).map { key == "forbid" ? .forbid($0) : .require($0) }
    }
    guard case .mapping(let mapping) = node else {
      yaml.report("`\(key)` must be a map with `when` and `require`, not \(yaml.kind(of: node))", at: node.place)
      return nil
    }
    let parts = yaml.fields(of: mapping, required: ["when", "require"])
    guard let when = parts["when"], let require = parts["require"] else { return nil }
    guard let first = condition(when.value, called: "when", &yaml),
      let second = condition(require.value, called: "require", &yaml)
    else { return nil }
    return .requireWhen(first, second)
  }

  /// A rule, or a map that says more.
  private func condition(_ node: Node, called name: String, _ yaml: inout YAMLFile) -> ClauseCondition? {
    guard case .mapping(let mapping) = node else {
      return yaml.text(in: node, called: name).map {
        ClauseCondition(rules: [Located(RuleSelector($0.string), at: $0.place)])
      }
    }
    let fields = yaml.fields(of: mapping, required: ["rule"], optional: ["stance", "words", "captures"])
    let rules = yaml.texts("rule", of: fields).map { Located(RuleSelector($0.string), at: $0.place) }
    var captures: [String: [String]] = [:]
    if let mapping = yaml.map("captures", of: fields) {
      for (key, value) in mapping {
        guard let part = yaml.text(in: key, called: "captures") else { continue }
        captures[part.string] = phrases(value, called: part.string, &yaml)
      }
    }
    let condition = ClauseCondition(
      rules: rules, stances: stances(fields, &yaml),
      words: fields["words"].map { phrases($0.value, called: "words", &yaml) } ?? [], captures: captures)
    return rules.isEmpty ? nil : condition
  }

  private func stances(_ fields: Fields, _ yaml: inout YAMLFile) -> [Stance] {
    guard let field = fields["stance"] else { return [] }
    guard case .sequence(let items) = field.value else {
      return yaml.word(in: field.value, called: "stance").map { [$0] } ?? []
    }
    return items.compactMap { yaml.word(in: $0, called: "stance") }
  }

  /// A phrase or a list of phrases, each with a word in it.
  private func phrases(_ node: Node, called name: String, _ yaml: inout YAMLFile) -> [String] {
    let nodes: [Node] = if case .sequence(let items) = node { Array(items) } else { [node] }
    if nodes.isEmpty { yaml.report("`\(name)` is empty", at: node.place) }
    return nodes.compactMap { node in
      guard let text = yaml.text(in: node, called: name) else { return nil }
      guard text.string.contains(where: { $0.isLetter || $0.isNumber }) else {
        yaml.report("`\(text.string)` has no word", at: text.place)
        return nil
      }
      return text.string
    }
  }
}
