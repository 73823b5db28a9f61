import Analysis
import Clauses
import SourceText

/// The patient's page as Markdown: to paste into a ticket, a mail or a file. It says what the page for a browser says,
/// without the form.
public struct MarkdownReport: Sendable {
  public var provenance: Provenance

  /// Characters of a quoted sentence.
  private static let quoteLimit = 300

  public init(provenance: Provenance) {
    self.provenance = provenance
  }

  /// The page on all documents, ending in a line feed.
  public func render(_ report: Report) -> String {
    var text = ""
    for document in report.documents {
      text += self.text(of: PatientPage(document))
    }
    return text + "---\n\n\(escaped(PatientText.disclaimer))\n\n\(escaped(provenance.line))\n"
  }

  private func text(of page: PatientPage) -> String {
    var text = "# What this form says about your data\n\n\(escaped(page.opening))\n\n"
    for note in page.notes { text += "**\(escaped(note))**\n\n" }
    if let hash = page.document.read?.fileHash { text += "Fingerprint of the file (SHA-256): `\(hash)`\n\n" }
    if let unknown = page.unknownKind { text += unknown + "\n\n" }
    for line in PatientSummary(page).lines { text += line + "\n\n" }
    if let effort = ReadingEffort.line(page.document.facts) { text += escaped(effort) + "\n\n" }
    if page.document.findings.isEmpty { text += PatientText.nothingFound + "\n\n" }
    text += questions(of: page)
    if !page.document.findings.isEmpty {
      for section in PatientSection.allCases { text += self.text(of: section, in: page) }
    }
    return text + conflicts(of: page) + missing(of: page) + wording(of: page)
  }

  private func questions(of page: PatientPage) -> String {
    let questions = page.questions
    guard !questions.isEmpty else { return "" }
    var text = "## \(PatientText.questionsHeading)\n\n"
    if page.isHidden { text += "**\(PatientText.hidden)**\n\n" }
    for (number, question) in questions.enumerated() {
      text += "\(number + 1). **\(escaped(question.title))**\n"
      for part in question.parts where part.answer != .silent || !page.isHidden {
        text += "   - \(escaped(QuestionText.lead(of: part, in: question)))"
        text += QuestionText.passages(of: part, limit: 2).map { " \(quote($0))" }.joined()
        text += part.but.isEmpty ? "\n" : " \(escaped(part.but))\n"
      }
      text += "   - Ask: *\(escaped(question.ask))*\n"
    }
    return text + (page.isHidden ? "\n" : "\n\(PatientText.silence)\n\n")
  }

  private func text(of section: PatientSection, in page: PatientPage) -> String {
    var text = "## \(section.heading)\n\n"
    let groups = page.groups(of: section)
    if groups.isEmpty { text += section.nothing + "\n" }
    for (number, group) in groups.enumerated() {
      guard let first = group.findings.first else { continue }
      text += "\(number + 1). **\(escaped(first.headline))**\n"
      text += "   - \(quote(Passage(first)))\(group.morePlaces.isEmpty ? "" : ", \(group.morePlaces)")\n"
      if first.stance == .conditional { text += "   - \(PatientText.condition)\n" }
      text += "   - What it means: \(escaped(first.message))\n"
      if !first.ask.isEmpty { text += "   - Ask: *\(escaped(first.ask))*\n" }
    }
    return text + "\n"
  }

  private func conflicts(of page: PatientPage) -> String {
    guard !page.conflicts.isEmpty else { return "" }
    var text = "## \(PatientText.conflictsHeading)\n\n"
    for (number, finding) in page.conflicts.enumerated() {
      text += "\(number + 1). **\(escaped(finding.title))**\n   - Here: \(quote(Passage(finding)))\n"
      for related in finding.related { text += "   - But here: \(quote(Passage(related)))\n" }
      text += "   - \(escaped(finding.message))\n"
      if !finding.ask.isEmpty { text += "   - Ask: *\(escaped(finding.ask))*\n" }
    }
    return text + "\n"
  }

  private func missing(of page: PatientPage) -> String {
    guard !page.missing.isEmpty else { return "" }
    var text = "## \(PatientText.missingHeading)\n\n"
    for finding in page.missing {
      text += "- **\(escaped(finding.message))**"
      text += finding.ask.isEmpty ? "\n" : " Ask: *\(escaped(finding.ask))*\n"
    }
    return text + "\n"
  }

  private func wording(of page: PatientPage) -> String {
    guard !page.wording.isEmpty else { return "" }
    var text = "## \(PatientText.wordingHeading)\n\n"
    for group in page.wording {
      guard let first = group.findings.first else { continue }
      let more = group.morePlaces.isEmpty ? "" : ", \(group.morePlaces)"
      text += "- \(escaped(first.title)): “\(escaped(first.quote))” (\(escaped(Passage(first).placeText))\(more))\n"
    }
    return text + "\n"
  }

  private func quote(_ passage: Passage) -> String {
    "\(escaped(passage.quoted(limit: Self.quoteLimit))) (\(escaped(passage.placeText)))"
  }

  private func escaped(_ content: String) -> String { MarkdownText.escaped(content) }
}
