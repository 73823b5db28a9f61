/// One line a finding: see `LineReport`.
struct LineReporter: LintReporter {
  var style: Style

  mutating func report(on document: LintedDocument) -> String {
    LineReport(style: style).render(document.report)
  }
}
