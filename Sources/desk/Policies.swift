import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Scores the rules on labelled privacy policies (OPP-115), segment by segment, as their own score command does.
struct Policies: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores the rules on labelled privacy policies.",
    discussion: """
      A segment has a category if two of its three readers said so; what one of three said counts neither way. With \
      --errors it lists the findings in segments where no reader saw their category.
      """)

  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder with map.tsv and train/.") var gold = "../shared/opp115"
  @Flag(help: "List the false alarms, and the segments that were missed.") var errors = false
  @Argument(help: "List only errors of rules whose id begins so.") var only: [String] = []

  func run() throws {
    let (linter, _) = try folder.linter()
    let categories = try categories()
    var scores: [String: Score] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(gold)/train").sorted()
    where name.hasSuffix(".txt") {
      guard let bytes = FileManager.default.contents(atPath: "\(gold)/train/\(name)") else { continue }
      let segments = try segments("\(gold)/train/\(name.dropLast(4)).tsv")
      let report = linter.check(SourceDocument(name: name, bytes: Array(bytes), format: .text))
      for segment in segments {
        let here = report.findings.filter { segment.range.start <= $0.start.byte && $0.start.byte < segment.range.end }
        let found = Set(here.compactMap { categories[$0.rule] })
        for category in Set(categories.values) {
          let votes = segment.votes[category, default: 0]
          let isFound = found.contains(category)
          if votes >= 2 {
            scores[category, default: Score()].gold += 1
            scores[category, default: Score()].foundGold += isFound ? 1 : 0
            if errors, !isFound, only.isEmpty {
              let text = String(decoding: bytes[segment.range.start..<segment.range.end], as: UTF8.self)
              print("missed\t\(category)\t\(name):\(segment.range.start)\t\(text)")
            }
          }
          if isFound, votes != 1 {
            scores[category, default: Score()].found += 1
            scores[category, default: Score()].rightFound += votes >= 2 ? 1 : 0
          }
        }
        for finding in here where errors && isWanted(finding.rule) {
          guard let category = categories[finding.rule], segment.votes[category] == nil else { continue }
          print("false\t\(finding.rule)\t\(name):\(finding.start.byte)\t[\(finding.quote)] \(finding.sentence)")
        }
      }
    }
    for (category, score) in scores.sorted(by: { $0.key < $1.key }) {
      print(category.padding(toLength: 34, withPad: " ", startingAt: 0) + score.line)
    }
    let macro = scores.values.reduce(0) { $0 + $1.f1 } / Double(max(scores.count, 1))
    print("macro F1 \(Int((macro * 1000).rounded())) of 1000")
  }

  private func isWanted(_ rule: String) -> Bool {
    only.isEmpty || only.contains { rule.hasPrefix($0) }
  }

  /// The category of each rule that has one.
  private func categories() throws -> [String: String] {
    var categories: [String: String] = [:]
    for row in try String(contentsOfFile: "\(gold)/map.tsv", encoding: .utf8).split(separator: "\n") {
      let cells = row.split(separator: "\t").map(String.init)
      if cells.count == 2 { categories[cells[0]] = cells[1] }
    }
    return categories
  }

  /// A piece of a policy, and how many of its readers saw each category in it.
  private struct Segment {
    var range: TextRange
    var votes: [String: Int]
  }

  private func segments(_ path: String) throws -> [Segment] {
    var votes: [TextRange: [String: Int]] = [:]
    for row in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 4, let start = Int(cells[0]), let end = Int(cells[1]) else { continue }
      let range = TextRange(start: start, end: end)
      if cells[2].isEmpty {
        votes[range, default: [:]] = votes[range, default: [:]]
      } else {
        votes[range, default: [:]][String(cells[2])] = Int(cells[3])
      }
    }
    return votes.map { Segment(range: $0.key, votes: $0.value) }.sorted { $0.range < $1.range }
  }
}
