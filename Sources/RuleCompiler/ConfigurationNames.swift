import ProjectConfiguration

/// The names that a configuration may use, to find those that are none.
public struct ConfigurationNames: Sendable {
  /// Ids of rules, those that policies make among them.
  public var rules: [String]
  public var kinds: [String]
  /// Language codes that there are rules for.
  public var languages: [String]
  public var limits: [String]
  /// By rule: the names of the parts of its patterns. Rules that are not there are not checked.
  public var captures: [String: Set<String>]

  public init(
    rules: [String], kinds: [String], languages: [String], limits: [String], captures: [String: Set<String>] = [:]
  ) {
    self.rules = rules
    self.kinds = kinds
    self.languages = languages
    self.limits = limits
    self.captures = captures
  }

  /// What `file` names and there is not, sorted by place.
  public func faults(in file: ConfigurationFile) -> [RuleDiagnostic] {
    var faults: [RuleDiagnostic] = []
    func report<Value>(_ message: String, at place: Located<Value>) {
      faults.append(RuleDiagnostic(path: file.path, line: place.line, column: place.column, message: message))
    }
    func check<Value>(_ name: String, in names: [String], called what: String, at place: Located<Value>) {
      guard !names.contains(name) else { return }
      report("there is no \(what) `\(name)`\(names.hint(for: name))", at: place)
    }
    for change in file.levels { checkRules(change.value.rules) { report($0, at: change) } }
    for kind in file.kinds { check(kind.value.value, in: kinds, called: "kind of document", at: kind) }
    for language in file.languages {
      check(language.value.value, in: languages, called: "set of rules for the language", at: language)
    }
    for limit in file.limits { check(limit.value.name, in: limits, called: "limit", at: limit) }
    for policy in file.policies {
      for kind in policy.value.kinds { check(kind.value, in: kinds, called: "kind of document", at: kind) }
      for condition in policy.value.conditions {
        for rule in condition.rules {
          checkRules(rule.value) { report($0, at: rule) }
          for name in condition.captures.keys.sorted() where !hasPart(name, rule.value) {
            report("no pattern of `\(rule.value.source)` has a part that is called `\(name)`", at: rule)
          }
        }
      }
    }
    return faults.sorted(by: RuleDiagnostic.isBefore)
  }

  private func checkRules(_ selector: RuleSelector, report: (String) -> Void) {
    guard !rules.contains(where: selector.includes) else { return }
    if selector.isExact {
      let near = rules.nearest(to: selector.source) ?? sameEnd(selector.source)
      report("there is no rule `\(selector.source)`\(near.map { "; did you mean `\($0)`?" } ?? "; see: rules list")")
    } else {
      let groups = Set(rules.compactMap { $0.split(separator: ".").first.map { "\($0).*" } }).sorted()
      report("no rule is called like `\(selector.source)`\(groups.hint(for: selector.source))")
    }
  }

  /// The rule whose name is right and whose group is not.
  private func sameEnd(_ id: String) -> String? {
    let end = id.split(separator: ".").last.map { ".\($0)" } ?? id
    return rules.first { $0.hasSuffix(end) }
  }

  private func hasPart(_ name: String, _ selector: RuleSelector) -> Bool {
    let known = rules.filter(selector.includes).compactMap { captures[$0] }
    return known.isEmpty || known.contains { $0.contains(name) }
  }
}
