import Clauses
import ProjectConfiguration
import SourceText

/// Finds where a document breaks a policy of the house.
struct PolicyCheck {
  let policies: [Configuration.Found<Policy>]

  /// The findings for `report`, whose own findings are all that the rules found.
  func findings(in report: DocumentReport) -> [Finding] {
    let kind = report.kind?.sureID
    var fingerprints = Fingerprints()
    return policies.filter { $0.value.kinds.isEmpty || $0.value.kinds.contains { $0.value == kind } }
      .flatMap { policy in breaches(of: policy.value, in: report).map { ($0, policy) } }
      .map { breach, policy in
        finding(breach, of: policy.value, from: policy.origin, report, &fingerprints)
      }
  }

  /// A place where a policy is not kept.
  private enum Breach {
    /// Something is missing, because of clauses that are there; none if it must always be there.
    case missing(because: [Finding])
    case forbidden(Finding)
  }

  private func breaches(of policy: Policy, in report: DocumentReport) -> [Breach] {
    // What could not be read may hold what is required.
    let isWhole = !report.problems.contains(where: \.hidesText)
    func clauses(_ condition: ClauseCondition) -> [Finding] { report.findings.filter { condition.holds(for: $0) } }
    switch policy.demand {
    case .forbid(let condition): return clauses(condition).map { .forbidden($0) }
    case .require(let condition): return isWhole && clauses(condition).isEmpty ? [.missing(because: [])] : []
    case .requireWhen(let first, let second):
      let reasons = clauses(first)
      return isWhole && !reasons.isEmpty && clauses(second).isEmpty ? [.missing(because: reasons)] : []
    }
  }

  private func finding(
    _ breach: Breach, of policy: Policy, from origin: Configuration.Origin, _ report: DocumentReport,
    _ fingerprints: inout Fingerprints
  ) -> Finding {
    let clauses: [Finding]
    let kind: Finding.Kind
    switch breach {
    case .missing(let because): (clauses, kind) = (because, .missing)
    case .forbidden(let clause): (clauses, kind) = ([clause], .clause)
    }
    let clause = clauses.first
    let top = LineIndex.Position(byte: 0, line: 1, column: 1)
    let stance = kind == .clause ? clause?.stance : nil
    return Finding(
      rule: policy.rule, kind: kind, stance: stance, effect: .risk, level: policy.level,
      title: "House rule: \(policy.name)", message: policy.message,
      why: "The house that keeps this form set this rule (\(origin.path), line \(origin.line)).",
      ask: "Should the form change, or the rule?", start: clause?.start ?? top, end: clause?.end ?? top,
      quote: clause?.quote ?? "", sentence: clause?.sentence ?? "", captures: clause?.captures ?? [:], see: [],
      fingerprint: fingerprints.next(
        Fingerprints.name(rule: policy.rule, stance: stance?.rawValue ?? "", sentence: clause?.sentence ?? "")),
      place: clause?.place, heading: clause?.heading, related: clauses.dropFirst().map(Self.related))
  }

  private static func related(_ clause: Finding) -> Finding.Related {
    Finding.Related(
      rule: clause.rule, message: clause.message, start: clause.start, end: clause.end, quote: clause.quote,
      place: clause.place, heading: clause.heading)
  }
}

extension ClauseCondition {
  /// True if `finding` is such a clause.
  func holds(for finding: Finding) -> Bool {
    guard rules.contains(where: { $0.value.includes(finding.rule) }) else { return false }
    guard stances.isEmpty || finding.stance.map(stances.contains) ?? false else { return false }
    guard words.isEmpty || PhraseMatch.isAny(of: words, in: finding.sentence) else { return false }
    return captures.allSatisfy { name, phrases in
      finding.captures[name].map { PhraseMatch.isAny(of: phrases, in: $0) } ?? false
    }
  }
}
