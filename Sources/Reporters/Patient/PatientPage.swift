import Analysis
import Clauses
import SourceText

/// What a patient's page on one document says, whatever it is printed on: the parts in order, and the words for them.
/// It never grades a form.
struct PatientPage {
  let document: DocumentReport
  /// Contradictions, the weightiest first.
  let conflicts: [Finding]
  /// What the form leaves out, the weightiest first; none where a part of it was not read.
  let missing: [Finding]
  /// Vague words, by rule.
  let wording: [FindingGroup]
  /// True if a part of the document could not be read: nothing may be said to be absent.
  let isHidden: Bool
  /// Sorted into sections once: a page is written up to three times until it fits the screen.
  private let groups: [PatientSection: [FindingGroup]]

  init(_ document: DocumentReport) {
    self.document = document
    conflicts = Self.sorted(document.findings.filter { $0.kind == .conflict })
    isHidden = document.problems.contains(where: \.hidesText)
    missing = isHidden ? [] : Self.sorted(document.findings.filter { $0.kind == .missing })
    wording = FindingGroup.groups(of: document.findings.filter { $0.kind == .wording })
    groups = Dictionary(grouping: document.findings.filter { $0.kind == .clause }) { PatientSection($0) }
      .mapValues { FindingGroup.groups(of: $0) }
  }

  /// The findings of `section` by rule, the weightiest first.
  func groups(of section: PatientSection) -> [FindingGroup] {
    groups[section, default: []]
  }

  /// The questions; of a document that was not read whole nothing is said to be left open.
  var questions: [AnsweredQuestion] {
    guard isHidden else { return document.questions }
    return document.questions.map { question in
      var question = question
      for index in question.parts.indices { question.parts[index].but = "" }
      return question
    }
  }

  var wasRead: Bool { !isHidden || document.facts.words > 0 }

  /// What to call the document.
  var name: String { document.path == "<stdin>" ? "your text" : document.path.printable }

  /// One sentence on what was read.
  var opening: String {
    guard wasRead else { return "I could not read \(name)." }
    let size =
      "\(Counts.text(document.facts.words, "word")) in \(Counts.text(document.facts.sentences, "sentence"))."
    guard let kind = document.kind, let title = kind.title else { return "I read \(name): \(size)" }
    let article = "aeiou".contains(title.lowercased().prefix(1)) ? "an" : "a"
    return "I read \(name) as \(article) \(title)\(kind.isSure ? "" : ", but I am not sure"): \(size)"
  }

  /// What a reader must know before the findings: what could not be read, and what kind of form it is not.
  var notes: [String] {
    document.problems.map { "Please note: " + ProblemText.message(for: $0) }
  }

  var unknownKind: String? {
    guard wasRead, let kind = document.kind, kind.title == nil else { return nil }
    return "I do not know what kind of form it is."
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    FindingGroup.stable(findings, by: \.level.weight)
  }
}

/// Sentences that stand on every patient's page.
enum PatientText {
  static let disclaimer =
    "This is not legal advice. I look for words that I know: I can miss some, and I can be wrong."
    + " Read the form yourself, and ask before you sign."
  static let nothingFound =
    "I found none of the clauses I know. That does not mean that the form says nothing about your data,"
    + " or that nothing will be done with it: it may use words that I do not know."
  static let conflictsHeading = "Where the form contradicts itself"
  static let questionsHeading = "Seven questions, and what the form says"
  static let missingHeading = "What the form does not say"
  static let wordingHeading = "Vague words"
  static let hidden = "I could not read all of this document, so I cannot tell what it leaves out."
  static let silence = "Silence is not a promise: what a form does not say may still be done."
  static let condition = "Only under a condition: read the words above for when it holds."
}

/// Counts as people write them.
enum Counts {
  /// "1 word", "1,812 words".
  static func text(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The number with a comma for each thousand.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
