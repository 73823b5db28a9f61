import Analysis

/// The names that a project's configuration can use, each with what it means.
struct ConfigurationNames {
  let linter: Linter

  /// The names of a sort, in the order in which they are offered.
  func all(_ names: ConfigurationNode.Names) -> [(name: String, about: String)] {
    switch names {
    case .none: []
    case .words(let words): words.map { ($0, "") }
    case .rules: rules
    case .kinds: linter.kinds.map { ($0, "A kind of document.") }
    case .languages: Linter.builtInLanguages.map { ($0, "A language that there are rules for.") }
    case .limits: ReadingLimits.names.map { ($0, "A limit of reading.") }
    }
  }

  /// All rules, and the groups of rules.
  var rules: [(name: String, about: String)] {
    let rules = linter.allRules.map { ($0.id, $0.title) }
    let groups = Set(rules.compactMap { $0.0.split(separator: ".").first.map { "\($0).*" } }).sorted()
    return rules + groups.map { ($0, "All rules whose names begin so.") }
      + ProjectRules.suppressionRules.map { ($0, "A rule on remarks in documents.") }
  }
}
