import Analysis
import ArgumentParser
import Reporters

/// `lint` over documents, once: checks them on several threads and writes what was found in the order of the documents.
final class LintPass {
  private enum Step: Sendable {
    case document(LintJob)
    /// A file or folder that could not be read, which was reported.
    case unreadable(FileError)
  }

  private enum StepOutcome: Sendable {
    case document(LintJob.Outcome)
    case unreadable(FileError)
  }

  private let command: LintCommand
  private let history: History?
  private var run: Run
  private var baselines: BaselineFiles
  private var outputs: LintOutputs
  private var tally = LintTally()
  private var fails = false

  init(_ command: LintCommand) throws {
    self.command = command
    run = Run(
      rules: command.rules, reading: command.reading, kind: command.kind, language: command.language,
      configurations: command.configuration.configurations)
    baselines = BaselineFiles(named: command.baseline)
    history = try command.since.map(History.init(since:))
    outputs = try LintOutputs(
      standard: command.standardFormat, style: command.colour.style, files: command.outputs)
  }

  /// Checks the documents that `paths` and the list stand for, and gives the exit code.
  func run(_ paths: [String], list: String? = nil) throws -> ExitCode {
    var source = try PathSource(paths, list: list, for: &run)
    var steps: [Step] = []
    let work = OrderedWork<Step, StepOutcome>(jobs: command.jobCount) { step in
      switch step {
      case .document(let job): .document(job.run())
      case .unreadable(let error): .unreadable(error)
      }
    }
    try work.run {
      if steps.isEmpty { steps = try nextSteps(from: &source) }
      return steps.isEmpty ? nil : steps.removeFirst()
    } deliver: { outcome in
      switch outcome {
      case .document(let outcome): try take(outcome)
      case .unreadable(let error): try take(error)
      }
      return outputs.isWanted
    }
    try outputs.end()
    return exitCode
  }

  /// The next document, and before it what could not be read on the way to it; empty at the end.
  private func nextSteps(from source: inout PathSource) throws -> [Step] {
    let path = try source.next(for: &run)
    let errors = run.takeFileErrors().map(Step.unreadable)
    guard let path else { return errors }
    let project = try run.project(for: path)
    let job = LintJob(
      path: path, project: project, kind: run.kind(of: path, in: project),
      language: run.language(of: path, in: project), reading: command.reading, history: history,
      failOn: command.failOn,
      answersQuestions: ([command.standardFormat] + command.outputs.map(\.format)).contains(where: \.showsQuestions))
    return errors + [.document(job)]
  }

  private func take(_ error: FileError) throws {
    tally.addUnreadable()
    try outputs.add(error)
  }

  private func take(_ outcome: LintJob.Outcome) throws {
    switch outcome {
    case .unchanged: return
    case .failed(let code): throw code
    case .unreadable(let error):
      run.fail(error)
      _ = run.takeFileErrors()
      try take(error)
    case .checked(var document, let project):
      let absolute = Files.absolute(document.report.path)
      document.report = try baselines.apply(to: document.report, at: absolute, of: project)
      run.note(document.report)
      tally.add(document.report)
      fails = fails || document.hasFailures
      try outputs.add(document)
    }
  }

  private var exitCode: ExitCode {
    // Against an old revision only a part of the findings is looked at.
    let isStale = command.strict && history == nil && complainAboutStaleEntries()
    if let summary = LintSummary(tally, failures: run.failures).text { Output.complain(summary) }
    if run.hasFailed { return .couldNotDo }
    return fails || isStale ? .findings : .success
  }

  /// True if a baseline holds what is no longer there; a line on standard error says of each what it is.
  private func complainAboutStaleEntries() -> Bool {
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
