import Analysis
import SourceText

/// Writes the parts of the page that stand before the form.
struct HTMLSections {
  let page: PatientPage
  let points: PagePoints
  /// Nil where there is no form to point at.
  let marks: FormMarks?

  /// Points of a part that are printed on paper; a screen has all of them.
  private static let printed = (lets: 7, others: 3)
  /// Characters of a quoted sentence.
  private static let quoteLimit = 220

  private var texts: any Texts { page.texts }

  /// The ids and titles of the parts that `page` has, in order.
  static func contents(of page: PatientPage) -> [(id: String, title: String)] {
    let texts = page.texts
    var contents: [(String, String)] = []
    if !page.questions.isEmpty { contents.append(("questions", texts.questionsName)) }
    if !page.document.findings.isEmpty {
      contents += PatientSection.allCases.map { ($0.id, texts.heading(of: $0)) }
    }
    if !page.conflicts.isEmpty { contents.append(("conflicts", texts.conflictsHeading)) }
    if !page.missing.isEmpty { contents.append(("missing", texts.missingHeading)) }
    if !page.wording.isEmpty { contents.append(("wording", texts.wordingHeading)) }
    return contents
  }

  func write(to html: inout HTMLWriter) {
    writeSummary(to: &html)
    if !page.questions.isEmpty { writeQuestions(to: &html) }
    if !page.document.findings.isEmpty {
      for (section, points) in points.sections { write(section, points, to: &html) }
    }
    if !page.conflicts.isEmpty { writeConflicts(to: &html) }
    if !page.missing.isEmpty { writeMissing(to: &html) }
    if !page.wording.isEmpty { writeWording(to: &html) }
  }

  // MARK: Summary

  private func writeSummary(to html: inout HTMLWriter) {
    section("summary", texts.summaryHeading, to: &html) { html in
      for note in page.notes { html.block("p", ["class": "notice"], note) }
      if let unknown = page.unknownKind { html.block("p", unknown) }
      if page.document.findings.isEmpty { html.block("p", texts.nothingFound) }
      for line in PatientSummary(page).lines { html.block("p", line) }
      if let effort = ReadingEffort.line(page.document.facts, in: texts) { html.block("p", ["class": "faint"], effort) }
    }
  }

  // MARK: Questions

  private func writeQuestions(to html: inout HTMLWriter) {
    section("questions", texts.questionsHeading, to: &html) { html in
      if page.isHidden { html.block("p", ["class": "notice"], texts.notAllRead) }
      html.block("ol", ["class": "points"]) { html in
        for (number, question) in page.questions.enumerated() {
          html.block("li") { html in
            html.block("h3", "\(number + 1). \(question.title)")
            for part in question.parts { write(part, of: question, to: &html) }
            ask(question.ask, to: &html)
          }
        }
      }
      if !page.isHidden { html.block("p", texts.silenceIsNoPromise) }
    }
  }

  private func write(_ part: AnsweredQuestion.Part, of question: AnsweredQuestion, to html: inout HTMLWriter) {
    if part.answer == .silent, page.isHidden { return }
    html.block("p", ["class": "label"], QuestionText.lead(of: part, in: question, texts))
    for (index, passage) in QuestionText.passages(of: part, limit: 2).enumerated() {
      quote(passage, isExtra: index > 0, to: &html)
    }
    if !part.but.isEmpty { html.block("p", part.but) }
  }

  // MARK: Permissions, promises, choices

  private func write(_ part: PatientSection, _ points: [PagePoints.Point], to html: inout HTMLWriter) {
    section(part.id, texts.heading(of: part), to: &html) { html in
      if points.isEmpty { return html.block("p", texts.nothing(in: part)) }
      let limit = part == .lets ? Self.printed.lets : Self.printed.others
      html.block("ol", ["class": "points \(part.id)"]) { html in
        for (index, point) in points.enumerated() { write(point, isExtra: index >= limit, to: &html) }
      }
      writeExtras(points.count - limit, to: &html)
    }
  }

  private func write(_ point: PagePoints.Point, isExtra: Bool, to html: inout HTMLWriter) {
    guard let first = point.group.findings.first else { return }
    item(point, isExtra: isExtra, to: &html) { html in
      quote(Passage(first), to: &html)
      if first.stance == .conditional { html.block("p", texts.conditionAbove) }
      html.block("p", ["class": "screen"]) { html in
        html.inline("span", ["class": "label"], texts.meaning(""))
        html.write(first.message)
      }
      ask(first.ask, to: &html)
      writePlaces(of: point.group, to: &html)
      writeReasons(of: first, to: &html)
    }
  }

