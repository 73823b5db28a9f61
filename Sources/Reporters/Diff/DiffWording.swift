import Analysis
import Clauses
import SourceText

/// What a comparison says, the same in every format for people, in the language of the new version.
struct DiffWording {
  /// A part of the report: changes of the same meaning.
  struct Section {
    var heading: String
    var changes: [Change]
  }

  let comparison: Comparison
  let texts: any Texts

  private static let excerptLimit = 300

  init(_ comparison: Comparison) {
    self.comparison = comparison
    texts = comparison.new.texts
  }

  /// The parts that have changes, losses first.
  var sections: [Section] {
    var sections: [Section] = []
    for change in comparison.changes {
      let heading = texts.heading(of: change.kind)
      if sections.last?.heading == heading {
        sections[sections.count - 1].changes.append(change)
      } else {
        sections.append(Section(heading: heading, changes: [change]))
      }
    }
    return sections
  }

  /// The first line of a report: whether something was lost.
  var verdict: String {
    let changes = comparison.changes.filter { !$0.kind.isMinor }
    if comparison.changes.isEmpty, comparison.matched.isEmpty, comparison.unchanged == 0 {
      return texts.nothingToCompare
    }
    if changes.isEmpty { return texts.noDifference }
    return texts.differences(changes.count, losses: changes.count(where: \.kind.isLoss))
  }

  /// What was matched and is no change: "3 clauses were moved, 2 reworded, 31 stayed the same."
  var counts: String {
    let (moved, reworded) = comparison.counts
    return texts.matched(moved: moved, reworded: reworded, unchanged: comparison.unchanged)
  }

  // MARK: A change

  /// The change in one line.
  func headline(_ change: Change) -> String {
    guard let finding = shown(of: change) else { return change.rule }
    let title = headline(finding)
    switch change.kind {
    case .widens: return texts.widened(title, names: change.names.map(\.printable))
    case .morePlaces: return texts.saidMore(title, places: change.new.count)
    case .fewerPlaces: return texts.saidLess(title, places: change.old.count)
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays, .permits, .requires,
      .turnedWorse, .turnedBetter, .promiseAdded, .choiceAdded, .says, .turned:
      return title
    }
  }

  func headline(_ finding: Finding) -> String { finding.headline(in: texts) }

  /// What the clause means: of the new version where it says something, else of the old one.
  func meaning(_ change: Change) -> [String] {
    let (old, new) = (change.old.first?.message, change.new.first?.message)
    switch change.kind {
    case .morePlaces, .fewerPlaces: return []
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays:
      return labelled([(texts.saidOnce, old), (texts.saysNow, new)])
    default:
      return labelled([(texts.saidBefore, old == new ? nil : old), (texts.saysNow, new)])
    }
  }

  private func labelled(_ messages: [(label: String, text: String?)]) -> [String] {
    messages.compactMap { message in message.text.map { texts.labelled(message.label, $0) } }
  }

  /// The question to ask with its label; nil where nothing was lost.
  func question(_ change: Change) -> String? {
    guard change.kind.isLoss, let ask = shown(of: change)?.ask, !ask.isEmpty else { return nil }
    return texts.question(ask)
  }

  /// The finding that the change is about.
  private func shown(of change: Change) -> Finding? {
    switch change.kind {
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays, .fewerPlaces: change.old.first
    default: change.new.first
    }
  }

  /// What happened to a matched clause: "moved", "reworded", "moved and reworded".
  func fate(_ clause: MatchedClause) -> String {
    clause.isMoved ? clause.isReworded ? texts.movedAndReworded : texts.moved : texts.reworded
  }

  // MARK: Words of the versions

  /// Where the finding stands, for people.
  func place(of finding: Finding) -> String { Passage(finding).place(in: texts) }

  /// The words around the finding, cut where they are long.
  func excerpt(_ finding: Finding) -> String {
    Excerpt.around(finding.quote, in: finding.sentence, limit: Self.excerptLimit).printable
  }

  /// The words around the finding in quotation marks, and where they stand.
  func quote(_ finding: Finding) -> String { "\(texts.quoted(excerpt(finding))) (\(place(of: finding)))" }
}
