extension DocumentReport {
  /// The report with only the findings that `before`, a report on an older state of the document, does not have:
  /// sentences that are new or were changed, practices that are newly permitted, and what is no longer allowed.
  public func newSince(_ before: DocumentReport) -> DocumentReport {
    let known = Set(before.findings.map(\.fingerprint))
    var report = self
    report.findings.removeAll { known.contains($0.fingerprint) }
    return report
  }
}
