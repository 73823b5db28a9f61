import Analysis
import Clauses

/// What is counted while a run goes on: nothing of it grows with the number of documents.
public struct LintTally: Sendable {
  public struct RuleCount: Sendable {
    public var title: String
    /// The highest level that it was found with.
    public var level: Rule.Level
    public var findings = 0
    public var documents = 0
  }

  public private(set) var documents = 0
  public private(set) var documentsWithFindings = 0
  public private(set) var words = 0
  public private(set) var allowed = 0
  /// Documents, files and folders that could not be read.
  public private(set) var unreadable = 0
  public private(set) var levels: [Rule.Level: Int] = [:]
  /// By rule.
  public private(set) var rules: [String: RuleCount] = [:]

  public init() {}

  public var findings: Int { levels.values.reduce(0, +) }

  public mutating func add(_ report: DocumentReport) {
    documents += 1
    words += report.facts.words
    allowed += report.suppressed.count
    if !report.findings.isEmpty { documentsWithFindings += 1 }
    if report.problems.contains(where: \.hidesText) { unreadable += 1 }
    for finding in report.findings {
      levels[finding.level, default: 0] += 1
      var count = rules[finding.rule] ?? RuleCount(title: finding.title, level: finding.level)
      count.findings += 1
      count.level = max(count.level, finding.level)
      rules[finding.rule] = count
    }
    for rule in Set(report.findings.map(\.rule)) { rules[rule]?.documents += 1 }
  }

  public mutating func addUnreadable() { unreadable += 1 }

  /// "2 errors, 1 warning"; levels without a finding are left out.
  public var levelText: String {
    Rule.Level.allCases.reversed().compactMap { level in
      levels[level].map { Self.counted($0, level.rawValue) }
    }.joined(separator: ", ")
  }

  /// The rules that were found, the heaviest first, then the most frequent.
  var sortedRules: [(id: String, count: RuleCount)] {
    rules.map { (id: $0.key, count: $0.value) }.sorted {
      ($1.count.level, $1.count.findings, $0.id) < ($0.count.level, $0.count.findings, $1.id)
    }
  }

  /// "1 document", "2 documents".
  public static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
