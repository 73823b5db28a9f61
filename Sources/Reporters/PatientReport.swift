import Analysis
import Clauses
import SourceText

/// The report for patients, in plain words: what was read, what the form lets others do, what it promises,
/// the reader's choices, and what it leaves out. It never grades a form.
public struct PatientReport: Sendable {
  public var style: Style
  /// True to show every place; else the first ones of each rule.
  public var showsAll: Bool

  /// Places of one rule that are shown without `showsAll`.
  static let placesShown = 3
  /// Characters of a quoted sentence: of the first place, and of the others.
  static let quoteLimit = (first: 300, other: 160)

  public init(style: Style = Style(), showsAll: Bool = false) {
    self.style = style
    self.showsAll = showsAll
  }

  /// The report of all documents, ending in a line feed; empty without documents.
  public func render(_ report: Report) -> String {
    guard !report.documents.isEmpty else { return "" }
    var page = Page(style: style)
    for document in report.documents {
      add(document, to: &page)
    }
    page.paragraph(
      "This is not legal advice. I look for words that I know: I can miss some, and I can be wrong."
        + " Read the form yourself, and ask before you sign.",
      role: .faint)
    return page.text
  }

  private func add(_ document: DocumentReport, to page: inout Page) {
    let isHidden = document.problems.contains(where: \.hidesText)
    let name = document.path == "<stdin>" ? "your text" : document.path.printable
    let wasRead = !isHidden || document.facts.words > 0
    page.paragraph(wasRead ? whatWasRead(document, name: name) : "I could not read \(name).", role: .heading)
    for problem in document.problems {
      page.paragraph("Please note: " + ProblemText.message(for: problem), role: .error)
    }
    guard wasRead else { return }
    if let kind = document.kind, kind.title == nil {
      page.paragraph("I do not know what kind of form it is.")
    }
    if let effort = ReadingEffort.line(document.facts) { page.paragraph(effort) }

    if document.findings.isEmpty {
      page.paragraph(
        "I found none of the clauses I know. That does not mean that the form says nothing about your data,"
          + " or that nothing will be done with it: it may use words that I do not know.")
    } else {
      for section in PatientSection.allCases {
        add(section, findings: document.findings, to: &page)
      }
    }
    addSilence(document, isHidden: isHidden, to: &page)
  }

  private func whatWasRead(_ document: DocumentReport, name: String) -> String {
    let size = "\(counted(document.facts.words, "word")) in \(counted(document.facts.sentences, "sentence"))."
    guard let kind = document.kind else { return "I read \(name): \(size)" }
    guard let title = kind.title else { return "I read \(name): \(size)" }
    let article = "aeiou".contains(title.lowercased().prefix(1)) ? "an" : "a"
    return "I read \(name) as \(article) \(title)\(kind.isSure ? "" : ", but I am not sure"): \(size)"
  }

  private func add(_ section: PatientSection, findings: [Finding], to page: inout Page) {
    page.heading(section.heading)
    let groups = FindingGroup.groups(of: section, in: findings)
    if groups.isEmpty { page.paragraph(section.nothing) }
    for (number, group) in groups.enumerated() {
      add(group, number: number + 1, role: section.role, to: &page)
    }
  }

  private func add(_ group: FindingGroup, number: Int, role: Style.Role, to page: inout Page) {
    guard let first = group.findings.first else { return }
    let label = number < 10 ? " \(number). " : "\(number). "
    page.lines(first.headline, first: label, role: role)
    let indent = String(repeating: " ", count: label.count)
    page.lines(quoted(first, limit: Self.quoteLimit.first) + " (\(place(of: first)))", first: indent)
    if first.stance == .conditional {
      page.lines("Only under a condition: read the words above for when it holds.", first: indent)
    }
    page.lines("What it means: " + first.message, first: indent)
    if !first.why.isEmpty { page.lines("Why it matters: " + first.why, first: indent) }
    if !first.ask.isEmpty { page.lines("Ask: " + first.ask, first: indent) }

    let others = group.findings.dropFirst()
    let shown = showsAll ? others : others.prefix(Self.placesShown - 1)
    for other in shown {
      let condition = other.stance == .conditional && first.stance != .conditional ? ", only under a condition" : ""
      page.lines(
        "also at \(place(of: other))\(condition): \(quoted(other, limit: Self.quoteLimit.other))",
        first: indent + "- ")
    }
    if shown.count < others.count {
      page.lines("and \(others.count - shown.count) more: use --all to see them", first: indent + "- ", role: .faint)
    }
    page.blank()
  }

  /// What the form leaves out. Nothing is said to be absent from a text that was not read whole.
  private func addSilence(_ document: DocumentReport, isHidden: Bool, to page: inout Page) {
    page.heading("What the form does not say")
    if isHidden {
      page.paragraph("I could not read all of this document, so I cannot tell what it leaves out.")
      return
    }
    let missing = HeadlineTopic.missing(in: document.findings)
    if missing.isEmpty {
      page.paragraph(
        "It says something about each of the three things that I always look for: sharing, AI training, and a way"
          + " to say no. It may still leave out details: ask.")
    }
    for topic in missing {
      page.lines(topic.silence, first: "  - ")
      page.lines("Ask: " + topic.ask, first: "    ")
      page.blank()
    }
    if !missing.isEmpty {
      page.paragraph("Silence is not a promise: what a form does not say may still be done.")
    }
  }

  private func quoted(_ finding: Finding, limit: Int) -> String {
    "“" + Excerpt.around(finding.quote, in: finding.sentence, limit: limit).printable + "”"
  }

  private func place(of finding: Finding) -> String {
    if let place = finding.place { return PlaceText.long(place, heading: finding.heading) }
    return finding.end.line > finding.start.line
      ? "lines \(finding.start.line)–\(finding.end.line)" : "line \(finding.start.line)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The number with a comma for each thousand.
  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
