import Analysis

/// What a page says in short: how many things there are of each kind, never how good the form is.
struct PatientSummary {
  /// Whole sentences.
  let lines: [String]

  init(_ page: PatientPage) {
    let texts = page.texts
    var lines: [String] = []
    let lets = page.groups(of: .lets).count
    let promises = page.groups(of: .promises).count
    let choices = page.groups(of: .choices).count
    if !page.document.findings.isEmpty {
      lines.append(texts.found(lets: lets, promises: promises, choices: choices))
    }
    let questions = page.questions
    if !questions.isEmpty, !page.isHidden {
      lines.append(texts.answered(questions.count { $0.isAnswered }, of: questions.count))
    }
    if !page.conflicts.isEmpty { lines.append(texts.disagreements(page.conflicts.count)) }
    if !page.missing.isEmpty { lines.append(texts.omissions(page.missing.count)) }
    self.lines = lines
  }
}
