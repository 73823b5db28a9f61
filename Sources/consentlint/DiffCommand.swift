import Analysis
import ArgumentParser
import Reporters
import SourceText

/// `consentlint diff`: what a new version of a form newly lets others do, and what it took away.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, html }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of a form by what they mean.",
    discussion: """
      Both can be in any format that can be read. Clauses that were only moved or reworded are counted, not listed.

      Examples:
        consentlint diff form-v7.docx form-v8.docx
        consentlint diff --format html -o changes.html old.pdf new.docx

      The exit code is 0 if nothing was lost for the patient, 1 if something was (a new risk, a promise or a choice \
      that is gone, a clause that turned for the worse), and 2 if the versions could not be compared.
      """)

  @Argument(help: ArgumentHelp("The old version.", valueName: "old"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("The new version; - is standard input.", valueName: "new"), completion: .file())
  var new: String

  @Option(help: "Plain words, JSON for programs, Markdown, or a web page with both side by side.")
  var format: Format = .text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file instead.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .customLong("all"), help: "Show each place, and what was moved or reworded.")
  var showsAll = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var colour: ColourOptions

  func validate() throws {
    guard old != Files.standardInput || new != Files.standardInput else {
      throw ValidationError("Only one of the two versions can be standard input.")
    }
  }

  func run() throws {
    var run = Run(
      rules: rules, reading: reading, kind: kind, language: language, configurations: configuration.configurations)
    let hint = "Name a file in it."
    let documents = [old, new].map { run.read($0, folderHint: hint) }
    guard let before = documents[0], let after = documents[1] else { throw ExitCode.couldNotDo }
    let comparison = try run.compare(before, after)
    // What was not read cannot be said to be gone.
    guard !run.hasFailed else { throw ExitCode.couldNotDo }
    try write(render(comparison))
    if comparison.hasLoss { throw ExitCode.findings }
  }

  private func render(_ comparison: Comparison) -> String {
    switch format {
    case .text:
      let style = output == nil ? colour.style : Style(colour: colour.color == .always)
      return DiffReport(style: style, showsAll: showsAll).render(comparison)
    case .json: return DiffJSON().render(comparison)
    case .markdown: return DiffMarkdown().render(comparison)
    case .html: return DiffWebPage().render(comparison)
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return Output.write(text) }
    do throws(FileError) {
      try WholeFile.write(Array(text.utf8), to: output)
    } catch {
      Output.complain(error.line)
      throw ExitCode.couldNotDo
    }
  }
}
