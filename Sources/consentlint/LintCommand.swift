import Analysis
import ArgumentParser
import ProjectConfiguration
import Reporters
import SourceText

/// `consentlint lint`: one line a finding, for drafters and CI.
struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case line, json }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "List the clauses in files and folders, one line each.",
    discussion: """
      Folders are walked in the order of names; hidden files and links to folders are left out. Files that you name \
      are always read. Without a path, the current folder is read; - is standard input.

      Examples:
        consentlint lint forms/
        consentlint lint --fail-on error consent.md
        consentlint lint --format json forms/ > report.json

      The exit code is 0 if nothing reaches the fail level, 1 if something does, and 2 if a file could not be read \
      (the others are still checked).
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(help: "One line a finding, or JSON for programs.")
  var format: Format = .line

  @Option(help: "The lowest level that makes the exit code 1; else the configuration's fail-level, or warning.")
  var failOn: FailLevel?

  @Option(
    help: ArgumentHelp("Leave out the findings in this list, which baseline create made.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Fail if the baseline holds findings that are no longer there.")
  var strict = false

  @Option(help: ArgumentHelp("Only findings that this git revision does not have.", valueName: "revision"))
  var since: String?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    var run = Run(rules: rules, reading: reading, kind: kind, configurations: configuration.configurations)
    var baselines = BaselineFiles(named: baseline)
    let history = try since.map(History.init(since:))
    let lines = LineReport(style: colour.style)
    var fails = false
    for path in try DocumentPaths.all(in: paths, for: &run) {
      let change = try history?.change(of: path)
      if change == .unchanged { continue }
      guard let document = run.read(path, folderHint: "") else { continue }
      let report = try run.check(document) { report, project in
        let absolute = Files.absolute(document.name)
        var report = project.rules.apply(to: report, at: absolute)
        if let history, case .changed(let old) = change {
          let before = try history.report(onOld: old, now: report, of: project, at: absolute, format: document.format)
          report = report.newSince(before)
        }
        report = try baselines.apply(to: report, at: absolute, of: project)
        let level = failOn ?? project.configuration.failLevel?.value ?? .warning
        fails = fails || report.findings.contains { level.includes($0.level) }
        return report
      }
      if format == .line { Output.write(lines.render(report)) }
    }
    if format == .json {
      Output.write(JSONReport().render(Report(documents: run.documents)))
    }
    // Against an old revision only a part of the findings is looked at.
    if strict, history == nil, complain(aboutStale: baselines) { fails = true }
    if let summary = LintSummary(documents: run.documents, failures: run.failures).text { Output.complain(summary) }
    if run.hasFailed { throw ExitCode.couldNotDo }
    if fails { throw ExitCode.findings }
  }

  /// True if a baseline holds what is no longer there; a line on standard error says of each what it is.
  private func complain(aboutStale baselines: BaselineFiles) -> Bool {
    var isStale = false
    for (path, file) in baselines.files.sorted(by: { $0.key < $1.key }) {
      for entry in file.stale.union(file.entriesOfGoneDocuments).sorted() {
        let place = "\(Files.shown(path).printable):\(file.baseline.line(of: entry))"
        Output.complain(
          "\(place): error: \(entry.path.printable) no longer has this finding of \(entry.rule.printable)."
            + " Take it out: consentlint baseline prune")
        isStale = true
      }
    }
    return isStale
  }
}

extension FailLevel: ExpressibleByArgument {}
