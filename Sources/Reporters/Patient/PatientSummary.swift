import Analysis

/// What a page says in short: how many things there are of each kind, never how good the form is.
struct PatientSummary {
  /// Whole sentences.
  let lines: [String]

  init(_ page: PatientPage) {
    var lines: [String] = []
    let lets = page.groups(of: .lets).count
    let promises = page.groups(of: .promises).count
    let choices = page.groups(of: .choices).count
    if !page.document.findings.isEmpty {
      lines.append(
        "I found \(Counts.text(lets, "thing")) that the form lets others do, \(Counts.text(promises, "promise")) and"
          + " \(Counts.text(choices, "choice")) for you.")
    }
    let questions = page.questions
    if !questions.isEmpty, !page.isHidden {
      let answered = questions.count { $0.isAnswered }
      lines.append("Of \(questions.count) questions that are good to ask, it answers \(answered).")
    }
    if !page.conflicts.isEmpty {
      let count = page.conflicts.count
      lines.append("In \(Counts.text(count, "place")) two parts of it may not agree.")
    }
    if !page.missing.isEmpty {
      lines.append("It leaves out \(Counts.text(page.missing.count, "thing")) that such a form should have.")
    }
    self.lines = lines
  }
}
