import Analysis
import ArgumentParser
import Reporters

/// `consentlint letter`: a letter that asks, for patients.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Write a letter that quotes the form and asks.",
    discussion: """
      The letter can ask for these things; without --ask, those are taken that the form gives a reason for:
        opt-out             not to use your data in the way that the form allows
        recipients          a list of those outside who get your data
        de-identification   how your name is taken off
        access-log          who opened your records

      Read the letter before you send it, and fill in the blanks.

      Examples:
        consentlint letter form.txt
        consentlint letter --ask opt-out,access-log -o letter.docx form.pdf

      The exit code is 0 if a letter was written, else 2.
      """)

  @Argument(help: ArgumentHelp("The form's file; - is standard input.", valueName: "file"), completion: .file())
  var file: String = Files.standardInput

  @Option(
    name: .customLong("ask"),
    help: ArgumentHelp("What to ask for, with commas between.", valueName: "names"))
  var names: String?

  @OptionGroup var output: OutputChoice
  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    let chosen = try chosenAsks()
    let isWord = try writesWord()
    var run = Run(
      rules: rules, reading: reading, kind: kind, language: language, configurations: configuration.configurations)
    guard let document = run.read(file, folderHint: "Name a file in it.") else { throw ExitCode.couldNotDo }
    let report = try run.check(document)
    // The reason is on standard error already.
    guard report.facts.words > 0 else { throw ExitCode.couldNotDo }
    let asks = chosen ?? LetterAsk.reasoned(by: report)
    guard !asks.isEmpty else {
      Output.complain(
        ProblemText.line(
          path: report.path,
          message: "I found nothing in this form to ask about. To write a letter all the same, add --ask \(Self.known)."
        ))
      throw ExitCode.couldNotDo
    }
    let letter = Letter(report, asks: asks)
    if isWord { try output.write(LetterDOCX.render(letter)) } else { try output.write(LetterText.render(letter)) }
    if run.hasFailed { throw ExitCode.couldNotDo }
  }

  private static let known = LetterAsk.allCases.map(\.rawValue).joined(separator: ",")

  /// What was asked for with `--ask`, in the order of a letter; nil without it.
  private func chosenAsks() throws -> [LetterAsk]? {
    guard let names else { return nil }
    var asks: Set<LetterAsk> = []
    for name in names.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let ask = LetterAsk(rawValue: name) else {
        Output.complain("--ask: error: I do not know “\(name.printable)”. Choose from \(Self.known).")
        throw ExitCode.couldNotDo
      }
      asks.insert(ask)
    }
    return LetterAsk.allCases.filter(asks.contains)
  }

  /// True for a Word document; a file of another kind of document would not be one.
  private func writesWord() throws -> Bool {
    guard let path = output.path, let dot = path.lastIndex(of: ".") else { return false }
    let ending = path[path.index(after: dot)...].lowercased()
    if ["doc", "odt", "pdf", "rtf"].contains(ending) {
      Output.complain(
        ProblemText.line(path: path, message: "I write letters as text (.txt) or for Word (.docx). Choose one of them.")
      )
      throw ExitCode.couldNotDo
    }
    return ending == "docx"
  }
}
