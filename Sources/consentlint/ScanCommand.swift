import Analysis
import ArgumentParser
import Reporters
import SourceText

/// `consentlint scan`: what a form says, for patients.
struct ScanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Explain a form in plain words.",
    discussion: """
      Without a file, the form is read from standard input; at a terminal you can paste it.

      Examples:
        consentlint scan form.txt
        consentlint scan < form.txt
        consentlint scan --format json form.txt

      The exit code is 0 if every form could be read, else 2.
      """)

  @Argument(help: ArgumentHelp("The form's file; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: "Plain words for people, or JSON for programs.")
  var format: Format = .text

  @Flag(name: .customLong("all"), help: "Show every place, not only the first three of each kind.")
  var showsAll = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    var run = Run(rules: rules, reading: reading, kind: kind, configurations: configuration.configurations)
    let inputs = files.isEmpty ? [Files.standardInput] : files
    for input in inputs {
      guard let document = run.read(input, folderHint: "Name a file in it, or use: consentlint lint FOLDER") else {
        continue
      }
      // A patient sees all that the form says: what its keeper allowed or set levels for plays no part.
      try run.check(document)
    }
    switch format {
    case .text:
      // Documents without a word are on standard error already.
      let readable = run.documents.filter { $0.facts.words > 0 || !$0.problems.contains(where: \.hidesText) }
      Output.write(PatientReport(style: colour.style, showsAll: showsAll).render(Report(documents: readable)))
    case .json:
      Output.write(JSONReport().render(Report(documents: run.documents)))
    }
    if run.hasFailed { throw ExitCode.couldNotDo }
  }
}
