/// The forms that `lint` can answer in.
public enum LintFormat: String, Sendable, CaseIterable {
  /// One line a finding, as compilers write it.
  case line
  /// The same with the sentence and the words marked.
  case full
  case json
  /// JSON Lines: a document a line.
  case jsonl
  case sarif
  /// Annotations of GitHub Actions.
  case github
  /// A code quality report of GitLab.
  case gitlab
  case junit
  case checkstyle
  /// The diagnostic format of reviewdog.
  case rdjson
  /// A summary for the page of a job.
  case markdown
  /// How often each rule was found.
  case statistics

  /// True for the formats that tell what a document answers to the questions.
  public var showsQuestions: Bool { self == .json || self == .jsonl }

  /// - Parameter style: for the formats that people read.
  public func reporter(style: Style = Style()) -> any LintReporter {
    switch self {
    case .line: LineReporter(style: style)
    case .full: FullReporter(style: style)
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .junit: JUnitReporter()
    case .checkstyle: CheckstyleReporter()
    case .rdjson: ReviewdogReporter()
    case .markdown: SummaryReporter()
    case .statistics: StatisticsReporter()
    }
  }
}
