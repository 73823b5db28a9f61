import Analysis
import ArgumentParser
import Readers
import Reporters
import SourceText

/// `consentlint annotate`: a copy of a Word document with a comment at each clause, for legal staff.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Write a copy of a Word document with comments on its clauses.",
    discussion: """
      Each comment stands at the exact words. Nothing else in the document changes: its text, styles, tracked changes \
      and the comments of others stay. A second run on the copy updates the comments of the first.

      Example:
        consentlint annotate form.docx -o form-with-comments.docx

      The exit code is 0 if the copy was written, else 2.
      """)

  @Argument(help: ArgumentHelp("The Word document (DOCX).", valueName: "file"), completion: .file())
  var file: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The copy to write.", valueName: "file"), completion: .file())
  var output: String

  @OptionGroup var rules: RuleOptions
  @OptionGroup var kind: KindChoice
  @OptionGroup var language: LanguageChoice
  @OptionGroup var reading: ReadingChoices
  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    guard !WholeFile.isSame(file, output) else {
      throw stop(output, "This is the document itself. Give the copy a name of its own with -o.")
    }
    var run = Run(
      rules: rules, reading: reading, kind: kind, language: language, configurations: configuration.configurations)
    guard let document = run.read(file, folderHint: "Name a file in it.") else { throw ExitCode.couldNotDo }
    let report = try run.check(document)
    guard report.format == .docx else { throw stop(file, Self.advice(for: report.format, file: file)) }
    guard !run.hasFailed else { throw ExitCode.couldNotDo }
    let annotated = try annotate(document, report)
    do throws(FileError) {
      try WholeFile.write(annotated.bytes, to: output)
    } catch {
      Output.complain(error.line)
      throw ExitCode.couldNotDo
    }
    Output.write(summary(of: annotated, report.findings))
  }

  private func annotate(_ document: SourceDocument, _ report: DocumentReport) throws -> AnnotatedDocument {
    let (findings, language) = (report.findings, report.language)
    let comments = findings.map { comment(on: $0, language, quotes: false) }
    do throws(AnnotationFailure) {
      let limits = reading.options().limits
      let annotated = try WordAnnotator.annotate(document.bytes, with: comments, limits: limits)
      guard !annotated.nearby.isEmpty else { return annotated }
      // A comment that cannot stand at its words has to quote them.
      let nearby = Set(annotated.nearby)
      let quoting = findings.enumerated().map { comment(on: $1, language, quotes: nearby.contains($0)) }
      return try WordAnnotator.annotate(document.bytes, with: quoting, limits: limits)
    } catch {
      throw stop(file, Self.message(for: error))
    }
  }

  private func comment(on finding: Finding, _ language: String, quotes: Bool) -> WordComment {
    let last = WordAnnotator.lastLine(rule: finding.rule, mark: finding.fingerprint)
    return WordComment(
      range: TextRange(start: finding.start.byte, end: finding.end.byte),
      paragraphs: WordCommentText.paragraphs(for: finding, language: language, quotes: quotes) + [last],
      mark: finding.fingerprint)
  }

  // MARK: Words

  /// What was done, in a line; then each clause that has no comment.
  private func summary(of annotated: AnnotatedDocument, _ findings: [Finding]) -> String {
    let total = annotated.added + annotated.kept
    var line = "\(output.printable): \(total) comment\(total == 1 ? "" : "s")"
    if annotated.kept > 0 { line += ", of which \(annotated.kept) from before" }
    if annotated.removed > 0 { line += "; \(annotated.removed) of an earlier run taken out" }
    line += ".\n"
    for index in annotated.unplaced {
      let finding = findings[index]
      line +=
        "No comment on “\(finding.quote.printable)” [\(finding.rule)]: it stands in a header or footer, where Word"
        + " allows none.\n"
    }
    return line
  }

  private static func advice(for format: DocumentFormat, file: String) -> String {
    switch format {
    case .odt: "Comments go into Word documents (DOCX) only. Save it as DOCX first."
    default:
      "Comments go into Word documents (DOCX) only. For this one there is a page with its words marked:"
        + " \(ToolVersion.name) scan --format html \(file.printable)"
    }
  }

  private static func message(for failure: AnnotationFailure) -> String {
    switch failure {
    case .unreadable: "I could not read all of this document. Open it in Word, save it again, and try once more."
    case .unusual:
      "This document is written in a way that I cannot change safely. Open it in Word, save it again, and try once more."
    case .packing: "I could not put the new document together. Open it in Word, save it again, and try once more."
    }
  }

  private func stop(_ path: String, _ message: String) -> ExitCode {
    Output.complain(ProblemText.line(path: path, message: message))
    return ExitCode.couldNotDo
  }
}
