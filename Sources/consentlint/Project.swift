import Analysis
import ArgumentParser
import Clauses
import ProjectConfiguration
import Reporters
import RuleCompiler

/// How the documents of one folder are checked: their configuration, and the rules that it leads to.
struct Project {
  let configuration: Configuration
  let linter: Linter
  let rules: ProjectRules
  /// False if some of the project's own rules are broken, which was reported.
  let isSound: Bool
}

/// Finds the project of each document, and keeps what it found.
struct Projects {
  private let rules: RuleOptions
  private let reading: ReadingChoices
  private var configurations: Configurations
  /// By the paths of the configuration's files.
  private var projects: [[String]: Project] = [:]

  init(rules: RuleOptions, reading: ReadingChoices, configurations: Configurations) {
    self.rules = rules
    self.reading = reading
    self.configurations = configurations
  }

  /// The project of the document at `path`, which is absolute. A configuration that is wrong ends the run: what it
  /// would have changed must not go unnoticed.
  mutating func project(for path: String) throws -> Project {
    let configuration = try configurations.configuration(for: path)
    let key = configuration.files.map(\.path)
    if let known = projects[key] { return known }
    let project = try make(configuration)
    projects[key] = project
    return project
  }

  private func make(_ configuration: Configuration) throws -> Project {
    let folders = rules.folders + (try configuration.ruleFolders.map(Self.checked))
    // What a configuration names is looked up in the rules' patterns too.
    var (linter, languages, isSound) = try Run.linter(
      rulesIn: folders, configuration.isEmpty ? .forChecking : .all)
    linter.options = reading.options(limits: configuration.limits.map { ($0.value.name, $0.value.value) })
    try Self.check(configuration, linter, languages)
    let ids = linter.allRules.map(\.id)
    return Project(
      configuration: configuration, linter: linter,
      rules: ProjectRules(configuration, rules: ids, today: Today.date), isSound: isSound)
  }

  private static func checked(_ folder: Configuration.Found<String>) throws -> String {
    if Files.isFolder(folder.value) { return Files.shown(folder.value) }
    let place = "\(folder.origin.path.printable):\(folder.origin.line)"
    throw ConfigurationError(
      lines: ["\(place): error: there is no folder of rules at \(Files.shown(folder.value).printable)"])
  }

  /// Throws what the configuration names and is not there.
  static func check(
    _ configuration: Configuration, _ linter: Linter, _ languages: [String]
  ) throws(ConfigurationError) {
    guard !configuration.isEmpty else { return }
    let faults = configuration.files.flatMap(names(in: configuration, linter, languages).faults)
    if !faults.isEmpty { throw ConfigurationError(lines: faults.map(\.description.printable)) }
  }

  /// The names that the files of `configuration` may use.
  static func names(
    in configuration: Configuration, _ linter: Linter, _ languages: [String]
  ) -> ConfigurationNames {
    ConfigurationNames(
      rules: linter.allRules.map(\.id) + ProjectRules.suppressionRules
        + configuration.files.flatMap(\.policies).map(\.value.rule), kinds: linter.kinds, languages: languages,
      limits: ReadingLimits.names, captures: captures(of: linter.rules))
  }

  /// By rule: the names that its patterns give to their parts.
  private static func captures(of rules: [Rule]) -> [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for rule in rules {
      let parts = rule.find.flatMap { $0.pattern.split(separator: "<").dropFirst() }
      names[rule.id] = Set(
        parts.compactMap { $0.contains(":") ? $0.split(separator: ":").first.map(String.init) : nil })
    }
    return names
  }
}
