import Analysis
import Clauses

/// A test report as JUnit writes it: a document is a suite. What makes the check fail is a failure; what does not is a
/// test that passed, with the finding as its output.
struct JUnitReporter: LintReporter {
  mutating func begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(ToolVersion.name)\">\n"
  }

  mutating func report(on document: LintedDocument) -> String {
    let path = document.path
    let errors = document.report.problems.filter(\.hidesText)
    var cases = document.report.findings.map { finding in
      let text = LineReport().line(for: finding, path: document.report.path)
      let place = finding.lines.map { "line \($0.lowerBound)" } ?? finding.place.map(PlaceText.short) ?? ""
      let quote = finding.quote.isEmpty ? "" : "\n“\(Excerpt.around(finding.quote, in: finding.quote, limit: 300))”"
      let body =
        document.fails(finding)
        ? element("failure", ["message": finding.message, "type": finding.level.rawValue], text + quote)
        : element("system-out", [:], text + quote)
      return testCase(path, "\(finding.rule), \(place)", body)
    }
    cases += errors.map { problem in
      let message = ProblemText.message(for: problem)
      return testCase(
        path, "read", element("error", ["message": message, "type": ProblemText.kind(of: problem)], message))
    }
    // A suite without a test would look as if nobody had looked.
    if cases.isEmpty { cases = [testCase(path, "no clause found that I know", "")] }
    let failures = document.report.findings.count(where: document.fails)
    return suite(path, cases, failures: failures, errors: errors.count)
  }

  mutating func report(unreadable path: String, message: String) -> String {
    let path = LintedDocument.path(path)
    let body = element("error", ["message": message, "type": "unreadable"], message)
    return suite(path, [testCase(path, "read", body)], failures: 0, errors: 1)
  }

  mutating func end() -> String { "</testsuites>\n" }

  private func suite(_ path: String, _ cases: [String], failures: Int, errors: Int) -> String {
    "  <testsuite name=\"\(XMLText.escaped(path))\" tests=\"\(cases.count)\" failures=\"\(failures)\""
      + " errors=\"\(errors)\" skipped=\"0\">\n\(cases.joined())  </testsuite>\n"
  }

  private func testCase(_ path: String, _ name: String, _ body: String) -> String {
    let start = "    <testcase classname=\"\(XMLText.escaped(path))\" name=\"\(XMLText.escaped(name))\""
    return body.isEmpty ? start + "/>\n" : "\(start)>\n      \(body)\n    </testcase>\n"
  }

  private func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) -> String {
    let list = attributes.map { " \($0.key)=\"\(XMLText.escaped($0.value))\"" }.joined()
    let lines = text.split(separator: "\n").map { XMLText.escaped(String($0)) }.joined(separator: "\n")
    return "<\(name)\(list)>\(lines)</\(name)>"
  }
}
