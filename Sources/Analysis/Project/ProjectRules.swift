import Clauses
import ProjectConfiguration
import SourceText

/// Makes of what a document says what its project wants to hear: levels, policies, and what was allowed.
///
/// The command, CI and the editor all use it, so that they agree.
public struct ProjectRules: Sendable {
  private let configuration: Configuration
  private let suppressions: SuppressionCheck

  /// - Parameters:
  ///   - rules: the ids of the linter's rules.
  ///   - today: what "until" in a document is compared with.
  public init(_ configuration: Configuration, rules: [String], today: CalendarDay) {
    self.configuration = configuration
    let known = rules + Self.suppressionRules + configuration.files.flatMap(\.policies).map(\.value.rule)
    suppressions = SuppressionCheck(today: today, rules: Set(known))
  }

  /// The ids of the rules on remarks in documents.
  public static var suppressionRules: [String] { SuppressionCheck.Rule.allCases.map(\.rawValue) }

  /// `report` as the project wants it.
  ///
  /// - Parameter path: the document's absolute path.
  public func apply(to report: DocumentReport, at path: String) -> DocumentReport {
    let policies = configuration.policies(for: path)
    guard !configuration.isEmpty || !report.directives.isEmpty else { return report }
    var report = report
    // Policies see all that was found: a rule that is off for people may still matter to one.
    let breaches = PolicyCheck(policies: policies).findings(in: report)
    if !breaches.isEmpty { report.findings = DocumentReport.inOrder(report.findings + breaches) }
    report = suppressions.apply(to: report)
    // The path is the same for all of them, and rules come again: what is set is looked up once a rule.
    var levels: [String: ConfigurationFile.LevelChange] = [:]
    for rule in Set(report.findings.map(\.rule)) { levels[rule] = configuration.level(of: rule, in: path)?.value }
    report.findings = report.findings.compactMap { changed($0, by: levels[$0.rule]) }
    return report
  }

  /// `finding` with the level that the project set; nil if its rule is off.
  private func changed(_ finding: Finding, by set: ConfigurationFile.LevelChange?) -> Finding? {
    guard let set else { return finding }
    guard let level = set.level else { return nil }
    // A group's level is for its warnings and errors: the promises and choices among its rules stay notes.
    if finding.level == .note, !set.rules.isExact { return finding }
    var finding = finding
    // A practice that is denied, or left to the reader, stays a note: the level is meant for what is permitted.
    if finding.stance?.isNoMoreThanNote(of: finding.effect) != true { finding.level = level }
    return finding
  }
}
