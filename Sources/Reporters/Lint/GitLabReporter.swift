import Analysis
import Clauses
import SourceText

/// A code quality report of GitLab: a list that the page of a merge request shows.
struct GitLabReporter: LintReporter {
  private var isFirst = true

  mutating func begin() -> String { "[" }

  mutating func report(on document: LintedDocument) -> String {
    let findings = document.report.findings.map { finding in
      entry(
        rule: finding.rule, message: finding.placedMessage, severity: severity(of: finding.level),
        fingerprint: "\(document.path)\n\(finding.fingerprint)", path: document.path, lines: finding.lines ?? 1...1)
    }
    let problems = document.report.problems.map { problem in
      entry(
        rule: "problem.\(ProblemText.kind(of: problem))", message: ProblemText.message(for: problem),
        severity: problem.hidesText ? "critical" : "minor",
        fingerprint: "\(document.path)\n\(ProblemText.message(for: problem))", path: document.path, lines: 1...1)
    }
    return (findings + problems).joined()
  }

  mutating func report(unreadable path: String, message: String) -> String {
    let path = LintedDocument.path(path)
    return entry(
      rule: "problem.unreadable", message: message, severity: "critical", fingerprint: "\(path)\nunreadable",
      path: path, lines: 1...1)
  }

  mutating func end() -> String { "\n]\n" }

  private func severity(of level: Rule.Level) -> String {
    switch level {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }

  /// - Parameter fingerprint: of what stands for the entry in the whole list; GitLab drops a second one of the same.
  private mutating func entry(
    rule: String, message: String, severity: String, fingerprint: String, path: String, lines: ClosedRange<Int>
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("description")
      json.string(message)
      json.key("check_name")
      json.string(rule)
      json.key("fingerprint")
      json.string(String(SHA256.hexadecimal(Array(fingerprint.utf8)).prefix(32)))
      json.key("severity")
      json.string(severity)
      json.key("location")
      json.object { json in
        json.key("path")
        json.string(path)
        json.key("lines")
        json.object { json in
          json.key("begin")
          json.integer(lines.lowerBound)
          json.key("end")
          json.integer(lines.upperBound)
        }
      }
    }
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + json.text
  }
}
