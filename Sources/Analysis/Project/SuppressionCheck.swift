import Clauses
import ProjectConfiguration
import SourceText

/// Takes out the findings that a document's own directives allow, and reports directives that do nothing.
struct SuppressionCheck {
  /// The rules of its own findings.
  enum Rule: String, CaseIterable {
    /// It silences nothing.
    case unused = "suppression.unused"
    /// Its last day has gone; it no longer counts.
    case expired = "suppression.expired"
    /// It does not say why; it does not count.
    case noReason = "suppression.no-reason"
    /// It names a rule that there is not.
    case unknownRule = "suppression.unknown-rule"
    /// It cannot be understood.
    case malformed = "suppression.malformed"

    var level: Clauses.Rule.Level {
      switch self {
      case .unused, .expired: .warning
      case .noReason, .unknownRule, .malformed: .error
      }
    }
  }

  let today: CalendarDay
  /// The ids of all rules that a directive may name.
  let rules: Set<String>

  /// `report` with the findings parted into those that count and those that are allowed.
  func apply(to report: DocumentReport) -> DocumentReport {
    guard !report.directives.isEmpty else { return report }
    var report = report
    var complaints: [Finding] = []
    for directive in report.directives {
      let suppression: Suppression
      do throws(Suppression.Fault) {
        suppression = try Suppression(directive.text)
      } catch {
        complaints.append(complaint(about: error, directive))
        continue
      }
      if let unknown = suppression.rules.first(where: { rule in !rules.contains(where: rule.includes) }) {
        let near = rules.sorted().nearest(to: unknown.source)
        let advice = near.map { "Did you mean \($0)?" } ?? "See: consentlint rules list"
        complaints.append(complaint(.unknownRule, "There is no rule \(unknown.source). \(advice)", directive))
        continue
      }
      if let until = suppression.until, until < today {
        complaints.append(
          complaint(
            .expired, "This was allowed until \(until). Look at the clause again, or set a new date.", directive))
        continue
      }
      let unused = suppression.rules.filter { !silence($0, suppression, directive, in: &report) }
      if !unused.isEmpty {
        let names = unused.map(\.source).joined(separator: ", ")
        complaints.append(
          complaint(.unused, "There is no finding of \(names) here to allow. Take the name out.", directive))
      }
    }
    report.findings = DocumentReport.inOrder(report.findings + Fingerprints.numbered(complaints))
    return report
  }

  /// Takes out the findings of `rule` that the directive is about; false if there is none.
  private func silence(
    _ rule: RuleSelector, _ suppression: Suppression, _ directive: Directive, in report: inout DocumentReport
  ) -> Bool {
    var allowed: [SuppressedFinding] = []
    report.findings.removeAll { finding in
      guard rule.includes(finding.rule), covers(suppression.scope, directive, finding.start.byte) else { return false }
      allowed.append(
        SuppressedFinding(
          finding: finding, source: .document, reason: suppression.reason, until: suppression.until?.description))
      return true
    }
    report.suppressed += allowed
    return !allowed.isEmpty
  }

  private func covers(_ scope: Suppression.Scope, _ directive: Directive, _ byte: Int) -> Bool {
    switch scope {
    case .sentence: directive.sentence.start <= byte && byte < directive.sentence.end
    case .section: directive.section.start <= byte && byte < directive.section.end
    case .file: true
    }
  }

  // MARK: Complaints

  private func complaint(about fault: Suppression.Fault, _ directive: Directive) -> Finding {
    switch fault {
    case .noReason:
      complaint(.noReason, "This does not say why. Write the reason behind two dashes: allow RULE -- reason", directive)
    case .noRule:
      complaint(.malformed, "This names no rule. Write: allow RULE -- reason", directive)
    case .verb(let word):
      complaint(
        .malformed, "I do not know \"\(word)\". Write: allow, allow-section or allow-file, and a rule.", directive)
    case .date(let word):
      complaint(.malformed, "\"\(word)\" is no date. Write it like this: until 2027-01-31", directive)
    case .word(let word):
      complaint(
        .malformed, "\"\(word)\" is no name of a rule. Write the reason behind two dashes: allow RULE -- reason",
        directive)
    }
  }

  private func complaint(_ rule: Rule, _ message: String, _ directive: Directive) -> Finding {
    Finding(
      rule: rule.rawValue, kind: .wording, stance: nil, effect: .neutral, level: rule.level,
      title: "A remark that silences nothing", message: message,
      why: "Who reads the form's file should be able to trust what its remarks say.",
      ask: "Is this remark still right?",
      start: directive.start, end: directive.end, quote: directive.text, sentence: directive.text, captures: [:],
      see: [], fingerprint: Fingerprints.name(rule: rule.rawValue, stance: "", sentence: directive.text),
      place: directive.place)
  }
}
