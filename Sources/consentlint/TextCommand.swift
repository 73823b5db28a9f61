import ArgumentParser
import Readers
import Reporters
import SourceText

/// `consentlint text`: a document's text as the program reads it.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print a document's text as it is read, to check what was read.",
    discussion: """
      Works with every format: text, Markdown, HTML, Word, OpenDocument, PDF and pictures.

      Examples:
        consentlint text form.pdf
        consentlint text --blocks form.docx

      The exit code is 0 if every document could be read, else 2.
      """)

  @Argument(help: ArgumentHelp("The document; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(help: "One line a block: its number, its place, its kind, and its words.")
  var blocks = false

  @OptionGroup var reading: ReadingChoices

  func run() throws {
    let inputs = files.isEmpty ? [Files.standardInput] : files
    // Each is read, also when one before could not be.
    let unread = inputs.filter { !printText(of: $0) }
    if !unread.isEmpty { throw ExitCode.couldNotDo }
  }

  /// False if the document could not be read whole, which is reported.
  private func printText(of file: String) -> Bool {
    do throws(FileError) {
      let document = try reading.document(at: file, folderHint: "Name a file in it.")
      let result = Reader.read(document, options: reading.options())
      for problem in result.problems { Output.complain(ProblemText.line(path: document.name, problem: problem)) }
      let lines = result.rangesAreInFile ? LineIndex(document.bytes, encoding: result.encoding) : nil
      let text = DocumentText(result.text, lines: lines)
      Output.write(blocks ? text.outline() : text.plain())
      return !result.problems.contains(where: \.hidesText)
    } catch {
      Output.complain(error.line)
      return false
    }
  }
}
