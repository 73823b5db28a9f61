import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Counts how often the kind of a document is told right.
struct Kinds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the kinds of documents in a list, and prints what was wrong.",
    discussion: """
      The list is tab-separated, with the columns id and kind; `other` counts as general. The text of a document is \
      FILES/ID.txt or FILES/ID-LANGUAGE.txt.
      """)

  @OptionGroup var folder: RulesFolder
  @Option(help: "The list.") var manifest = "../shared/forms/manifest.tsv"
  @Option(help: "Folder of the texts.") var files = "../shared/forms/txt"
  @Flag(help: "List all documents, not only the wrong ones.") var all = false

  private struct Row {
    var id: String
    var kind: String
    var language: String
    var found: KindGuess
    var isRight: Bool { kind == found.id }
  }

  func run() throws {
    let (linter, _) = try folder.linter()
    let rows = try documents().map { id, kind, language, bytes in
      let report = linter.check(SourceDocument(name: id, bytes: bytes, format: .text))
      return Row(
        id: id, kind: kind, language: language,
        found: report.kind ?? KindGuess(id: "general", title: nil, confidence: 0))
    }
    for row in rows.sorted(by: { $0.found.confidence > $1.found.confidence }) where all || !row.isRight {
      print("\(row.isRight ? "right" : "wrong")\t\(row.id)\t\(row.language)\t\(line(row))")
    }
    printConfusions(rows)
    printConfidences(rows)
    let right = rows.count(where: \.isRight)
    let sureWrong = rows.count { !$0.isRight && $0.found.confidence > 0.9 }
    print("right: \(right) of \(rows.count) = \(number(Double(right) / Double(max(1, rows.count))))")
    print("wrong with confidence over 0.9: \(sureWrong)")
  }

  /// Id, kind, language and text of each document of the list that lies in the folder.
  private func documents() throws -> [(String, String, String, [UInt8])] {
    let lines = try String(contentsOfFile: manifest, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first, let id = head.firstIndex(of: "id"), let kind = head.firstIndex(of: "kind"),
      let language = head.firstIndex(of: "language")
    else { throw ValidationError("\(manifest): no columns id, kind and language") }
    return lines.dropFirst().compactMap { cells in
      guard cells.count > max(id, kind, language) else { return nil }
      let names = ["\(cells[id]).txt", "\(cells[id])-\(cells[language]).txt"]
      guard let bytes = names.lazy.compactMap({ FileManager.default.contents(atPath: "\(files)/\($0)") }).first
      else { return nil }
      return (cells[id], cells[kind] == "other" ? "general" : cells[kind], cells[language], Array(bytes))
    }
  }

  private func line(_ row: Row) -> String {
    "\(number(row.found.confidence))\t\(row.kind) -> \(row.found.id)"
  }

  /// Rows: what the document is; columns: what it was taken for.
  private func printConfusions(_ rows: [Row]) {
    let kinds = Set(rows.map(\.kind)).union(rows.map(\.found.id)).sorted()
    let width = (kinds.map(\.count).max() ?? 0) + 2
    func padded(_ text: String) -> String { text.padding(toLength: width, withPad: " ", startingAt: 0) }
    print(padded("") + kinds.map { $0.prefix(9) }.joined(separator: "\t"))
    for kind in kinds {
      let found = kinds.map { other in rows.count { $0.kind == kind && $0.found.id == other } }
      print(padded(kind) + found.map { $0 == 0 ? "." : "\($0)" }.joined(separator: "\t"))
    }
  }

  /// How often a guess of some confidence is right: both should be alike.
  private func printConfidences(_ rows: [Row]) {
    for (low, high) in [(0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)] {
      let inside = rows.filter { $0.found.confidence >= low && $0.found.confidence < high }
      let mean = inside.reduce(0) { $0 + $1.found.confidence } / Double(max(1, inside.count))
      let right = inside.count(where: \.isRight)
      print(
        "confidence \(number(low))-\(number(min(high, 1))): \(right) of \(inside.count) right, mean \(number(mean))")
    }
  }

  private func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - min(3, "\(thousandths % 1000)".count))
      + "\(thousandths % 1000)"
  }
}
