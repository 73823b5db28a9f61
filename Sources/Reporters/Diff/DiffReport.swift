import Analysis
import Clauses
import SourceText

/// A comparison in plain words, for the terminal: what was lost, what was won, with the words of both versions.
public struct DiffReport: Sendable {
  public var style: Style
  /// True to list the clauses that were moved or reworded, and each place.
  public var showsAll: Bool

  /// Places of one change that are shown without `showsAll`.
  private static let placesShown = 3

  public init(style: Style = Style(), showsAll: Bool = false) {
    self.style = style
    self.showsAll = showsAll
  }

  /// The report, ending in a line feed.
  public func render(_ comparison: Comparison) -> String {
    var page = Page(style: style)
    page.paragraph(
      "I compared \(comparison.old.path.printable) (old) with \(comparison.new.path.printable) (new).", role: .heading)
    page.paragraph(DiffWording.verdict(comparison))
    for section in DiffWording.sections(comparison) {
      page.heading(section.heading)
      for (number, change) in section.changes.enumerated() { add(change, number: number + 1, to: &page) }
      if section.changes.last?.kind.isMinor ?? false, !showsAll { page.blank() }
    }
    addMatched(comparison, to: &page)
    page.paragraph(DiffWording.caution, role: .faint)
    return page.text
  }

  private func add(_ change: Change, number: Int, to page: inout Page) {
    let label = number < 10 ? " \(number). " : "\(number). "
    let indent = String(repeating: " ", count: label.count)
    page.lines(DiffWording.headline(change) + " [\(change.rule)]", first: label, role: change.kind.role)
    // How often something is said is worth a line, not a page.
    if change.kind.isMinor, !showsAll { return }
    add(change.old, called: "Old: ", indent: indent, to: &page)
    add(change.new, called: "New: ", indent: indent, to: &page)
    for line in DiffWording.meaning(change) { page.lines(line, first: indent) }
    if let question = DiffWording.question(change) { page.lines("Ask: " + question, first: indent) }
    page.blank()
  }

  private func add(_ findings: [Finding], called name: String, indent: String, to page: inout Page) {
    let shown = showsAll ? findings[...] : findings.prefix(Self.placesShown)
    for finding in shown {
      page.lines(DiffWording.quote(finding), first: indent + name)
    }
    if shown.count < findings.count {
      page.lines(
        "and \(findings.count - shown.count) more: use --all to see them", first: indent + "     ", role: .faint)
    }
  }

  private func addMatched(_ comparison: Comparison, to page: inout Page) {
    if showsAll, !comparison.matched.isEmpty {
      page.heading("Moved or reworded, with the same meaning")
      for clause in comparison.matched {
        page.lines(
          "\(clause.new.headline) [\(clause.new.rule)]: \(DiffWording.fate(clause))", first: "  - ", role: .faint)
        page.lines(DiffWording.quote(clause.old), first: "    Old: ")
        page.lines(DiffWording.quote(clause.new), first: "    New: ")
        page.blank()
      }
    }
    let hint = showsAll || comparison.matched.isEmpty ? "" : " Use --all to see them."
    page.paragraph(DiffWording.counts(comparison) + hint)
  }
}

extension Change.Kind {
  fileprivate var role: Style.Role {
    switch self {
    case _ where isLoss: .risk
    case .turnedBetter, .noLongerPermits, .noLongerRequires, .promiseAdded: .promise
    case .choiceAdded: .choice
    case .morePlaces, .fewerPlaces: .faint
    default: .heading
    }
  }
}
