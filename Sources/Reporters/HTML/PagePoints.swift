import Analysis
import SourceText

/// A place in the form that a page points at, and that points back.
struct FormMark {
  /// What its words are to the reader.
  enum Look: String {
    case risk, promise, choice
    /// An answer to a question, or a vague word.
    case plain = ""
  }

  /// Where in the text that was read.
  var range: TextRange
  /// The id of its element.
  var id: String
  var look: Look
  /// The points that it belongs to: where its links back lead.
  var points: [Int]
}

/// The numbered points of a page: each rule in each part is one, and so are contradictions.
struct PagePoints {
  struct Point {
    var number: Int
    var title: String
    var group: FindingGroup
  }

  private(set) var sections: [(section: PatientSection, points: [Point])] = []
  private(set) var conflicts: [Point] = []
  private(set) var wording: [Point] = []
  /// All points by number, from 1.
  private(set) var all: [Point] = []

  init(_ page: PatientPage) {
    for section in PatientSection.allCases {
      sections.append((section, page.groups(of: section).map { add($0, $0.findings.first?.headline(in: page.texts)) }))
    }
    conflicts = page.conflicts.map { add(FindingGroup(findings: [$0]), $0.title) }
    wording = page.wording.map { add($0, $0.findings.first?.title) }
  }

  private mutating func add(_ group: FindingGroup, _ title: String?) -> Point {
    let point = Point(number: all.count + 1, title: title ?? "", group: group)
    all.append(point)
    return point
  }
}

/// The places in the form that a page marks, each once, whatever points at it.
struct FormMarks {
  private(set) var marks: [FormMark] = []
  private var indices: [TextRange: Int] = [:]
  private let read: ReadText

  init(_ read: ReadText, points: PagePoints, questions: [AnsweredQuestion]) {
    self.read = read
    for (section, points) in points.sections {
      for point in points { add(point, look: section.look) }
    }
    for point in points.conflicts {
      add(point, look: .risk)
      for related in point.group.findings.flatMap(\.related) { add(Passage(related), look: .risk, point: point.number) }
    }
    for point in points.wording { add(point, look: .plain) }
    for words in questions.flatMap(\.parts).flatMap(\.words) { add(Passage(words), look: .plain, point: nil) }
  }

  /// The id of the mark for `passage`; nil where the page marks none.
  func id(of passage: Passage) -> String? {
    indices[read.range(from: passage.start, to: passage.end)].map { marks[$0].id }
  }

  private mutating func add(_ point: PagePoints.Point, look: FormMark.Look) {
    for finding in point.group.findings { add(Passage(finding), look: look, point: point.number) }
  }

  private mutating func add(_ passage: Passage, look: FormMark.Look, point: Int?) {
    let range = read.range(from: passage.start, to: passage.end)
    guard range.length > 0 else { return }
    if let index = indices[range] {
      if let point, !marks[index].points.contains(point) { marks[index].points.append(point) }
      return
    }
    indices[range] = marks.count
    marks.append(FormMark(range: range, id: "m\(marks.count + 1)", look: look, points: point.map { [$0] } ?? []))
  }
}

extension PatientSection {
  var look: FormMark.Look {
    switch self {
    case .lets: .risk
    case .promises: .promise
    case .choices: .choice
    }
  }
}