  private func writePlaces(of group: FindingGroup, to html: inout HTMLWriter) {
    guard group.findings.count > 1 else { return }
    html.block("details") { html in
      html.block("summary", group.morePlaces(in: texts))
      html.block("ul") { html in
        for finding in group.findings.dropFirst() {
          html.block("li") { html in
            let passage = Passage(finding)
            html.write(passage.quoted(limit: Self.quoteLimit, in: texts) + " ")
            place(passage, to: &html)
            if finding.stance == .conditional { html.write(" " + texts.conditionBefore) }
          }
        }
      }
    }
  }

  private func writeReasons(of finding: Finding, to html: inout HTMLWriter) {
    html.block("details") { html in
      html.block("summary", texts.reason)
      html.block("p", finding.why)
      guard !finding.see.isEmpty else { return }
      let sources = finding.see.map { "\($0.cite) (\(texts.checked($0.read)))" }
      html.block("p", ["class": "faint"], texts.labelled(texts.sources, sources.joined(separator: "; ")))
    }
  }

  // MARK: Contradictions, missing, vague words

  private func writeConflicts(to html: inout HTMLWriter) {
    section("conflicts", texts.conflictsHeading, to: &html) { html in
      html.block("ol", ["class": "points lets"]) { html in
        for (index, point) in points.conflicts.enumerated() {
          guard let finding = point.group.findings.first else { continue }
          item(point, isExtra: index >= Self.printed.others, to: &html) { html in
            html.block("p", ["class": "screen"], finding.message)
            html.block("div", ["class": "sides"]) { html in
              side(texts.here + ":", Passage(finding), to: &html)
              for related in finding.related { side(texts.butHere + ":", Passage(related), to: &html) }
            }
            ask(finding.ask, to: &html)
          }
        }
      }
    }
  }

  private func side(_ label: String, _ passage: Passage, to html: inout HTMLWriter) {
    html.block("div") { html in
      html.block("p", ["class": "label"], label)
      quote(passage, to: &html)
    }
  }

  private func writeMissing(to html: inout HTMLWriter) {
    section("missing", texts.missingHeading, to: &html) { html in
      html.block("ul", ["class": "points lets"]) { html in
        for (index, finding) in page.missing.enumerated() {
          html.block("li", index < Self.printed.lets ? [:] : ["class": "extra"]) { html in
            html.block("p", ["class": "label"], finding.message)
            ask(finding.ask, to: &html)
            writeReasons(of: finding, to: &html)
          }
        }
      }
      html.block("p", texts.silenceIsNoPromise)
    }
  }

  private func writeWording(to html: inout HTMLWriter) {
    section("wording", texts.wordingHeading, to: &html) { html in
      html.block("ul", ["class": "points"]) { html in
        for (index, point) in points.wording.enumerated() {
          guard let first = point.group.findings.first else { continue }
          item(point, isExtra: index >= Self.printed.others, to: &html) { html in
            var passage = Passage(first)
            passage.sentence = ""
            quote(passage, to: &html)
            ask(first.ask, to: &html)
            writePlaces(of: point.group, to: &html)
          }
        }
      }
    }
  }

  // MARK: Pieces

  /// What paper leaves out.
  private func writeExtras(_ count: Int, to html: inout HTMLWriter) {
    if count > 0 { html.block("p", ["class": "paper"], texts.moreInForm(count)) }
  }

  private func section(
    _ id: String, _ heading: String, to html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    html.block("section", ["aria-labelledby": id]) { html in
      html.block("h2", ["id": id], heading)
      body(&html)
    }
  }

  private func item(
    _ point: PagePoints.Point, isExtra: Bool, to html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    let id = "p\(point.number)"
    html.block("li", isExtra ? ["id": id, "class": "extra"] : ["id": id]) { html in
      html.block("h3", "\(point.number). \(point.title)")
      body(&html)
    }
  }

  private func quote(_ passage: Passage, isExtra: Bool = false, to html: inout HTMLWriter) {
    html.block("blockquote", isExtra ? ["class": "extra"] : [:]) { html in
      html.block("p") { html in
        html.write(passage.quoted(limit: Self.quoteLimit, in: texts) + " ")
        place(passage, to: &html)
      }
    }
  }

  /// The place as a link to the words in the form.
  private func place(_ passage: Passage, to html: inout HTMLWriter) {
    guard let id = marks?.id(of: passage) else { return html.write("(\(passage.place(in: texts)))") }
    html.inline("a", ["class": "place", "href": "#\(id)"], passage.place(in: texts))
  }

  private func ask(_ question: String, to html: inout HTMLWriter) {
    guard !question.isEmpty else { return }
    html.block("p") { html in
      html.inline("span", ["class": "label"], texts.question(""))
      html.write(question)
    }
  }
}

extension PatientSection {
  /// The part's id on a page.
  var id: String { rawValue }
}
