import Analysis
import Clauses

/// Writes the items of a patient's page at a terminal.
struct PatientItems {
  let style: Style
  let detail: Detail

  /// Places of one rule that are shown with `Detail.full`.
  private static let placesShown = 3
  /// Characters of a quoted sentence: of the first place, of the others, and where room is short.
  private static let quoteLimit = (first: 300, other: 160, brief: 100)

  private var isLong: Bool { detail == .everything || detail == .full }

  // MARK: Permissions, promises, choices

  func section(_ section: PatientSection, groups: [FindingGroup]) -> ScreenSection {
    var result = ScreenSection(style: style, heading: section.heading, floor: section == .lets ? 5 : 2)
    for (number, group) in groups.enumerated() { result.add(item(group, number: number + 1, role: section.role)) }
    if groups.isEmpty { result.closing.paragraph(section.nothing) }
    return result
  }

  private func item(_ group: FindingGroup, number: Int, role: Style.Role) -> Page {
    var page = Page(style: style)
    guard let first = group.findings.first else { return page }
    let label = Self.label(number)
    let indent = Self.indent
    page.lines(first.headline, first: label, role: role)
    if detail == .brief || detail == .medium {
      let more = group.morePlaces.isEmpty ? "" : ", \(group.morePlaces)"
      page.lines(quote(first) + " (\(Passage(first).shortPlaceText)\(more))", first: indent)
      guard detail == .medium else { return page }
      page.lines(first.message, first: indent)
      if !first.ask.isEmpty { page.lines("Ask: " + first.ask, first: indent) }
      page.blank()
      return page
    }
    page.lines(quote(first) + " (\(Passage(first).placeText))", first: indent)
    if first.stance == .conditional { page.lines(PatientText.condition, first: indent) }
    page.lines("What it means: " + first.message, first: indent)
    if !first.why.isEmpty { page.lines("Why it matters: " + first.why, first: indent) }
    if !first.ask.isEmpty { page.lines("Ask: " + first.ask, first: indent) }
    addOthers(of: group, to: &page)
    page.blank()
    return page
  }

  private func addOthers(of group: FindingGroup, to page: inout Page) {
    let others = group.findings.dropFirst()
    let shown = detail == .everything ? others : others.prefix(Self.placesShown - 1)
    for other in shown {
      let isNew = other.stance == .conditional && group.findings.first?.stance != .conditional
      let place = Passage(other).placeText + (isNew ? ", only under a condition" : "")
      let words = Passage(other).quoted(limit: Self.quoteLimit.other)
      page.lines("also at \(place): \(words)", first: Self.indent + "- ")
    }
    if shown.count < others.count {
      page.lines(
        "and \(others.count - shown.count) more: use --all to see them", first: Self.indent + "- ", role: .faint)
    }
  }

  // MARK: Questions

  func questions(of patient: PatientPage) -> ScreenSection {
    let questions = patient.questions
    var section = ScreenSection(style: style, heading: PatientText.questionsHeading, floor: questions.count)
    section.mayShrink = false
    if patient.isHidden { section.closing.paragraph(PatientText.hidden) }
    for (number, question) in questions.enumerated() {
      section.add(item(question, number: number + 1, isHidden: patient.isHidden))
    }
    let isSilent = questions.contains { !$0.isAnswered }
    if isSilent, !patient.isHidden { section.closing.paragraph(PatientText.silence) }
    return section
  }

  private func item(_ question: AnsweredQuestion, number: Int, isHidden: Bool) -> Page {
    var page = Page(style: style)
    page.lines(question.title, first: Self.label(number), role: .heading)
    for part in question.parts where part.answer != .silent { add(part, of: question, to: &page) }
    let silent = question.parts.filter { $0.answer == .silent }
    if !silent.isEmpty, !isHidden { page.lines(QuestionText.silence(silent), first: Self.indent) }
    if detail != .brief || !question.isAnswered { page.lines("Ask: " + question.ask, first: Self.indent) }
    if detail != .brief { page.blank() }
    return page
  }

  private func add(_ part: AnsweredQuestion.Part, of question: AnsweredQuestion, to page: inout Page) {
    let limit = isLong ? Self.quoteLimit.other : Self.quoteLimit.brief
    let passages = QuestionText.passages(of: part, limit: detail == .everything ? 5 : isLong ? 2 : 1)
    for (index, passage) in passages.enumerated() {
      let lead = index == 0 ? QuestionText.lead(of: part, in: question) : "Also:"
      let place = isLong ? passage.placeText : passage.shortPlaceText
      page.lines("\(lead) \(passage.quoted(limit: limit)) (\(place))", first: Self.indent)
    }
    if !part.but.isEmpty { page.lines(part.but, first: Self.indent) }
  }

  // MARK: Missing, contradictions, vague words

  func missing(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, heading: PatientText.missingHeading, floor: 2)
    section.mayFold = true
    for (number, finding) in patient.missing.enumerated() {
      var page = Page(style: style)
      page.lines(finding.message, first: Self.label(number + 1), role: .risk)
      if isLong, !finding.why.isEmpty { page.lines("Why it matters: " + finding.why, first: Self.indent) }
      if !finding.ask.isEmpty { page.lines("Ask: " + finding.ask, first: Self.indent) }
      if detail != .brief { page.blank() }
      section.add(page)
    }
    return section
  }

  func conflicts(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, heading: PatientText.conflictsHeading, floor: 2)
    for (number, finding) in patient.conflicts.enumerated() {
      var page = Page(style: style)
      page.lines(finding.title, first: Self.label(number + 1), role: .risk)
      add("Here: ", Passage(finding), to: &page)
      for related in finding.related { add("But here: ", Passage(related), to: &page) }
      if detail != .brief { page.lines(finding.message, first: Self.indent) }
      if isLong, !finding.why.isEmpty { page.lines("Why it matters: " + finding.why, first: Self.indent) }
      if detail != .brief, !finding.ask.isEmpty { page.lines("Ask: " + finding.ask, first: Self.indent) }
      if detail != .brief { page.blank() }
      section.add(page)
    }
    return section
  }

  private func add(_ lead: String, _ passage: Passage, to page: inout Page) {
    let limit = isLong ? Self.quoteLimit.first : Self.quoteLimit.brief
    let place = isLong ? passage.placeText : passage.shortPlaceText
    page.lines(passage.quoted(limit: limit) + " (\(place))", first: Self.indent + lead)
  }

  func wording(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, heading: PatientText.wordingHeading, floor: 1)
    section.mayFold = true
    for group in patient.wording {
      var page = Page(style: style)
      guard let first = group.findings.first else { continue }
      let more = group.morePlaces.isEmpty ? "" : ", \(group.morePlaces)"
      page.lines(
        "\(first.title): “\(first.quote.printable)” (\(Passage(first).shortPlaceText)\(more))", first: "  - ")
      if isLong, !first.ask.isEmpty { page.lines("Ask: " + first.ask, first: Self.indent) }
      section.add(page)
    }
    return section
  }

  // MARK: Layout

  private static let indent = "    "

  private static func label(_ number: Int) -> String { number < 10 ? " \(number). " : "\(number). " }

  private func quote(_ finding: Finding) -> String {
    Passage(finding).quoted(limit: isLong ? Self.quoteLimit.first : Self.quoteLimit.brief)
  }
}
