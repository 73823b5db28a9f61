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
    Writer(wording: DiffWording(comparison), style: style, showsAll: showsAll).page.text
  }

  /// Writes one report.
  private struct Writer {
    let wording: DiffWording
    let style: Style
    let showsAll: Bool

    private var texts: any Texts { wording.texts }
    private var comparison: Comparison { wording.comparison }

    var page: Page {
      var page = Page(style: style)
      page.paragraph(
        texts.compared(comparison.old.path.printable, with: comparison.new.path.printable), role: .heading)
      page.paragraph(wording.verdict)
      for section in wording.sections {
        page.heading(section.heading)
        for (number, change) in section.changes.enumerated() { add(change, number: number + 1, to: &page) }
        if section.changes.last?.kind.isMinor ?? false, !showsAll { page.blank() }
      }
      addMatched(to: &page)
      page.paragraph(texts.diffDisclaimer, role: .faint)
      return page
    }

    private func add(_ change: Change, number: Int, to page: inout Page) {
      let label = number < 10 ? " \(number). " : "\(number). "
      let indent = String(repeating: " ", count: label.count)
      page.lines(wording.headline(change) + " [\(change.rule)]", first: label, role: change.kind.role)
      // How often something is said is worth a line, not a page.
      if change.kind.isMinor, !showsAll { return }
      add(change.old, called: texts.old, indent: indent, to: &page)
      add(change.new, called: texts.new, indent: indent, to: &page)
      for line in wording.meaning(change) { page.lines(line, first: indent) }
      if let question = wording.question(change) { page.lines(question, first: indent) }
      page.blank()
    }

    private func add(_ findings: [Finding], called name: String, indent: String, to page: inout Page) {
      let first = indent + name + ": "
      let shown = showsAll ? findings[...] : findings.prefix(DiffReport.placesShown)
      for finding in shown { page.lines(wording.quote(finding), first: first) }
      if shown.count < findings.count {
        let rest = String(repeating: " ", count: first.columns)
        page.lines(texts.moreWithAll(findings.count - shown.count), first: rest, role: .faint)
      }
    }

    private func addMatched(to page: inout Page) {
      if showsAll, !comparison.matched.isEmpty {
        page.heading(texts.matchedHeading)
        for clause in comparison.matched {
          let name = "\(wording.headline(clause.new)) [\(clause.new.rule)]"
          page.lines(texts.labelled(name, wording.fate(clause)), first: "  - ", role: .faint)
          page.lines(wording.quote(clause.old), first: "    \(texts.old): ")
          page.lines(wording.quote(clause.new), first: "    \(texts.new): ")
          page.blank()
        }
      }
      let hint = showsAll || comparison.matched.isEmpty ? "" : " " + texts.useAll
      page.paragraph(wording.counts + hint)
    }
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
