import ArgumentParser
import ProjectConfiguration
import Reporters

/// `consentlint lint`: the findings of files and folders, for drafters and CI.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "List the clauses in files and folders, for people and for CI.",
    discussion: """
      Folders are walked in the order of names; hidden files and links to folders are left out. Files that you name \
      are always read. Without a path, the current folder is read; - is standard input.

      Examples:
        consentlint lint forms/
        consentlint lint --fail-on error consent.md
        consentlint lint --format full consent.md
        consentlint lint -o sarif=out.sarif -o markdown=summary.md forms/
        find old -name '*.txt' | consentlint lint --files-from - --format jsonl

      The exit code is 0 if nothing reaches the fail level, 1 if something does, and 2 if a file could not be read \
      (the others are still checked).
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to print.",
      discussion: """
        For people: line (one line a finding), full (with the sentence), markdown (for the page of a job), statistics. \
        For programs: json, jsonl (a document a line), sarif, github, gitlab, junit, checkstyle, rdjson (reviewdog).
        """, valueName: "format"))
  var format: LintFormat = .line

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Also write this format into a file, whole or not at all, as in sarif=out.sarif. May be given several times.",
      valueName: "format=file"), transform: LintOutputFile.init(parsing:))
  var outputs: [LintOutputFile] = []

  @Flag(help: "Print how often each rule was found, instead of the findings.")
  var statistics = false

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

  @Option(
    help: ArgumentHelp("Read the paths from this list, one a line; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Check so many documents at once; the default is one a processor.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Go on: check what changes, until Ctrl-C.")
  var watch = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colour: ColourOptions

  /// What standard output gets.
  var standardFormat: LintFormat { statistics ? .statistics : format }

  var jobCount: Int { jobs ?? Processors.count }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): I need at least 1.") }
    if filesFrom == Files.standardInput, paths.contains(Files.standardInput) {
      throw ValidationError("Standard input can be a list of paths or a form, not both.")
    }
    if statistics, format != .line {
      throw ValidationError("--statistics and --format both say what to print. Use: --format statistics")
    }
    let written = outputs.map { Files.absolute($0.path) }
    for (index, path) in written.enumerated() {
      let shown = outputs[index].path.printable
      if written[..<index].contains(path) { throw ValidationError("Two outputs go to \(shown): one would be lost.") }
      if paths.contains(where: { WholeFile.isSame($0, path) }) {
        throw ValidationError("\(shown) is a form to be read: I do not write over it.")
      }
    }
    guard watch else { return }
    let needsLines = ![.line, .full].contains(standardFormat)
    if needsLines || !outputs.isEmpty || filesFrom != nil || since != nil || paths.contains(Files.standardInput) {
      throw ValidationError("--watch works with files and folders, and with --format line or full.")
    }
  }

  func run() throws {
    if watch { try LintWatch(self).run() }
    let code = try LintPass(self).run(paths, list: filesFrom)
    if code != .success { throw code }
  }
}

extension FailLevel: ExpressibleByArgument {}
