import Clauses
import SourceText

/// Sentences that say a clause in many voices, and sentences that only seem to: the guard against rules that know no
/// wording but that of the forms they were made from.
///
/// One file a rule. A line `+stance sentence` says the clause with that stance, a line `- sentence` does not say it; a
/// bar parts a lead-in from its item (`We may share with: | our partners`). Blank lines and lines with `#` are skipped.
public struct ParaphraseBank: Sendable {
  public struct Entry: Sendable, Equatable {
    public var rule: String
    /// As it stands in a form; a lead-in and its item stand on lines of their own.
    public var sentence: String
    /// `nil` where the sentence only seems to say the clause.
    public var stance: Stance?
  }

  /// What came of the entries of one rule.
  public struct Score: Sendable, Equatable {
    public var rule: String
    public var saying = 0
    public var found = 0
    public var rightStance = 0
    public var seeming = 0
    public var silent = 0

    public init(rule: String) {
      self.rule = rule
    }
  }

  /// An entry that came out wrong, and how.
  public struct Failure: Sendable, Equatable {
    public var entry: Entry
    public var explanation: String
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  /// Adds the lines of one rule's file.
  ///
  /// - Returns: the numbers of the lines that are no entries, from 1.
  public mutating func add(rule: String, text: String) -> [Int] {
    var faults: [Int] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let space = line.firstIndex(of: " "), let sign = line.first else {
        faults.append(index + 1)
        continue
      }
      let stance = Stance(rawValue: String(line[line.index(after: line.startIndex)..<space]))
      let isEntry = sign == "+" && stance != nil || line[..<space] == "-"
      guard isEntry else {
        faults.append(index + 1)
        continue
      }
      let parts = line[line.index(after: space)...].split(separator: " | ", maxSplits: 1)
      entries.append(Entry(rule: rule, sentence: parts.joined(separator: "\n\n- "), stance: stance))
    }
    return faults
  }

  /// Reads every sentence, each as a document of its own.
  ///
  /// - Returns: a score for each rule in the order of the ids, and the entries that came out wrong.
  public func check(with linter: Linter) -> (scores: [Score], failures: [Failure]) {
    var scores: [String: Score] = [:]
    var failures: [Failure] = []
    for entry in entries {
      let stances = RuleExamples.findings(of: entry.rule, in: entry.sentence, linter).map(\.stance)
      var score = scores[entry.rule] ?? Score(rule: entry.rule)
      if let stance = entry.stance {
        score.saying += 1
        score.found += stances.isEmpty ? 0 : 1
        score.rightStance += stances.contains(stance) ? 1 : 0
        if !stances.contains(stance) {
          let found = stances.first.map { "found as \($0?.rawValue ?? "no stance")" } ?? "not found"
          failures.append(Failure(entry: entry, explanation: "says \(stance.rawValue), \(found)"))
        }
      } else {
        score.seeming += 1
        score.silent += stances.isEmpty ? 1 : 0
        if let stance = stances.first {
          failures.append(Failure(entry: entry, explanation: "only seems to, found \(stance?.rawValue ?? "it")"))
        }
      }
      scores[entry.rule] = score
    }
    return (scores.values.sorted { $0.rule < $1.rule }, failures)
  }
}

extension ParaphraseBank.Score {
  public static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum.saying += other.saying
    sum.found += other.found
    sum.rightStance += other.rightStance
    sum.seeming += other.seeming
    sum.silent += other.silent
    return sum
  }

  /// The counts as a line: "found 18/20, stance 17/20, silent 9/10".
  public var line: String {
    "found \(found)/\(saying), stance \(rightStance)/\(saying), silent \(silent)/\(seeming)"
  }
}
