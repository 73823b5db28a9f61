import Analysis
import Clauses

/// Writes the items of a patient's page at a terminal.
struct PatientItems {
  let style: Style
  let detail: Detail
  let texts: any Texts

  /// Places of one rule that are shown with `Detail.full`.
  private static let placesShown = 3
  /// Characters of a quoted sentence: of the first place, of the others, and where room is short.
  private static let quoteLimit = (first: 300, other: 160, brief: 100)

  private var isLong: Bool { detail == .everything || detail == .full }

  // MARK: Permissions, promises, choices

  func section(_ section: PatientSection, groups: [FindingGroup]) -> ScreenSection {
    var result = ScreenSection(
      style: style, texts: texts, heading: texts.heading(of: section), floor: section == .lets ? 5 : 2)
    for (number, group) in groups.enumerated() { result.add(item(group, number: number + 1, role: section.role)) }
    if groups.isEmpty { result.closing.paragraph(texts.nothing(in: section)) }
    return result
  }

  private func item(_ group: FindingGroup, number: Int, role: Style.Role) -> Page {
    var page = Page(style: style)
    guard let first = group.findings.first else { return page }
    let label = Self.label(number)
    let indent = Self.indent
    page.lines(first.headline(in: texts), first: label, role: role)
    if detail == .brief || detail == .medium {
      page.lines(quote(first) + " (\(places(of: group, first)))", first: indent)
      guard detail == .medium else { return page }
      page.lines(first.message, first: indent)
      if !first.ask.isEmpty { page.lines(texts.question(first.ask), first: indent) }
      page.blank()
      return page
    }
    page.lines(quote(first) + " (\(Passage(first).place(in: texts)))", first: indent)
    if first.stance == .conditional { page.lines(texts.conditionAbove, first: indent) }
    page.lines(texts.meaning(first.message), first: indent)
    if !first.why.isEmpty { page.lines(texts.reason(first.why), first: indent) }
    if !first.ask.isEmpty { page.lines(texts.question(first.ask), first: indent) }
    addOthers(of: group, to: &page)
    page.blank()
    return page
  }

  private func addOthers(of group: FindingGroup, to page: inout Page) {
    let others = group.findings.dropFirst()
    let shown = detail == .everything ? others : others.prefix(Self.placesShown - 1)
    for other in shown {
      let isNew = other.stance == .conditional && group.findings.first?.stance != .conditional
      let place = Passage(other).place(in: texts) + (isNew ? ", \(texts.underCondition)" : "")
      let words = Passage(other).quoted(limit: Self.quoteLimit.other, in: texts)
      page.lines(texts.labelled(texts.alsoAt(place), words), first: Self.indent + "- ")
    }
    if shown.count < others.count {
      page.lines(texts.moreWithAll(others.count - shown.count), first: Self.indent + "- ", role: .faint)
    }
  }

  // MARK: Questions

  func questions(of patient: PatientPage) -> ScreenSection {
    let questions = patient.questions
    var section = ScreenSection(
      style: style, texts: texts, heading: texts.questionsHeading, floor: questions.count)
    section.mayShrink = false
    if patient.isHidden { section.closing.paragraph(texts.notAllRead) }
    for (number, question) in questions.enumerated() {
      section.add(item(question, number: number + 1, isHidden: patient.isHidden))
    }
    let isSilent = questions.contains { !$0.isAnswered }
    if isSilent, !patient.isHidden { section.closing.paragraph(texts.silenceIsNoPromise) }
    return section
  }

  private func item(_ question: AnsweredQuestion, number: Int, isHidden: Bool) -> Page {
    var page = Page(style: style)
    page.lines(question.title, first: Self.label(number), role: .heading)
    for part in question.parts where part.answer != .silent { add(part, of: question, to: &page) }
    let silent = question.parts.filter { $0.answer == .silent }
    if !silent.isEmpty, !isHidden { page.lines(texts.doesNotSay(silent.map(\.about)), first: Self.indent) }
    if detail != .brief || !question.isAnswered { page.lines(texts.question(question.ask), first: Self.indent) }
    if detail != .brief { page.blank() }
    return page
  }

