import Analysis
import ArgumentParser
import Foundation
import Readers
import SourceText

/// Compares documents with their plain text: were they read, whole, and with the same findings?
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares documents of all formats with the same documents as plain text.",
    discussion: "DOCS holds NUMBER-name.pdf and so on, TEXTS the same documents as NUMBER.txt.")

  @Option(help: "Folder of the documents.") var docs = "../shared/forms/docs"
  @Option(help: "Folder of their texts.") var texts = "../shared/forms/txt"
  @Option(help: "Only names that end so.") var only = ""
  @Flag(help: "List the findings that differ.") var findings = false

  /// Words may be lost or gained up to here: page numbers, running lines.
  private static let tolerance = 0.05

  func run() throws {
    let linter = try Linter.builtIn()
    var formats: [String: Tally] = [:]
    var rules: [String: Tally] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: docs).sorted()
    for name in names where only.isEmpty || name.hasSuffix(only) {
      let number = String(name.prefix { $0.isNumber })
      guard let expected = contents("\(texts)/\(number).txt"), let bytes = contents("\(docs)/\(name)") else { continue }
      let document = SourceDocument(name: name, bytes: bytes)
      let text = SourceDocument(name: "\(number).txt", bytes: expected, format: .text)
      let ratio = Double(words(document)) / Double(max(1, words(text)))
      let (report, reference) = (linter.check(document), linter.check(text))
      let isRead = report.facts.words > 0 && !report.problems.contains(where: \.hidesText)
      let isClose = abs(ratio - 1) <= Self.tolerance
      let match = FindingMatch(report.findings, expected: reference.findings)
      let ids = reference.findings.map(\.rule)
      let tally = Tally(
        count: 1, read: isRead ? 1 : 0, close: isClose ? 1 : 0, expected: ids.count, same: match.same,
        exact: match.exact, found: ids.count - ids.missing(from: report.findings.map(\.rule)).count,
        added: match.added.count)
      formats[report.format.rawValue, default: Tally()] += tally
      for id in Set(ids + report.findings.map(\.rule)) {
        func ofRule(_ findings: [Finding]) -> Int { findings.count { $0.rule == id } }
        let lost = ofRule(match.missing)
        rules[id, default: Tally()] += Tally(
          expected: ofRule(reference.findings), same: ofRule(reference.findings) - lost, added: ofRule(match.added))
      }
      if !isRead || !isClose || tally.same < tally.expected || tally.added > 0 {
        print(
          "\(name)\t\(isRead ? "read" : "not read: \(report.problems)")\twords \(percent(ratio))"
            + "\tfindings \(tally.same)/\(tally.expected) +\(tally.added)")
      }
      if findings { list(match) }
    }
    print("\nrule\tsame\tof\tmore")
    for (rule, tally) in rules.sorted(by: { $0.key < $1.key }) where tally.same < tally.expected || tally.added > 0 {
      print("\(rule)\t\(tally.same)\t\(tally.expected)\t\(tally.added)")
    }
    print(
      "\nformat\tdocuments\tread\twithin 5 % of the words\tthe text's findings\tand the very same quote"
        + "\tthe rule alone\tsame quote, of all findings of both\tfindings that the text has not")
    for (format, tally) in formats.sorted(by: { $0.key < $1.key }) {
      func share(_ count: Int, _ all: Int) -> String {
        "\(count)/\(all) (\(percent(Double(count) / Double(max(1, all)))))"
      }
      print(
        "\(format)\t\(tally.count)\t\(tally.read)\t\(tally.close)\t\(share(tally.same, tally.expected))"
          + "\t\(share(tally.exact, tally.expected))\t\(share(tally.found, tally.expected))"
          + "\t\(share(tally.exact, tally.expected + tally.added + tally.same - tally.exact))\t\(tally.added)")
    }
  }

  private struct Tally {
    var count = 0
    var read = 0
    var close = 0
    /// Findings of the text.
    var expected = 0
    /// Those of them that the document has too, with their stance, on the same words.
    var same = 0
    /// Those of them with the very same quote.
    var exact = 0
    /// Those of them whose rule the document has as often.
    var found = 0
    /// Findings of the document that the text does not have.
    var added = 0

    static func += (a: inout Tally, b: Tally) {
      a.count += b.count
      a.read += b.read
      a.close += b.close
      a.expected += b.expected
      a.same += b.same
      a.exact += b.exact
      a.found += b.found
      a.added += b.added
    }
  }

  private func list(_ match: FindingMatch) {
    for finding in match.missing {
      print("  - \(line(finding)) (\(match.reason(for: finding)))")
    }
    for finding in match.added { print("  + \(line(finding))") }
  }

  private func line(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.stance?.rawValue ?? "-") [\(finding.quote)]: \(finding.sentence)"
      .replacing("\n", with: " ")
  }

  /// Words of two letters and more in the blocks: numbers and bullets of lists are not in all formats.
  private func words(_ document: SourceDocument) -> Int {
    let text = Reader.read(document).text
    return text.blocks.reduce(0) { total, block in
      total + text.string(in: block.range).split { !$0.isLetter }.count { $0.count > 1 }
    }
  }

  private func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  private func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}
