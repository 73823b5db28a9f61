import Analysis
import ArgumentParser
import ProjectConfiguration
import Reporters

/// `consentlint config`: what a project set.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show what a project set, and where.",
    subcommands: [Show.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what applies to a document, and where each value comes from.",
      discussion: """
        Settings are in files called \(ConfigurationFile.name), in the document's folder and the folders above it. Of \
        two that say something on the same point the nearer counts. Without a file, what applies to any document of \
        the current folder is printed.

        Example:
          consentlint config show forms/imaging.md
        """)

    @Argument(help: ArgumentHelp("The document.", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var reading: ReadingChoices

    func run() throws {
      // Any name will do for what applies to all documents of the folder.
      let path = Files.absolute(file ?? "any document")
      var projects = Projects(rules: rules, reading: reading, configurations: Configurations())
      let project = try projects.project(for: path)
      var table = SettingTable()
      table.add(project, at: path)
      Output.write("\((file ?? "Any document in this folder").printable)\n" + table.text)
      if !project.isSound { throw ExitCode.couldNotDo }
    }
  }
}

/// Settings in three columns: name, value, and where the value comes from.
struct SettingTable {
  private var rows: [(name: String, value: String, origin: String)] = []

  /// The rows for the document at `path`, which is absolute.
  mutating func add(_ project: Project, at path: String) {
    let configuration = project.configuration
    for file in configuration.files { rows.append(("file", file.path, file.isRoot ? "root" : "")) }
    add("fail-level", configuration.failLevel.map { ($0.value.rawValue, $0.origin) }, default: "warning")
    add("ignored", configuration.ignoring(path).map { ("by \($0.value)", $0.origin) }, default: "no")
    add("kind", configuration.kind(of: path), default: "found by its words")
    add("language", configuration.language(of: path), default: "found by its words")
    add("baseline", configuration.baseline.map { (Files.shown($0.value), $0.origin) }, default: "none")
    for folder in configuration.ruleFolders { add("rules", (Files.shown(folder.value), folder.origin), default: "") }
    for limit in configuration.limits {
      add("limit \(limit.value.name)", ("\(limit.value.value)", limit.origin), default: "")
    }
    for policy in configuration.policies(for: path) {
      let kinds = policy.value.kinds.map(\.value).joined(separator: ", ")
      let value = policy.value.level.rawValue + (kinds.isEmpty ? "" : " (only \(kinds))")
      add(policy.value.rule, (value, policy.origin), default: "")
    }
    let kind = configuration.kind(of: path)?.value
    let levels = project.linter.allRules.map { rule in
      (rule.id, rule.level(inKind: kind)?.rawValue ?? "off (not in this kind of document)")
    }
    for (rule, level) in levels + ProjectRules.suppressionRules.map({ ($0, "") }) {
      let set = configuration.level(of: rule, in: path)
      if set == nil, level.isEmpty { continue }
      let own = set.flatMap { level == "note" && !$0.value.rules.isExact && $0.value.level != nil ? nil : $0 }
      add("level \(rule)", own.map { ($0.value.level?.rawValue ?? "off", $0.origin) }, default: level)
    }
  }

  private mutating func add(_ name: String, _ found: Configuration.Found<String>?, default value: String) {
    rows.append((name, found?.value ?? value, found.map { "\($0.origin.path):\($0.origin.line)" } ?? "default"))
  }

  /// The rows, each a line.
  var text: String {
    let width = rows.map(\.name.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    return rows.map { row in
      let line = "  \(padded(row.name, width))  \(padded(row.value, valueWidth))  \(row.origin)"
      return (row.origin.isEmpty ? "  \(padded(row.name, width))  \(row.value)" : line).printable + "\n"
    }.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
