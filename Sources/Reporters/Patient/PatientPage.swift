import Analysis
import Clauses
import SourceText

/// What a patient's page on one document says, whatever it is printed on: the parts in order, and the words for them.
/// It never grades a form.
struct PatientPage {
  let document: DocumentReport
  /// In the document's language.
  let texts: any Texts
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
    texts = document.texts
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
  var name: String { document.path == "<stdin>" ? texts.unnamedDocument : document.path.printable }

  /// One sentence or two on what was read.
  var opening: String {
    guard wasRead else { return texts.couldNotRead(name) }
    let kind = document.kind.flatMap { kind in kind.title.map { (title: $0, isSure: kind.isSure) } }
    return texts.didRead(name, words: document.facts.words, sentences: document.facts.sentences, kind: kind)
  }

  /// What a reader must know before the findings: what could not be read, and what kind of form it is not.
  var notes: [String] {
    document.problems.map { texts.warning(texts.message(for: $0)) }
  }

  var unknownKind: String? {
    guard wasRead, let kind = document.kind, kind.title == nil else { return nil }
    return texts.unknownKind
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    FindingGroup.stable(findings, by: \.level.weight)
  }
}
