import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Counts the forms whose language is told right.
struct Languages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts the forms whose language is told right.",
    discussion: "A form in a language without rules is right where it is taken for none that has rules.")

  @Option(help: "Folder of the rules.") var rules = "Rules"
  @Option(help: "Folder with manifest.tsv and txt/.") var forms = "../shared/forms"

  func run() throws {
    let linter = try RulesFolder.linterOfAllLanguages(rules)
    let known = Set(linter.languageCodes)
    var (right, all) = (0, 0)
    for row in try String(contentsOfFile: "\(forms)/manifest.tsv", encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 4, let bytes = FileManager.default.contents(atPath: "\(forms)/txt/\(cells[0]).txt") else {
        continue
      }
      let document = SourceDocument(name: cells[0], bytes: Array(bytes), format: .text)
      let found = linter.languages(of: document)
      let expected = Set(cells[4].split(separator: "+").map(String.init)).intersection(known)
      let isRight = Set(found.map(\.language)).intersection(known) == expected
      all += 1
      right += isRight ? 1 : 0
      let shares = found.map { "\($0.language) \($0.words)" }.joined(separator: ", ")
      if !isRight || expected.count > 1 { print("\(isRight ? "right" : "wrong")\t\(cells[0])\t\(cells[4])\t\(shares)") }
    }
    print("\(right) of \(all)")
  }
}
