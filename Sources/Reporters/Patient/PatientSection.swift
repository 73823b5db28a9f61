import Analysis
import Clauses

/// The three parts that a patient's report sorts the findings into.
enum PatientSection: String, CaseIterable {
  /// What others may do with the reader's data, and protections that the form refuses.
  case lets
  /// What the form promises, and practices that it rules out.
  case promises
  /// Where the reader can choose.
  case choices

  /// The part that `finding` belongs to.
  ///
  /// The stance of a promise rule describes the practice (a promise is `denies` or `conditional`); for the
  /// other protections it describes the protection, so that `denies` there is bad news.
  init(_ finding: Finding) {
    let isPromise = finding.isPromise
    switch (finding.effect, finding.stance) {
    case (_, .offersChoice): self = .choices
    case (.protection, .denies) where !isPromise: self = .lets
    case (.protection, _) where !isPromise && finding.rule.hasPrefix("choice."): self = .choices
    case (.protection, _): self = .promises
    case (_, .denies): self = .promises
    default: self = .lets
    }
  }

  var role: Style.Role {
    switch self {
    case .lets: .risk
    case .promises: .promise
    case .choices: .choice
    }
  }
}

extension Finding {
  /// The title, put right for the stance: a rule's title is written for what it permits.
  func headline(in texts: any Texts) -> String {
    switch stance {
    case .denies where isPromise: title
    case .denies where effect == .protection: texts.refused(title)
    case .denies: texts.ruledOut(title)
    case .offersChoice where effect != .protection: texts.choosable(title)
    default: title
    }
  }
}

/// The findings of one rule in one part of the report, at least one: the first is shown in full.
struct FindingGroup {
  var findings: [Finding]

  /// "and 4 more places"; empty for a single finding.
  func morePlaces(in texts: any Texts) -> String {
    findings.count > 1 ? texts.morePlaces(findings.count - 1) : ""
  }

  /// All groups of `findings`, the most important first: by level, then risks first, then by place in the text.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var order: [String] = []
    var byRule: [String: [Finding]] = [:]
    for finding in findings {
      // Two matches in the same words of the same sentence tell the reader nothing new.
      if byRule[finding.rule, default: []].contains(where: { $0.saysTheSame(as: finding) }) { continue }
      if byRule[finding.rule, default: []].isEmpty { order.append(finding.rule) }
      byRule[finding.rule, default: []].append(finding)
    }
    let groups = order.map { FindingGroup(findings: stable(byRule[$0, default: []], by: \.stanceWeight)) }
    return stable(groups, by: \.weight)
  }

  /// Smaller is more important: by level, then risks before the others.
  private var weight: Int {
    findings.map { $0.level.weight * 2 + ($0.effect == .risk ? 0 : 1) }.min() ?? 0
  }

  /// `values` by ascending weight; those of one weight keep their order.
  static func stable<T>(_ values: [T], by weight: (T) -> Int) -> [T] {
    values.enumerated().sorted { (weight($0.element), $0.offset) < (weight($1.element), $1.offset) }.map(\.element)
  }
}

extension Finding {
  /// Plain statements come before those that hold only under a condition.
  fileprivate var stanceWeight: Int { stance == .conditional ? 1 : 0 }

  /// True if a reader sees no difference between both.
  fileprivate func saysTheSame(as other: Finding) -> Bool {
    stance == other.stance && start.line == other.start.line && sentence == other.sentence
  }
}

extension Rule.Level {
  /// Smaller is more important.
  var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
