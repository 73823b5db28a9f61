import Analysis
import Clauses
import SourceText

/// The report for patients at a terminal, in plain words: what was read, what the form lets others do, what it
/// promises, the reader's choices, seven questions with the form's answers, and what it leaves out.
public struct PatientReport: Sendable {
  public var style: Style
  /// True to show everything; else a document gets about two screens.
  public var showsAll: Bool

  /// Lines of one document without `showsAll`: two screens of 45 lines, less the lines that end the page.
  static let lineLimit = 86

  public init(style: Style = Style(), showsAll: Bool = false) {
    self.style = style
    self.showsAll = showsAll
  }

  /// The report of all documents, ending in a line feed; empty without documents.
  public func render(_ report: Report) -> String {
    guard !report.documents.isEmpty else { return "" }
    var page = Page(style: style)
    for document in report.documents {
      add(PatientPage(document), to: &page)
    }
    for texts in report.texts { page.paragraph(texts.disclaimer, role: .faint) }
    return page.text
  }

  private func add(_ patient: PatientPage, to page: inout Page) {
    guard patient.wasRead else {
      page.add(opening(of: patient, isShort: false))
      return
    }
    guard !showsAll else {
      page.add(opening(of: patient, isShort: false))
      return add(sections(of: patient, .everything), to: &page)
    }
    // The richest that has room; at last some of it is left out, and a line says how much.
    for detail in [Detail.full, .medium] {
      let opening = opening(of: patient, isShort: detail != .full)
      let sections = sections(of: patient, detail)
      guard opening.lineCount + sections.reduce(0, { $0 + $1.lineCount }) <= Self.lineLimit else { continue }
      page.add(opening)
      return add(sections, to: &page)
    }
    let opening = opening(of: patient, isShort: true)
    page.add(opening)
    let room = Self.lineLimit - opening.lineCount
    add(ScreenSection.fitted(sections(of: patient, .brief), into: room), to: &page)
  }

  private func add(_ sections: [ScreenSection], to page: inout Page) {
    for section in sections { page.add(section) }
  }

  private func opening(of patient: PatientPage, isShort: Bool) -> Page {
    var page = Page(style: style)
    page.paragraph(patient.opening, role: .heading)
    for note in patient.notes { page.paragraph(note, role: .error) }
    guard patient.wasRead else { return page }
    if let unknown = patient.unknownKind { page.paragraph(unknown) }
    let facts = patient.document.facts
    let texts = patient.texts
    let effort = isShort ? ReadingEffort.shortLine(facts, in: texts) : ReadingEffort.line(facts, in: texts)
    if let effort { page.paragraph(effort) }
    if patient.document.findings.isEmpty { page.paragraph(texts.nothingFound) }
    return page
  }

  private func sections(of patient: PatientPage, _ detail: Detail) -> [ScreenSection] {
    let writer = PatientItems(style: style, detail: detail, texts: patient.texts)
    var sections: [ScreenSection] = []
    if !patient.document.findings.isEmpty {
      sections = PatientSection.allCases.map { writer.section($0, groups: patient.groups(of: $0)) }
    }
    sections.append(writer.questions(of: patient))
    sections.append(writer.missing(patient))
    sections.append(writer.conflicts(patient))
    sections.append(writer.wording(patient))
    return sections.filter { !$0.isEmpty }
  }
}

/// How much is said of each finding.
enum Detail: Sendable {
  /// Every place, with all that is known.
  case everything
  /// The first places, with all that is known.
  case full
  /// The first place, what it means and what to ask.
  case medium
  /// The first place.
  case brief
}
