import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Deletes one required element at a time from complete documents: is exactly that element reported?
struct Missing: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Deletes elements from complete documents and counts what is reported missing.",
    discussion: """
      A document's first line is `kind: <id>`; a line that carries elements begins with their names and a bar. What is \
      reported for the whole document is a false alarm. Notes (good practice) do not count.
      """)

  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder of complete documents.") var documents = "Tests/Complete"
  @Flag(help: "List what came out wrong.") var errors = false

  /// A line of a document, and the elements that it carries.
  private struct Line {
    var elements: [String]
    var text: String
  }

  func run() throws {
    let (linter, _) = try folder.linter()
    let levels = Dictionary(uniqueKeysWithValues: linter.missingRules.map { ($0.id, $0.kinds) })
    // Good practice is no required element: nobody says that a complete document has all of it.
    func isRequired(_ rule: String, _ kind: String) -> Bool { (levels[rule]?[kind]).map { $0 > .note } ?? false }
    var scores: [String: Score] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: documents).sorted() where name.hasSuffix(".txt") {
      let text = try String(contentsOfFile: "\(documents)/\(name)", encoding: .utf8)
      let (kind, lines) = Self.parse(text)
      let whole = Self.missing(in: lines, kind: kind, linter)
      for rule in whole.sorted() {
        scores[rule, default: Score()].found += 1
        if errors { print("false\t\(rule)\t\(name)\tin the whole document") }
      }
      for element in Set(lines.flatMap(\.elements)).sorted() where isRequired("missing.\(element)", kind) {
        let rule = "missing.\(element)"
        let rest = lines.filter { !$0.elements.contains(element) }
        let gone = Set(lines.filter { $0.elements.contains(element) }.flatMap(\.elements)).map { "missing.\($0)" }
        let found = Self.missing(in: rest, kind: kind, linter).subtracting(whole)
        scores[rule, default: Score()].gold += 1
        if found.contains(rule) || whole.contains(rule) {
          scores[rule, default: Score()].foundGold += 1
        } else if errors {
          print("missed\t\(rule)\t\(name)")
        }
        for other in found.sorted() {
          // A line that carried two elements takes both away; whether the other stands elsewhere too is not known.
          let isRight = other == rule || gone.contains(other)
          scores[other, default: Score()].found += 1
          scores[other, default: Score()].rightFound += isRight ? 1 : 0
          if errors, !isRight { print("false\t\(other)\t\(name)\twithout \(element)") }
        }
      }
    }
    for (rule, score) in scores.sorted(by: { $0.key < $1.key }) {
      print(rule.padding(toLength: 44, withPad: " ", startingAt: 0) + score.line)
    }
    print("all: \(scores.values.reduce(Score(), +).line)")
  }

  private static func parse(_ text: String) -> (kind: String, lines: [Line]) {
    var kind = ""
    var lines: [Line] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if kind.isEmpty, line.hasPrefix("kind: ") {
        kind = String(line.dropFirst("kind: ".count))
      } else if let bar = line.range(of: " | ") {
        let elements = line[..<bar.lowerBound].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        lines.append(Line(elements: elements, text: String(line[bar.upperBound...])))
      } else {
        lines.append(Line(elements: [], text: String(line)))
      }
    }
    return (kind, lines)
  }

  /// The rules that report something missing in the lines.
  private static func missing(in lines: [Line], kind: String, _ linter: Linter) -> Set<String> {
    let text = lines.map(\.text).joined(separator: "\n")
    let document = SourceDocument(name: "document.md", bytes: Array(text.utf8), format: .markdown)
    let report = linter.check(document, kind: kind)
    return Set(report.findings.filter { $0.kind == .missing && $0.level > .note }.map(\.rule))
  }
}
