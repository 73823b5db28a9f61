import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Runs pairs of sentences that contradict each other or only seem to, and lists the pairs in real forms.
struct Conflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts contradictions in pairs of sentences, and lists those in real forms.",
    discussion: "A row of the table is `conflict` or `no`, and two sentences, parted by tabs.")

  @OptionGroup var folder: RulesFolder
  @Option(help: "Table of pairs.") var pairs = "Tests/Conflicts/pairs.tsv"
  @Option(help: "Folder of real forms, whose contradictions are listed.") var forms: String?
  @Flag(help: "List what came out wrong.") var errors = false

  func run() throws {
    let (linter, _) = try folder.linter()
    if let forms { return try list(forms, linter) }
    var score = Score()
    for row in try String(contentsOfFile: pairs, encoding: .utf8).split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { throw ValidationError("\(pairs): not three cells: \(row)") }
      let filler = RuleExamples.filler
      let text = "\(cells[1])\n\n\(filler)\n\n\(cells[2])\n\n\(filler)\n"
      let report = linter.check(SourceDocument(name: "pair", bytes: Array(text.utf8), format: .text))
      let found = report.findings.filter { $0.kind == .conflict }
      let isConflict = cells[0] == "conflict"
      score.gold += isConflict ? 1 : 0
      score.foundGold += isConflict && !found.isEmpty ? 1 : 0
      score.found += found.isEmpty ? 0 : 1
      score.rightFound += isConflict && !found.isEmpty ? 1 : 0
      if errors, isConflict == found.isEmpty {
        let clauses = report.findings.filter { $0.kind == .clause }.map { "\($0.rule) \($0.stance?.rawValue ?? "")" }
        let rules = found.map(\.rule).joined(separator: ", ")
        print(
          "\(isConflict ? "missed" : "false \(rules)")\t\(cells[1])\t\(cells[2])\t\(clauses.joined(separator: ", "))")
      }
    }
    print(score.line)
  }

  private func list(_ forms: String, _ linter: Linter) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: forms).sorted() where name.hasSuffix(".txt") {
      guard let bytes = FileManager.default.contents(atPath: "\(forms)/\(name)") else { continue }
      let report = linter.check(SourceDocument(name: name, bytes: Array(bytes), format: .text))
      for finding in report.findings where finding.kind == .conflict {
        print("\(finding.rule)\t\(name):\(finding.start.line)\n  A \(finding.sentence)")
        for related in finding.related { print("  B \(related.start.line): \(related.quote)") }
      }
    }
  }
}
