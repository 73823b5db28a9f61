import Analysis
import ArgumentParser
import Reporters
import SourceText

/// `consentlint scan`: what a form says, for patients.
struct ScanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html, markdown }

  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Explain a form in plain words.",
    discussion: """
      Without a file, the form is read from standard input; at a terminal you can paste it.

      Examples:
        consentlint scan form.txt
        consentlint scan < form.txt
        consentlint scan --format html -o page.html form.txt   A page to read, print and take along.
        consentlint scan --format markdown form.txt
        consentlint scan --format json form.txt

      The exit code is 0 if every form could be read, else 2.
      """)

  @Argument(help: ArgumentHelp("The form's file; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: "Plain words at the terminal, a page (html, markdown), or JSON for programs.")
  var format: Format = .text

  @Flag(name: .customLong("all"), help: "Show everything, not only what fits on two screens.")
  var showsAll = false

  @OptionGroup var output: OutputChoice

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let inputs = files.isEmpty ? [Files.standardInput] : files
    if format == .html, inputs.count > 1 {
      Output.complain("--format html: error: A page is about one form. Name one file, and one page with -o.")
      throw ExitCode.couldNotDo
    }
    var run = Run(
      rules: rules, reading: reading, kind: kind, language: language, configurations: configuration.configurations,
      keepsText: format == .html || format == .markdown)
    for input in inputs {
      guard let document = run.read(input, folderHint: "Name a file in it, or use: consentlint lint FOLDER") else {
        continue
      }
      // A patient sees all that the form says: what its keeper allowed or set levels for plays no part.
      try run.check(document)
    }
    if let page = page(of: run) { try output.write(page) }
    if run.hasFailed { throw ExitCode.couldNotDo }
  }

  /// What is to be written; nil where there is nothing to show.
  private func page(of run: Run) -> String? {
    // Documents without a word are on standard error already.
    let readable = run.documents.filter { $0.facts.words > 0 || !$0.problems.contains(where: \.hidesText) }
    switch format {
    case .text:
      return PatientReport(style: output.style(colour), showsAll: showsAll).render(Report(documents: readable))
    case .json: return JSONReport().render(Report(documents: run.documents))
    case .html: return readable.first.map { HTMLReport(provenance: run.provenance).render($0) }
    case .markdown:
      guard !readable.isEmpty else { return nil }
      return MarkdownReport(provenance: run.provenance).render(Report(documents: readable))
    }
  }
}
