import Clauses
import Language
import SourceText

/// A sentence of a rule's own tests that does not come out as the rule says.
public struct RuleExampleFailure: Sendable, Equatable {
  public var rule: String
  public var sentence: String
  /// What was expected and what came ("expected permits, found denies").
  public var explanation: String
}

/// Runs the sentences that rules carry as their proof.
public enum RuleExamples {
  /// How many sentences the rules of `packs` carry.
  public static func count(in packs: [RulePack]) -> Int {
    packs.reduce(0) { sum, pack in
      sum + pack.rules.reduce(0) { $0 + $1.flags.count + $1.passes.count }
        + pack.missing.reduce(0) { $0 + $1.present.count + $1.absent.count }
        + pack.conflicts.reduce(0) { $0 + $1.flags.count + $1.passes.count }
    }
  }

  /// The deviations in all languages that there are rules for.
  public static func failures(in packs: [RulePack]) throws(PackError) -> [RuleExampleFailure] {
    var all: [RuleExampleFailure] = []
    for language in Language.all where packs.contains(where: { $0.language == language.code }) {
      all += try failures(in: packs, language: language)
    }
    return all
  }

  /// All deviations in one language: a flag that is silent, misses its marked words or has another stance; a pass that is not silent.
  public static func failures(
    in packs: [RulePack], language: Language
  ) throws(PackError) -> [RuleExampleFailure] {
    let linter = try Linter(packs: packs, language: language)
    var failures: [RuleExampleFailure] = []
    for rule in linter.rules {
      for example in rule.flags {
        if let explanation = deviation(of: example, rule: rule, linter) {
          failures.append(RuleExampleFailure(rule: rule.id, sentence: example.sentence, explanation: explanation))
        }
      }
      for sentence in rule.passes {
        if let finding = findings(of: rule.id, in: sentence, linter).first {
          let explanation = "must be silent, found \(finding.stance?.rawValue ?? "it") in \"\(finding.quote)\""
          failures.append(RuleExampleFailure(rule: rule.id, sentence: sentence, explanation: explanation))
        }
      }
    }
    return failures + missingFailures(linter) + conflictFailures(linter)
  }

  /// Paragraphs that do not show an element and should, or show it and should not.
  private static func missingFailures(_ linter: Linter) -> [RuleExampleFailure] {
    linter.missingRules.flatMap { rule in
      rule.present.filter { !linter.shows(rule.id, in: $0) }.map {
        RuleExampleFailure(rule: rule.id, sentence: $0, explanation: "must show the element, does not")
      }
        + rule.absent.filter { linter.shows(rule.id, in: $0) }.map {
          RuleExampleFailure(rule: rule.id, sentence: $0, explanation: "must not show the element, does")
        }
    }
  }

  /// Pairs of sentences that are reported and should not be, or the reverse.
  private static func conflictFailures(_ linter: Linter) -> [RuleExampleFailure] {
    linter.conflictRules.flatMap { rule in
      (rule.flags.map { ($0, true) } + rule.passes.map { ($0, false) }).compactMap { pair, isConflict in
        let found = !findings(of: rule.id, in: "\(pair.first)\n\n\(pair.second)", linter).isEmpty
        guard found != isConflict else { return nil }
        return RuleExampleFailure(
          rule: rule.id, sentence: "\(pair.first) | \(pair.second)",
          explanation: isConflict ? "must be found to contradict, is not" : "must be silent, is found")
      }
    }
  }

  private static func deviation(of example: Rule.Example, rule: Rule, _ linter: Linter) -> String? {
    let marked = MarkedSentence(example.sentence)
    let found = findings(of: rule.id, in: marked.sentence, linter)
    guard !found.isEmpty else { return "not found" }
    let here = found.filter { finding in
      marked.ranges.contains(TextRange(start: finding.start.byte, end: finding.end.byte))
    }
    guard !here.isEmpty else { return "found other words than the marked ones: \"\(found[0].quote)\"" }
    guard rule.kind == .clause else { return nil }
    let expected = example.stance ?? rule.stance
    guard here.contains(where: { $0.stance == expected }) else {
      return "expected \(expected.rawValue), found \(here[0].stance?.rawValue ?? "none")"
    }
    return nil
  }

  /// What stands below a sentence that is tried by itself, as in a form: a heading is one only where something follows.
  public static let filler = "Please read each part of this page with care before you go on to the next one."

  static func findings(of rule: String, in sentence: String, _ linter: Linter) -> [Finding] {
    let text = "\(sentence)\n\n\(filler)\n"
    let document = SourceDocument(name: "example", bytes: Array(text.utf8), format: .text)
    return linter.check(document, answersQuestions: false).findings.filter { $0.rule == rule }
  }
}

/// A test sentence without its `[[ ]]` marks, and the ranges that they marked.
public struct MarkedSentence: Sendable, Equatable {
  public var sentence: String
  /// UTF-8 ranges in `sentence`.
  public var ranges: [TextRange]

  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var ranges: [TextRange] = []
    var open: Int?
    var rest = Array(marked.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: [0x5B, 0x5B]), open == nil {
        open = bytes.count
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0x5D, 0x5D]), let start = open {
        ranges.append(TextRange(start: start, end: bytes.count))
        open = nil
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    sentence = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }
}
