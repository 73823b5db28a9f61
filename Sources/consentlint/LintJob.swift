import Analysis
import ArgumentParser
import ProjectConfiguration
import Reporters
import SourceText

/// What `lint` does with one document; it can be done on any thread.
struct LintJob: Sendable {
  enum Outcome: Sendable {
    /// The document says what it said at the revision of `--since`.
    case unchanged
    case unreadable(FileError)
    /// It cannot go on; a line on standard error said why.
    case failed(ExitCode)
    case checked(LintedDocument, Project)
  }

  let path: String
  let project: Project
  let kind: String?
  let language: String?
  let reading: ReadingChoices
  let history: History?
  let failOn: FailLevel?
  /// False if no output tells what the document answers to the questions.
  let answersQuestions: Bool

  func run() -> Outcome {
    do {
      let change = history?.change(of: path)
      if change == .unchanged { return .unchanged }
      let document = try reading.document(at: path, folderHint: "")
      let absolute = Files.absolute(document.name)
      let checked = project.linter.check(
        document, kind: kind, language: language, answersQuestions: answersQuestions)
      var report = project.rules.apply(to: checked, at: absolute)
      if let history, case .changed(let old) = change {
        let before = try history.report(onOld: old, now: report, of: project, at: absolute, format: document.format)
        report = report.newSince(before)
      }
      let level = failOn ?? project.configuration.failLevel?.value ?? .warning
      return .checked(LintedDocument(report: report, bytes: document.bytes, failLevel: level.level), project)
    } catch let error as FileError {
      return .unreadable(error)
    } catch {
      return .failed(error as? ExitCode ?? .couldNotDo)
    }
  }
}
