import Analysis
import Clauses
import SourceText

/// The words of a comparison, the same in every format for people.
enum DiffWording {
  /// A part of the report: changes of the same meaning.
  struct Section {
    var heading: String
    var changes: [Change]
  }

  /// The parts that have changes, losses first.
  static func sections(_ comparison: Comparison) -> [Section] {
    var sections: [Section] = []
    for change in comparison.changes {
      let heading = heading(of: change.kind)
      if sections.last?.heading == heading {
        sections[sections.count - 1].changes.append(change)
      } else {
        sections.append(Section(heading: heading, changes: [change]))
      }
    }
    return sections
  }

  private static func heading(of kind: Change.Kind) -> String {
    switch kind {
    case .permits: "What the new version newly lets others do"
    case .requires: "What the new version newly asks of you, or rules out for you"
    case .widens: "Who may newly get your data"
    case .turnedWorse: "What turned for the worse"
    case .promiseGone: "What the new version no longer promises"
    case .choiceGone: "Choices that are gone"
    case .turnedBetter: "What turned for the better"
    case .noLongerPermits: "What the new version no longer lets others do"
    case .noLongerRequires: "What the new version no longer asks of you, or rules out for you"
    case .promiseAdded: "New promises"
    case .choiceAdded: "New choices"
    case .says: "What the new version also says"
    case .noLongerSays: "What the new version no longer says"
    case .turned: "What is said in another way"
    case .morePlaces, .fewerPlaces: "Said in more or in fewer places than before"
    }
  }

  /// The change in one line.
  static func headline(_ change: Change) -> String {
    guard let finding = shown(of: change) else { return change.rule }
    switch change.kind {
    case .widens: return "\(finding.headline): now also \(list(change.names))"
    case .morePlaces: return "\(finding.headline): \(more(change.new.count)) says it; the old version said it too"
    case .fewerPlaces:
      return "\(finding.headline): \(fewer(change.old.count)) is gone; the new version still says it elsewhere"
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays, .permits, .requires,
      .turnedWorse, .turnedBetter, .promiseAdded, .choiceAdded, .says, .turned:
      return finding.headline
    }
  }

  /// What the clause means: of the new version where it says something, else of the old one.
  static func meaning(_ change: Change) -> [String] {
    let (old, new) = (change.old.first?.message, change.new.first?.message)
    switch change.kind {
    case .morePlaces, .fewerPlaces: return []
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays:
      return [old.map { "What it said: \($0)" }, new.map { "What it says now: \($0)" }].compactMap { $0 }
    default:
      let before = old == new ? nil : old.map { "What it said before: \($0)" }
      return [before, new.map { "What it says now: \($0)" }].compactMap { $0 }
    }
  }

  /// The question to ask; nil where nothing was lost.
  static func question(_ change: Change) -> String? {
    guard change.kind.isLoss, let ask = shown(of: change)?.ask, !ask.isEmpty else { return nil }
    return ask
  }

  /// The finding that the change is about.
  static func shown(of change: Change) -> Finding? {
    switch change.kind {
    case .promiseGone, .choiceGone, .noLongerPermits, .noLongerRequires, .noLongerSays, .fewerPlaces: change.old.first
    default: change.new.first
    }
  }

  /// What was matched and is no change: "3 clauses were moved, 2 reworded, 31 stayed the same."
  static func counts(_ comparison: Comparison) -> String {
    let (moved, reworded) = comparison.counts
    var parts: [String] = []
    if moved > 0 { parts.append("\(clauses(moved)) moved") }
    if reworded > 0 { parts.append("\(parts.isEmpty ? clauses(reworded) : String(reworded)) reworded") }
    if comparison.unchanged > 0 || parts.isEmpty {
      parts.append(
        parts.isEmpty
          ? "\(comparison.unchanged) clause\(comparison.unchanged == 1 ? "" : "s") stayed the same"
          : "\(comparison.unchanged) stayed the same")
    }
    return parts.joined(separator: ", ") + "."
  }

  private static func clauses(_ count: Int) -> String { count == 1 ? "1 clause was" : "\(count) clauses were" }

  /// The first line of a report: whether something was lost.
  static func verdict(_ comparison: Comparison) -> String {
    let changes = comparison.changes.filter { !$0.kind.isMinor }
    let losses = changes.count(where: \.kind.isLoss)
    if comparison.changes.isEmpty, comparison.matched.isEmpty, comparison.unchanged == 0 {
      return "I found none of the clauses that I know in either version, so I cannot tell what changed in meaning."
    }
    if changes.isEmpty { return "I found no difference in what the two versions let others do, promise or ask." }
    let found = changes.count == 1 ? "1 difference in meaning" : "\(changes.count) differences in meaning"
    return switch losses {
    case 0: "I found \(found). None of them takes something away from you that I know of."
    case changes.count where losses == 1: "I found \(found). It takes something away from you, or lets others do more."
    case changes.count: "I found \(found). All of them take something away from you, or let others do more."
    case 1: "I found \(found). One of them takes something away from you, or lets others do more."
    default: "I found \(found). \(losses) of them take something away from you, or let others do more."
    }
  }

  static let caution =
    "This is not legal advice. I compare what I find in both versions: I can miss a clause, and I can be wrong."
    + " Read both versions yourself."

  /// Where the finding stands, for people.
  static func place(of finding: Finding) -> String { Passage(finding).placeText }

  /// The words around the finding, cut where they are long.
  static func excerpt(_ finding: Finding) -> String {
    Excerpt.around(finding.quote, in: finding.sentence, limit: excerptLimit).printable
  }

  /// The words around the finding in quotation marks, and where they stand.
  static func quote(_ finding: Finding) -> String { "“\(excerpt(finding))” (\(place(of: finding)))" }

  /// What happened to a matched clause: "moved", "reworded", "moved and reworded".
  static func fate(_ clause: MatchedClause) -> String {
    clause.isMoved ? clause.isReworded ? "moved and reworded" : "moved" : "reworded"
  }

  private static let excerptLimit = 300

  private static func more(_ count: Int) -> String { count == 1 ? "one more place" : "each of \(count) more places" }

  private static func fewer(_ count: Int) -> String { count == 1 ? "one place" : "each of \(count) places" }

  private static func list(_ names: [String]) -> String { names.map(\.printable).joined(separator: ", ") }
}