  private func add(_ part: AnsweredQuestion.Part, of question: AnsweredQuestion, to page: inout Page) {
    let limit = isLong ? Self.quoteLimit.other : Self.quoteLimit.brief
    let passages = QuestionText.passages(of: part, limit: detail == .everything ? 5 : isLong ? 2 : 1)
    for (index, passage) in passages.enumerated() {
      let lead = index == 0 ? QuestionText.lead(of: part, in: question, texts) : texts.also + ":"
      let place = isLong ? passage.place(in: texts) : passage.shortPlace(in: texts)
      page.lines("\(lead) \(passage.quoted(limit: limit, in: texts)) (\(place))", first: Self.indent)
    }
    if !part.but.isEmpty { page.lines(part.but, first: Self.indent) }
  }

  // MARK: Missing, contradictions, vague words

  func missing(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, texts: texts, heading: texts.missingHeading, floor: 2)
    section.mayFold = true
    for (number, finding) in patient.missing.enumerated() {
      var page = Page(style: style)
      page.lines(finding.message, first: Self.label(number + 1), role: .risk)
      if isLong, !finding.why.isEmpty { page.lines(texts.reason(finding.why), first: Self.indent) }
      if !finding.ask.isEmpty { page.lines(texts.question(finding.ask), first: Self.indent) }
      if detail != .brief { page.blank() }
      section.add(page)
    }
    return section
  }

  func conflicts(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, texts: texts, heading: texts.conflictsHeading, floor: 2)
    for (number, finding) in patient.conflicts.enumerated() {
      var page = Page(style: style)
      page.lines(finding.title, first: Self.label(number + 1), role: .risk)
      add(texts.here + ": ", Passage(finding), to: &page)
      for related in finding.related { add(texts.butHere + ": ", Passage(related), to: &page) }
      if detail != .brief { page.lines(finding.message, first: Self.indent) }
      if isLong, !finding.why.isEmpty { page.lines(texts.reason(finding.why), first: Self.indent) }
      if detail != .brief, !finding.ask.isEmpty { page.lines(texts.question(finding.ask), first: Self.indent) }
      if detail != .brief { page.blank() }
      section.add(page)
    }
    return section
  }

  private func add(_ lead: String, _ passage: Passage, to page: inout Page) {
    let limit = isLong ? Self.quoteLimit.first : Self.quoteLimit.brief
    let place = isLong ? passage.place(in: texts) : passage.shortPlace(in: texts)
    page.lines(passage.quoted(limit: limit, in: texts) + " (\(place))", first: Self.indent + lead)
  }

  func wording(_ patient: PatientPage) -> ScreenSection {
    var section = ScreenSection(style: style, texts: texts, heading: texts.wordingHeading, floor: 1)
    section.mayFold = true
    for group in patient.wording {
      var page = Page(style: style)
      guard let first = group.findings.first else { continue }
      let words = texts.labelled(first.title, texts.quoted(first.quote.printable))
      page.lines("\(words) (\(places(of: group, first)))", first: "  - ")
      if isLong, !first.ask.isEmpty { page.lines(texts.question(first.ask), first: Self.indent) }
      section.add(page)
    }
    return section
  }

  // MARK: Layout

  private static let indent = "    "

  private static func label(_ number: Int) -> String { number < 10 ? " \(number). " : "\(number). " }

  private func quote(_ finding: Finding) -> String {
    Passage(finding).quoted(limit: isLong ? Self.quoteLimit.first : Self.quoteLimit.brief, in: texts)
  }

  /// "line 3, and 2 more places".
  private func places(of group: FindingGroup, _ first: Finding) -> String {
    let more = group.morePlaces(in: texts)
    return Passage(first).shortPlace(in: texts) + (more.isEmpty ? "" : ", \(more)")
  }
}
