import Analysis
import ArgumentParser
import Reporters

/// `consentlint baseline`: what a project accepted, so that it is told of new findings only.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keep a list of the findings that were accepted, so that lint tells only of new ones.",
    discussion: """
      The list is a file of one finding a line: path, rule, stance and a fingerprint of the sentence. It holds no text \
      of a form. Edits elsewhere in a form change nothing in it. The key baseline: in .consentlint.yaml says where it \
      is; else it is \(BaselineFile.usualName) in the current folder.

      Examples:
        consentlint baseline create forms/
        consentlint baseline update forms/
        consentlint lint --strict forms/       Fails if the list holds what is no longer there.
      """,
    subcommands: [Create.self, Update.self, Prune.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Accept all that lint finds now; begins a new list.")
    @Flag(help: "Write over a list that is there.") var force = false
    @OptionGroup var choices: BaselineChoices

    func run() throws {
      try choices.run { file, findings in
        if !force, Files.exists(file.path) {
          let message = "There is a baseline already. To add to it: baseline update. To begin anew: --force."
          Output.complain(FileError(path: Files.shown(file.path), message: message).line)
          throw ExitCode.couldNotDo
        }
        return Baseline(findings.values.reduce(into: []) { $0.formUnion($1) })
      }
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept what is new in these forms, and take out what is no longer there.")
    @OptionGroup var choices: BaselineChoices

    func run() throws {
      try choices.run { file, findings in
        var file = try BaselineFile(reading: file.path)
        file.baseline.remove(file.entriesOfGoneDocuments)
        for (name, entries) in findings {
          file.baseline.remove(file.baseline.entries(for: name))
          file.baseline.add(entries)
        }
        return file.baseline
      }
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out what is no longer there; accept nothing new.")
    @OptionGroup var choices: BaselineChoices

    func run() throws {
      try choices.run { file, findings in
        var file = try BaselineFile(reading: file.path)
        file.baseline.remove(file.entriesOfGoneDocuments)
        for (name, entries) in findings {
          file.baseline.remove(file.baseline.entries(for: name).subtracting(entries))
        }
        return file.baseline
      }
    }
  }
}

/// What all parts of `baseline` share: which documents, and which list.
struct BaselineChoices: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("The list's file.", valueName: "file"), completion: .file())
  var baseline: String?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions

  /// Checks the documents, and writes what `change` makes of each list.
  ///
  /// - Parameter change: gets a list's file, and what each document has by the name that the list has for it. Documents
  ///   that could not be read whole are not among them.
  func run(
    _ change: (BaselineFile, _ findings: [String: Set<Baseline.Entry>]) throws -> Baseline
  ) throws {
    var run = Run(
      rules: rules, reading: reading, kind: kind, language: language, configurations: configuration.configurations)
    let lists = BaselineFiles(named: baseline)
    var found: [String: [String: Set<Baseline.Entry>]] = [:]
    for path in try DocumentPaths.all(in: paths, for: &run) {
      guard let document = run.read(path, folderHint: "") else { continue }
      let absolute = Files.absolute(path)
      try run.check(document) { report, project in
        let report = project.rules.apply(to: report, at: absolute)
        let list = BaselineFile(newAt: lists.path(for: project) ?? Files.absolute(BaselineFile.usualName))
        let name = list.name(of: absolute)
        let isWhole = !report.problems.contains(where: \.hidesText)
        found[list.path, default: [:]][name] = isWhole ? Baseline.entries(of: report, path: name) : nil
        return report
      }
    }
    for (path, findings) in found.sorted(by: { $0.key < $1.key }) {
      try Files.locked(folderOf: path) {
        try write(try change(BaselineFile(newAt: path), findings), to: path)
      }
    }
    if run.hasFailed { throw ExitCode.couldNotDo }
  }

  private func write(_ baseline: Baseline, to path: String) throws {
    do throws(FileError) {
      try Files.replace(path, with: baseline.text)
    } catch {
      Output.complain(FileError(path: Files.shown(path), message: error.message).line)
      throw ExitCode.couldNotDo
    }
    let count = baseline.entries.count
    Output.write("\(Files.shown(path).printable): \(count) finding\(count == 1 ? " is" : "s are") accepted.\n")
  }
}
