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
      let (same, all) = compare(report.findings, reference.findings, &rules)
      formats[report.format.rawValue, default: Tally()].add(isRead: isRead, isClose: isClose, same: same, all: all)
      let ids = reference.findings.map(\.rule)
      formats[report.format.rawValue, default: Tally()].expected += ids.count
      formats[report.format.rawValue, default: Tally()].found +=
        ids.count - ids.missing(from: report.findings.map(\.rule)).count
      if !isRead || !isClose || same < all {
        print(
          "\(name)\t\(isRead ? "read" : "not read: \(report.problems)")\twords \(percent(ratio))\tfindings \(same)/\(all)"
        )
      }
    }
    print("\nrule\tsame\tof")
    for (rule, tally) in rules.sorted(by: { $0.key < $1.key }) where tally.same < tally.all {
      print("\(rule)\t\(tally.same)\t\(tally.all)")
    }
    print("\nformat\tdocuments\tread\twithin 5 % of the words\tsame rule, stance and quote\tthe text's rules found")
    for (format, tally) in formats.sorted(by: { $0.key < $1.key }) {
      let rules = Double(tally.found) / Double(max(1, tally.expected))
      print(
        "\(format)\t\(tally.count)\t\(tally.read)\t\(tally.close)\t\(tally.same)/\(tally.all) (\(percent(tally.share)))"
          + "\t\(tally.found)/\(tally.expected) (\(percent(rules)))")
    }
  }

  private struct Tally {
    var count = 0
    var read = 0
    var close = 0
    var same = 0
    var all = 0
    /// Findings of the text, and those of them whose rule the document has as often.
    var expected = 0
    var found = 0
    var share: Double { all == 0 ? 1 : Double(same) / Double(all) }

    mutating func add(isRead: Bool, isClose: Bool, same: Int, all: Int) {
      count += 1
      read += isRead ? 1 : 0
      close += isClose ? 1 : 0
      self.same += same
      self.all += all
    }
  }

  /// Findings of one rule and stance with one quote, space and hyphens aside, are the same.
  private func compare(
    _ found: [Finding], _ expected: [Finding], _ rules: inout [String: Tally]
  ) -> (same: Int, all: Int) {
    var rest = expected.map(key)
    var same = 0
    for finding in found {
      if let index = rest.firstIndex(of: key(finding)) {
        rest.remove(at: index)
        same += 1
        rules[finding.rule, default: Tally()].add(isRead: true, isClose: true, same: 1, all: 1)
      } else {
        rules[finding.rule, default: Tally()].add(isRead: true, isClose: true, same: 0, all: 1)
        if findings { print("  + \(finding.rule) \(finding.stance?.rawValue ?? "-"): \(finding.sentence)") }
      }
    }
    for key in rest {
      rules[String(key.prefix { $0 != " " }), default: Tally()].add(isRead: true, isClose: true, same: 0, all: 1)
      if findings { print("  - \(key)") }
    }
    return (same, found.count + rest.count)
  }

  private func key(_ finding: Finding) -> String {
    let quote = finding.quote.lowercased().filter { $0.isLetter || $0.isNumber }
    return "\(finding.rule) \(finding.stance?.rawValue ?? "-") \(quote)"
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
