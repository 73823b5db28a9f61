import Analysis
import ArgumentParser
import Foundation
import SourceText

/// Prints a sample of the findings on forms that nobody labelled, to be judged by a person.
struct Hunt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a seeded sample of the findings on unlabelled forms.")

  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder with manifest.tsv and txt/.") var forms = "../shared/forms"
  @Option(help: "Folder of the labelled forms, which are left out.") var gold = "../shared/gold/dev"
  @Option(help: "How many findings.") var count = 60
  @Option(help: "Seed of the sample.") var seed: UInt64 = 1
  @Argument(help: "Only rules whose id begins so.") var only: [String] = []

  func run() throws {
    let (linter, _) = try folder.linter()
    var lines: [String] = []
    for row in try String(contentsOfFile: "\(forms)/manifest.tsv", encoding: .utf8).split(separator: "\n") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 4, cells[4].split(separator: "+").contains(Substring(folder.code)),
        !FileManager.default.fileExists(atPath: "\(gold)/\(cells[0])-\(folder.code).tsv"),
        let bytes = FileManager.default.contents(atPath: "\(forms)/txt/\(cells[0]).txt")
      else { continue }
      let report = linter.check(SourceDocument(name: cells[0], bytes: Array(bytes), format: .text))
      for finding in report.findings where only.isEmpty || only.contains(where: { finding.rule.hasPrefix($0) }) {
        let stance = finding.stance?.rawValue ?? "-"
        lines.append(
          "\(finding.rule)\t\(stance)\t\(cells[0]):\(finding.start.byte)\t[\(finding.quote)] \(finding.sentence)")
      }
    }
    var random = SplitMix64(state: seed)
    for line in lines.shuffled(using: &random).prefix(count).sorted() { print(line) }
    print("\(min(count, lines.count)) of \(lines.count) findings")
  }
}

/// A small generator with a seed, so that a sample can be drawn again (Steele, Lea, Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
