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
    let ends = report.texts.map { texts in
      "\(escaped(texts.disclaimer))\n\n\(escaped(provenance.line(in: texts)))\n"
    }
    return text + "---\n\n" + ends.joined(separator: "\n")
  }

  private func text(of page: PatientPage) -> String {
    let texts = page.texts
    var text = "# \(texts.pageHeading)\n\n\(escaped(page.opening))\n\n"
    for note in page.notes { text += "**\(escaped(note))**\n\n" }
    if let hash = page.document.read?.fileHash { text += "\(texts.fingerprint) `\(hash)`\n\n" }
    if let unknown = page.unknownKind { text += unknown + "\n\n" }
    for line in PatientSummary(page).lines { text += line + "\n\n" }
    if let effort = ReadingEffort.line(page.document.facts, in: texts) { text += escaped(effort) + "\n\n" }
    if page.document.findings.isEmpty { text += texts.nothingFound + "\n\n" }
    text += questions(of: page)
    if !page.document.findings.isEmpty {
      for section in PatientSection.allCases { text += self.text(of: section, in: page) }
    }
    return text + conflicts(of: page) + missing(of: page) + wording(of: page)
  }

  private func questions(of page: PatientPage) -> String {
    let (questions, texts) = (page.questions, page.texts)
    guard !questions.isEmpty else { return "" }
    var text = "## \(texts.questionsHeading)\n\n"
    if page.isHidden { text += "**\(texts.notAllRead)**\n\n" }
    for (number, question) in questions.enumerated() {
      text += "\(number + 1). **\(escaped(question.title))**\n"
      for part in question.parts where part.answer != .silent || !page.isHidden {
        text += "   - \(escaped(QuestionText.lead(of: part, in: question, texts)))"
        text += QuestionText.passages(of: part, limit: 2).map { " \(quote($0, texts))" }.joined()
        text += part.but.isEmpty ? "\n" : " \(escaped(part.but))\n"
      }
      text += "   - \(texts.question("*\(escaped(question.ask))*"))\n"
    }
    return text + (page.isHidden ? "\n" : "\n\(texts.silenceIsNoPromise)\n\n")
  }

  private func text(of section: PatientSection, in page: PatientPage) -> String {
    let texts = page.texts
    var text = "## \(texts.heading(of: section))\n\n"
    let groups = page.groups(of: section)
    if groups.isEmpty { text += texts.nothing(in: section) + "\n" }
    for (number, group) in groups.enumerated() {
      guard let first = group.findings.first else { continue }
      text += "\(number + 1). **\(escaped(first.headline(in: texts)))**\n"
      let more = group.morePlaces(in: texts)
      text += "   - \(quote(Passage(first), texts))\(more.isEmpty ? "" : ", \(more)")\n"
      if first.stance == .conditional { text += "   - \(texts.conditionAbove)\n" }
      text += "   - \(texts.meaning(escaped(first.message)))\n"
      if !first.ask.isEmpty { text += "   - \(texts.question("*\(escaped(first.ask))*"))\n" }
    }
    return text + "\n"
  }

  private func conflicts(of page: PatientPage) -> String {
    guard !page.conflicts.isEmpty else { return "" }
    let texts = page.texts
    var text = "## \(texts.conflictsHeading)\n\n"
    for (number, finding) in page.conflicts.enumerated() {
      text += "\(number + 1). **\(escaped(finding.title))**\n"
      text += "   - \(texts.labelled(texts.here, quote(Passage(finding), texts)))\n"
      for related in finding.related {
        text += "   - \(texts.labelled(texts.butHere, quote(Passage(related), texts)))\n"
      }
      text += "   - \(escaped(finding.message))\n"
      if !finding.ask.isEmpty { text += "   - \(texts.question("*\(escaped(finding.ask))*"))\n" }
    }
    return text + "\n"
  }

  private func missing(of page: PatientPage) -> String {
    guard !page.missing.isEmpty else { return "" }
    let texts = page.texts
    var text = "## \(texts.missingHeading)\n\n"
    for finding in page.missing {
      text += "- **\(escaped(finding.message))**"
      text += finding.ask.isEmpty ? "\n" : " \(texts.question("*\(escaped(finding.ask))*"))\n"
    }
    return text + "\n"
  }

  private func wording(of page: PatientPage) -> String {
    guard !page.wording.isEmpty else { return "" }
    let texts = page.texts
    var text = "## \(texts.wordingHeading)\n\n"
    for group in page.wording {
      guard let first = group.findings.first else { continue }
      let more = group.morePlaces(in: texts)
      text += "- \(texts.labelled(escaped(first.title), texts.quoted(escaped(first.quote))))"
      text += " (\(escaped(Passage(first).place(in: texts)))\(more.isEmpty ? "" : ", \(more)"))\n"
    }
    return text + "\n"
  }

  private func quote(_ passage: Passage, _ texts: any Texts) -> String {
    "\(escaped(passage.quoted(limit: Self.quoteLimit, in: texts))) (\(escaped(passage.place(in: texts))))"
  }

  private func escaped(_ content: String) -> String { MarkdownText.escaped(content) }
}
