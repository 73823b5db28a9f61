import Analysis
import ArgumentParser
import Clauses
import Reporters
import SourceText

/// `consentlint lint`: one line a finding, for drafters and CI.
struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case line, json }

  /// The lowest level that makes the exit code 1.
  enum FailLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    /// True if a finding of `level` fails the run.
    func includes(_ level: Rule.Level) -> Bool {
      Rule.Level(rawValue: rawValue).map { level >= $0 } ?? false
    }
  }

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

  @Option(help: "The lowest level that makes the exit code 1.")
  var failOn: FailLevel = .warning

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var colour: ColourOptions

  func run() throws {
    var run = try Run(rules: rules, reading: reading, kind: kind)
    let lines = LineReport(style: colour.style)
    for path in files(of: paths.isEmpty ? ["."] : paths, in: &run) {
      guard let document = run.read(path, folderHint: "") else { continue }
      let report = run.check(document)
      if format == .line { Output.write(lines.render(report)) }
    }
    if format == .json {
      Output.write(JSONReport().render(Report(documents: run.documents)))
    }
    if let summary = LintSummary(documents: run.documents, failures: run.failures).text { Output.complain(summary) }
    if run.hasFailed { throw ExitCode.couldNotDo }
    if run.documents.contains(where: { $0.findings.contains { failOn.includes($0.level) } }) {
      throw ExitCode.findings
    }
  }

  /// All files to read, each once, in order.
  private func files(of paths: [String], in run: inout Run) -> [String] {
    var seen: Set<String> = []
    var files: [String] = []
    for path in paths {
      guard path != Files.standardInput, Files.isFolder(path) else {
        if seen.insert(path).inserted { files.append(path) }
        continue
      }
      let walk = Files.walk(path, extensions: Files.documentExtensions)
      for error in walk.errors { run.fail(error) }
      if walk.files.isEmpty, walk.errors.isEmpty {
        let known = Files.documentExtensions.map { "." + $0 }.joined(separator: " ")
        run.fail(
          FileError(
            path: path, message: "There is no document in this folder (I look for \(known)). Name the file itself."))
      }
      files += walk.files.filter { seen.insert($0).inserted }
    }
    return files
  }
}
