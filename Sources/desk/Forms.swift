import Analysis
import ArgumentParser
import Clauses
import Foundation
import RuleCompiler
import SourceText

/// Scores the rules on labelled forms and lists what was missed or false.
struct Forms: ParsableCommand {
  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder of the labelled forms.") var gold = "../shared/gold/dev"
  @Flag(help: "Score the forms that are kept shut, and list nothing of them.") var shut = false
  @Flag(help: "List the errors.") var errors = false
  @Flag(help: "List the findings whose stance is wrong.") var stances = false
  @Argument(help: "Only rules whose id begins so.") var only: [String] = []

  /// Forms that nobody opens while rules are tuned: they tell at the end what the tuning was worth.
  ///
  /// The rules of `sharing`, `ai` and `choice` were first tuned when all forms lay open; for these the six tell less.
  static let keptShut: Set<String> = [
    "031-en", "063-en", "119-en", "169-en", "223-en", "310-en", "058-es", "101-es",
  ]

  /// A finding counts with its first bytes only, so that one that covers a page matches no more than one that points.
  private static let reach = 400
  private static let headlines: [(name: String, rules: Set<String>)] = [
    (
      "third-party sharing",
      [
        "sharing.third-party", "sharing.third-party-ai-vendor", "sharing.unspecified-recipients",
        "sharing.public-repository",
      ]
    ),
    ("AI training", ["ai.training", "ai.product-improvement", "ai.no-training-promise"]),
    ("opt-out", ["choice.opt-out", "choice.opt-in"]),
  ]

  func run() throws {
    let (linter, _) = try folder.linter()
    let clauseRules = linter.rules.filter { $0.kind == .clause }
    let ids = Set(clauseRules.map(\.id).filter { id in only.isEmpty || only.contains { id.hasPrefix($0) } })
    var scores: [String: Score] = [:]
    var headlineScores = [Score](repeating: Score(), count: Self.headlines.count)
    var (stanceRight, stanceAll) = (0, 0)
    var wrongDenials: [String] = []
    let forms = try LabelledForm.load(URL(filePath: gold), language: folder.code)
    let (errors, stances) = (errors && !shut, stances && !shut)
    for form in forms where Self.keptShut.contains(form.name) == shut {
      let report = linter.check(SourceDocument(name: form.name, bytes: form.bytes, format: .text))
      let findings = report.findings.filter { ids.contains($0.rule) }.map { finding in
        (finding, TextRange(start: finding.start.byte, end: min(finding.end.byte, finding.start.byte + Self.reach)))
      }
      let labels = form.labels.filter { ids.contains($0.rule) }
      for label in labels {
        let hits = findings.filter { $0.0.rule == label.rule && $0.1.overlaps(label.range) }
        scores[label.rule, default: Score()].gold += 1
        if hits.isEmpty {
          if errors {
            print("missed\t\(label.rule)\t\(label.stance)\t\(form.name):\(label.range.start)\t\(label.text)")
          }
          continue
        }
        scores[label.rule, default: Score()].foundGold += 1
        stanceAll += 1
        if hits.contains(where: { $0.0.stance?.rawValue == label.stance }) {
          stanceRight += 1
        } else if stances {
          print(
            "stance\t\(label.rule)\t\(label.stance) != \(hits[0].0.stance?.rawValue ?? "")\t\(form.name)\t\(label.text)"
          )
        }
      }
      for (finding, range) in findings {
        let isRight = labels.contains { $0.rule == finding.rule && $0.range.overlaps(range) }
        scores[finding.rule, default: Score()].found += 1
        scores[finding.rule, default: Score()].rightFound += isRight ? 1 : 0
        if errors, !isRight {
          print(
            "false\t\(finding.rule)\t\(finding.stance?.rawValue ?? "")\t\(form.name):\(finding.start.byte)\t[\(finding.quote)] \(finding.sentence)"
          )
        }
        if let denial = wrongDenial(finding, range, form.labels) { wrongDenials.append(denial) }
      }
      for (index, headline) in Self.headlines.enumerated() {
        let gold = Dictionary(labels.filter { headline.rules.contains($0.rule) }.map { ($0.range, $0) }) { a, _ in a }
        let found = findings.filter { headline.rules.contains($0.0.rule) }
        headlineScores[index].gold += gold.count
        headlineScores[index].foundGold += gold.keys.filter { g in found.contains { $0.1.overlaps(g) } }.count
        headlineScores[index].found += found.count
        headlineScores[index].rightFound += found.filter { f in gold.keys.contains { $0.overlaps(f.1) } }.count
      }
    }
    for id in scores.keys.sorted() {
      print(id.padding(toLength: 34, withPad: " ", startingAt: 0) + (scores[id]?.line ?? ""))
    }
    for (headline, score) in zip(Self.headlines, headlineScores) where score.gold > 0 {
      print("= \(headline.name)".padding(toLength: 34, withPad: " ", startingAt: 0) + score.line)
    }
    for denial in wrongDenials where !shut { print("said denied, labelled permits: \(denial)") }
    let all = scores.values.reduce(Score(), +)
    print("all: \(all.line)   stance \(stanceRight)/\(stanceAll)   said denied where permitted: \(wrongDenials.count)")
  }

  /// A finding that says "not done" of a sentence whose label says that it is done: the worst fault.
  private func wrongDenial(_ finding: Finding, _ range: TextRange, _ labels: [Label]) -> String? {
    let practice: Set<String>
    switch (finding.rule, finding.stance) {
    case ("sharing.no-sharing-promise", .denies): practice = Set(Self.headlines[0].rules)
    case ("ai.no-training-promise", .denies): practice = ["ai.training", "ai.product-improvement"]
    case (_, .denies): practice = [finding.rule]
    default: return nil
    }
    let here = labels.filter { $0.range.overlaps(range) }
    guard here.contains(where: { practice.contains($0.rule) && $0.stance == "permits" }),
      !here.contains(where: { $0.rule == finding.rule && $0.stance == "denies" })
    else { return nil }
    return "\(finding.rule)\t\(here[0].document)\t\(finding.sentence)"
  }
}
