import Analysis
import Clauses

/// A summary in Markdown, for the page of a job or a comment on a change.
struct SummaryReporter: LintReporter {
  /// Findings that are listed; of more there is only the count, so that the page stays one that people read.
  static let listed = 50

  private var tally = LintTally()
  private var lines: [String] = []
  private var problems: [String] = []
  private var more = 0

  mutating func report(on document: LintedDocument) -> String {
    tally.add(document.report)
    for finding in document.report.findings where document.fails(finding) {
      guard lines.count < Self.listed else {
        more += 1
        continue
      }
      let place = finding.lines.map { ":\($0.lowerBound)" } ?? ", \(finding.place.map(PlaceText.short) ?? "")"
      lines.append(
        "- `\(MarkdownText.code(document.path))\(place)` **\(finding.level.rawValue)**:"
          + " \(MarkdownText.escaped(finding.message)) (`\(MarkdownText.code(finding.rule))`)\(quote(of: finding))\n")
    }
    for problem in document.report.problems where problem.hidesText {
      addProblem(document.path, ProblemText.message(for: problem))
    }
    return ""
  }

  mutating func report(unreadable path: String, message: String) -> String {
    tally.addUnreadable()
    addProblem(LintedDocument.path(path), message)
    return ""
  }

  private func quote(of finding: Finding) -> String {
    guard !finding.quote.isEmpty, finding.kind != .missing else { return "" }
    return "<br>“\(MarkdownText.escaped(Excerpt.around(finding.quote, in: finding.sentence, limit: 200)))”"
  }

  private mutating func addProblem(_ path: String, _ message: String) {
    guard problems.count < Self.listed else { return }
    problems.append("- `\(MarkdownText.code(path))`: \(MarkdownText.escaped(message))\n")
  }

  mutating func end() -> String {
    var text = "## What the forms say\n\n"
    let documents = LintTally.counted(tally.documents, "document")
    if tally.findings == 0 {
      text += "I read \(documents) and found no clause that I know.\n"
    } else {
      text += "I read \(documents) and found \(LintTally.counted(tally.findings, "point"))"
      text += " in \(tally.documentsWithFindings) of them (\(tally.levelText)).\n"
    }
    if tally.allowed > 0 { text += "\(LintTally.counted(tally.allowed, "point")) more were allowed.\n" }
    text += "\n"
    if !problems.isEmpty {
      text += "### What could not be read (\(tally.unreadable))\n\n\(problems.joined())\n"
    }
    if !lines.isEmpty {
      text += "### What makes the check fail (\(lines.count + more))\n\n\(lines.joined())"
      text += more == 0 ? "\n" : "- and \(more) more\n\n"
    }
    if !tally.rules.isEmpty { text += ruleTable }
    return text + "\(EnglishTexts().disclaimer)\n"
  }

  private var ruleTable: String {
    "### By rule\n\n| rule | level | found | documents | what it is |\n|---|---|---:|---:|---|\n"
      + tally.sortedRules.map { id, count in
        "| `\(MarkdownText.code(id))` | \(count.level.rawValue) | \(count.findings) | \(count.documents)"
          + " | \(MarkdownText.escaped(count.title)) |\n"
      }.joined() + "\n"
  }
}
