import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Compares one document in several formats: are the findings the same?
struct Same: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares the findings in a document with those in the same document in other formats.")

  @Argument(help: "The document, then the same document in other formats.") var files: [String] = []
  @Flag(help: "List what differs.") var differences = false

  func run() throws {
    let linter = try Linter.builtIn()
    let reports = try files.map { file in
      linter.check(SourceDocument(name: file, bytes: [UInt8](try Data(contentsOf: URL(filePath: file)))))
    }
    guard let first = reports.first else { return }
    let expected = first.findings.map(clause)
    let quotes = first.findings.map(quote)
    var isSame = true
    print("file\tformat\tfindings\trules and stances\tquotes\tproblems")
    for report in reports {
      let clauses = report.findings.map(clause)
      let lost = expected.missing(from: clauses)
      let added = clauses.missing(from: expected)
      let kept = quotes.count - quotes.missing(from: report.findings.map(quote)).count
      isSame = isSame && lost.isEmpty && added.isEmpty
      let clauseState = lost.isEmpty && added.isEmpty ? "same" : "\(lost.count) lost, \(added.count) added"
      print(
        "\(report.path.split(separator: "/").last ?? "")\t\(report.format.rawValue)\t\(clauses.count)\t\(clauseState)"
          + "\t\(kept)/\(quotes.count)\t\(report.problems.count)")
      guard differences else { continue }
      for clause in lost { print("  - \(clause)") }
      for clause in added { print("  + \(clause)") }
      for quote in quotes.missing(from: report.findings.map(quote)) { print("  - quote \(quote)") }
    }
    if !isSame { throw ExitCode(1) }
  }

  private func clause(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.stance?.rawValue ?? "-")"
  }

  private func quote(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.quote.replacing("’", with: "'"))"
  }
}
