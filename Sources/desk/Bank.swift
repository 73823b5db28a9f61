import Analysis
import ArgumentParser
import Foundation

/// Runs the paraphrase bank: what is found of the sentences that say a clause, and what stays silent.
struct Bank: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the bank of paraphrases.",
    discussion: "The half in `open` is for building; the half in `shut` is for counting alone, at the end.")

  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder of the bank's files, one a rule.") var bank = "Tests/Bank/open"
  @Flag(help: "List what came out wrong.") var errors = false
  @Argument(help: "Only rules whose id begins so.") var only: [String] = []

  func run() throws {
    let (linter, _) = try folder.linter()
    var paraphrases = ParaphraseBank()
    for name in try FileManager.default.contentsOfDirectory(atPath: bank).sorted() where name.hasSuffix(".txt") {
      let rule = String(name.dropLast(4))
      guard only.isEmpty || only.contains(where: { rule.hasPrefix($0) }) else { continue }
      let text = try String(contentsOfFile: "\(bank)/\(name)", encoding: .utf8)
      for line in paraphrases.add(rule: rule, text: text) { print("\(bank)/\(name):\(line): error: no entry") }
    }
    let (scores, failures) = paraphrases.check(with: linter)
    if errors {
      for failure in failures {
        let sentence = failure.entry.sentence.replacing("\n\n- ", with: " | ")
        print("\(failure.entry.rule)\t\(failure.explanation)\t\(sentence)")
      }
    }
    for score in scores { print(score.rule.padding(toLength: 44, withPad: " ", startingAt: 0) + score.line) }
    print("all: \(scores.reduce(ParaphraseBank.Score(rule: "all"), +).line)")
  }
}
