import Analysis
import Clauses

/// Workflow commands of GitHub Actions: each finding becomes a note at its line in the view of a change.
struct GitHubReporter: LintReporter {
  mutating func report(on document: LintedDocument) -> String {
    let problems = document.report.problems.map {
      command($0.hidesText ? "error" : "warning", [("file", document.path)], ProblemText.message(for: $0))
    }
    return (document.report.findings.map { command(for: $0, path: document.path) } + problems).joined()
  }

  mutating func report(unreadable path: String, message: String) -> String {
    command("error", [("file", LintedDocument.path(path))], message)
  }

  private func command(for finding: Finding, path: String) -> String {
    var properties = [("file", path)]
    if let lines = finding.lines {
      properties += [("line", String(lines.lowerBound)), ("endLine", String(lines.upperBound))]
      // Columns over more than one line are refused.
      if lines.count == 1 {
        let end = max(finding.start.column, finding.end.column)
        properties += [("col", String(finding.start.column)), ("endColumn", String(end))]
      }
    }
    properties.append(("title", "\(finding.rule): \(finding.title)"))
    let name =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    return command(name, properties, finding.placedMessage)
  }

  private func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
    let list = properties.map { "\($0.0)=\(escaped($0.1.printable, isProperty: true))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(message.printable, isProperty: false))\n"
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    // By scalars: a sign with an accent over it is a character of its own.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
