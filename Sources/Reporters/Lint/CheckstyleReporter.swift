import Analysis
import Clauses

/// The XML of Checkstyle, which many CI servers read.
struct CheckstyleReporter: LintReporter {
  mutating func begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
  }

  mutating func report(on document: LintedDocument) -> String {
    let findings = document.report.findings.map { finding in
      let column = finding.lines == nil ? nil : finding.start.column
      return error(
        line: finding.lines?.lowerBound ?? 1, column: column, severity: severity(of: finding.level),
        message: finding.placedMessage, source: finding.rule)
    }
    let problems = document.report.problems.map {
      error(
        line: 1, column: nil, severity: $0.hidesText ? "error" : "warning", message: ProblemText.message(for: $0),
        source: "problem.\(ProblemText.kind(of: $0))")
    }
    return file(document.path, findings + problems)
  }

  mutating func report(unreadable path: String, message: String) -> String {
    file(
      LintedDocument.path(path),
      [error(line: 1, column: nil, severity: "error", message: message, source: "problem.unreadable")])
  }

  mutating func end() -> String { "</checkstyle>\n" }

  private func file(_ path: String, _ errors: [String]) -> String {
    "  <file name=\"\(XMLText.escaped(path))\">\n\(errors.joined())  </file>\n"
  }

  private func error(line: Int, column: Int?, severity: String, message: String, source: String) -> String {
    "    <error line=\"\(line)\"\(column.map { " column=\"\($0)\"" } ?? "") severity=\"\(severity)\""
      + " message=\"\(XMLText.escaped(message))\" source=\"\(ToolVersion.name).\(XMLText.escaped(source))\"/>\n"
  }

  private func severity(of level: Rule.Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
