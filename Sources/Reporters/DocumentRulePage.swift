import Clauses

/// The pages for rules that look at a document as a whole.
extension RulePage {
  /// The page for a rule on what a document should say.
  func render(_ rule: MissingRule) -> String {
    var page = Page(style: style)
    page.paragraph(rule.title, role: .heading)
    page.paragraph("\(rule.id): something that some forms should say. Since version \(rule.since).", role: .faint)
    page.heading("What it means")
    page.lines("If the form does not say it: \(rule.message)", first: "  - ")
    page.blank()
    page.heading("Where it is looked for")
    for (kind, level) in rule.kinds.sorted(by: { $0.key < $1.key }) {
      page.lines("\(kind): \(level.rawValue)", first: "  - ")
    }
    if !rule.when.isEmpty { page.lines("only where the form speaks of the matter", first: "  - ") }
    page.blank()
    page.heading("Why it matters")
    page.paragraph(rule.why)
    page.heading("What to ask")
    page.paragraph(rule.ask)
    page.addWording(rule.wording, heading: "Words to start from")
    page.addSources(rule.see)
    page.heading("Examples")
    addExamples(rule.present, heading: "These say it:", to: &page)
    addExamples(rule.absent, heading: "These do not:", to: &page)
    return page.text
  }

  /// The page for a rule on two clauses that may not agree.
  func render(_ rule: ConflictRule) -> String {
    var page = Page(style: style)
    page.paragraph(rule.title, role: .heading)
    page.paragraph(
      "\(rule.id): two parts of a form that may not agree. Level \(rule.level.rawValue), since version \(rule.since).",
      role: .faint)
    page.heading("What it means")
    page.paragraph(rule.message)
    page.heading("What is compared")
    page.lines("one of: \(rule.first.map(\.description).joined(separator: ", "))", first: "  - ")
    page.lines("with one of: \(rule.second.map(\.description).joined(separator: ", "))", first: "  - ")
    page.blank()
    page.heading("Why it matters")
    page.paragraph(rule.why)
    page.heading("What to ask")
    page.paragraph(rule.ask)
    page.addSources(rule.see)
    page.heading("Examples")
    let pairs = { (pairs: [ConflictRule.Pair]) in pairs.map { "\($0.first)” and “\($0.second)" } }
    addExamples(pairs(rule.flags), heading: "These may not agree:", to: &page)
    addExamples(pairs(rule.passes), heading: "These agree:", to: &page)
    return page.text
  }

  private func addExamples(_ examples: [String], heading: String, to page: inout Page) {
    guard !examples.isEmpty else { return }
    page.lines(heading)
    let shown = showsAll ? examples : Array(examples.prefix(Self.examplesShown.flags))
    for example in shown { page.lines("“\(example)”", first: "  - ") }
    addCount(examples.count - shown.count, to: &page)
    page.blank()
  }
}

/// Parts that the pages of all rules have.
extension Page {
  mutating func addWording(_ wording: String, heading: String) {
    self.heading(heading)
    lines("“\(wording)”", first: "  ")
    if wording.contains("[") { lines("fill in what stands in [brackets]", first: "  ", role: .faint) }
    blank()
  }

  mutating func addSources(_ citations: [Rule.Citation]) {
    guard !citations.isEmpty else { return }
    heading("Sources")
    for citation in citations {
      lines("\(citation.cite) (\(citation.checked))", first: "  - ")
      if let url = citation.url { lines(url, first: "    ") }
    }
    blank()
  }
}
