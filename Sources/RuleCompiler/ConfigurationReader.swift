import Clauses
import ProjectConfiguration
import Yams

/// Reads a project's configuration file.
public struct ConfigurationReader {
  var yaml: YAMLFile
  private var file: ConfigurationFile

  /// What the file `source` says.
  ///
  /// - Parameters:
  ///   - source: the file; its path is what messages name.
  ///   - folder: the absolute path of its folder.
  /// - Returns: all that is sound in it, and what is not, sorted by place. Names of rules, kinds, languages and limits
  ///   are not looked up: see `ConfigurationNames`.
  public static func read(
    _ source: RuleSourceFile, folder: String
  ) -> (file: ConfigurationFile, diagnostics: [RuleDiagnostic]) {
    var reader = ConfigurationReader(
      yaml: YAMLFile(source), file: ConfigurationFile(path: source.path, folder: folder))
    reader.read()
    return (reader.file, reader.yaml.diagnostics.sorted(by: RuleDiagnostic.isBefore))
  }

  /// The keys, in the order in which the documentation has them.
  static let keys = [
    "root", "fail-level", "ignore", "kinds", "languages", "levels", "off", "policy", "rules", "baseline", "limits",
  ]

  private mutating func read() {
    guard let root = yaml.root(called: "a configuration", mayBeEmpty: true) else { return }
    let fields = yaml.fields(of: root, required: [], optional: Self.keys)
    file.isRoot = truth("root", of: fields)
    if let field = fields["fail-level"], let level: FailLevel = yaml.word(in: field.value, called: "fail-level") {
      file.failLevel = Located(level, at: field.value.place)
    }
    file.baseline = yaml.text("baseline", of: fields).map { Located($0.string, at: $0.place) }
    file.ruleFolders = yaml.texts("rules", of: fields).map { Located($0.string, at: $0.place) }
    file.ignored = yaml.texts("ignore", of: fields).map { Located(PathGlob($0.string), at: $0.place) }
    file.kinds = choices("kinds", of: fields)
    file.languages = choices("languages", of: fields)
    readLevels(fields)
    readOff(fields)
    readLimits(fields)
    var policies = PolicyReader()
    file.policies = policies.read(fields, from: &yaml)
  }

  private mutating func truth(_ key: String, of fields: Fields) -> Bool {
    guard let text = yaml.text(key, of: fields) else { return false }
    if text.string != "true", text.string != "false" {
      yaml.report("`\(key)` must be true or false, not `\(text.string)`", at: text.place)
    }
    return text.string == "true"
  }

  /// A map of path patterns to names.
  private mutating func choices(_ key: String, of fields: Fields) -> [Located<ConfigurationFile.PathChoice>] {
    guard let mapping = yaml.map(key, of: fields) else { return [] }
    return mapping.compactMap { pattern, value in
      guard let glob = yaml.text(in: pattern, called: key), let name = yaml.text(in: value, called: glob.string) else {
        return nil
      }
      return Located(.init(paths: PathGlob(glob.string), value: name.string), at: name.place)
    }
  }

  // MARK: Levels

  /// A rule's level, with the word for none.
  private enum LevelWord: String, CaseIterable {
    case error, warning, note, off

    var level: Rule.Level? { Rule.Level(rawValue: rawValue) }
  }

  /// A map of rules to a level, to a map with `level` and `paths`, or to a list of such maps.
  private mutating func readLevels(_ fields: Fields) {
    guard let mapping = yaml.map("levels", of: fields) else { return }
    for (key, value) in mapping {
      guard let rules = yaml.text(in: key, called: "levels") else { continue }
      switch value {
      case .sequence(let items):
        if items.isEmpty { yaml.report("`\(rules.string)` is empty", at: rules.place) }
        for item in items { readLevel(item, of: rules) }
      default: readLevel(value, of: rules)
      }
    }
  }

  private mutating func readLevel(_ node: Node, of rules: LocatedText) {
    var paths: [PathGlob] = []
    var word = node
    if case .mapping(let mapping) = node {
      let fields = yaml.fields(of: mapping, required: ["level"], optional: ["paths"])
      guard let level = fields["level"] else { return }
      word = level.value
      paths = yaml.texts("paths", of: fields).map { PathGlob($0.string) }
    }
    guard let level: LevelWord = yaml.word(in: word, called: rules.string) else { return }
    let change = ConfigurationFile.LevelChange(rules: RuleSelector(rules.string), level: level.level, paths: paths)
    file.levels.append(Located(change, at: rules.place))
  }

  /// Rules that are off; the same as the level `off`.
  private mutating func readOff(_ fields: Fields) {
    for rules in yaml.texts("off", of: fields) {
      file.levels.append(Located(.init(rules: RuleSelector(rules.string), level: nil), at: rules.place))
    }
  }

  private mutating func readLimits(_ fields: Fields) {
    guard let mapping = yaml.map("limits", of: fields) else { return }
    for (key, value) in mapping {
      guard let name = yaml.text(in: key, called: "limits"), let number = yaml.text(in: value, called: name.string)
      else { continue }
      guard let value = Int(number.string), value > 0 else {
        yaml.report("`\(name.string)` must be a whole number above 0, not `\(number.string)`", at: number.place)
        continue
      }
      file.limits.append(Located(.init(name: name.string, value: value), at: name.place))
    }
  }
}

extension Located {
  init(_ value: Value, at place: Place) {
    self.init(value, line: place.line, column: place.column)
  }
}
