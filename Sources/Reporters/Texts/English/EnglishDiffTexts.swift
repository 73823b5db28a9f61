import Analysis

extension EnglishTexts {
  var diffHeading: String { "What changed in the form" }
  func compared(_ old: String, with new: String) -> String { "I compared \(old) (old) with \(new) (new)." }
  var old: String { "Old" }
  var new: String { "New" }

  // MARK: The first line

  var nothingToCompare: String {
    "I found none of the clauses that I know in either version, so I cannot tell what changed in meaning."
  }

  var noDifference: String { "I found no difference in what the two versions let others do, promise or ask." }

  func differences(_ count: Int, losses: Int) -> String {
    let found = count == 1 ? "1 difference in meaning" : "\(count) differences in meaning"
    return switch losses {
    case 0: "I found \(found). None of them takes something away from you that I know of."
    case count where losses == 1: "I found \(found). It takes something away from you, or lets others do more."
    case count: "I found \(found). All of them take something away from you, or let others do more."
    case 1: "I found \(found). One of them takes something away from you, or lets others do more."
    default: "I found \(found). \(losses) of them take something away from you, or let others do more."
    }
  }

  // MARK: Changes

  func heading(of kind: Change.Kind) -> String {
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

  func widened(_ title: String, names: [String]) -> String {
    "\(title): now also \(names.joined(separator: ", "))"
  }

  func saidMore(_ title: String, places: Int) -> String {
    let more = places == 1 ? "one more place" : "each of \(places) more places"
    return "\(title): \(more) says it; the old version said it too"
  }

  func saidLess(_ title: String, places: Int) -> String {
    let fewer = places == 1 ? "one place" : "each of \(places) places"
    return "\(title): \(fewer) is gone; the new version still says it elsewhere"
  }

  var saidOnce: String { "What it said" }
  var saidBefore: String { "What it said before" }
  var saysNow: String { "What it says now" }
  var saysNothing: String { "says nothing of it" }
  func moreOfVersion(_ count: Int) -> String { "\(count) more" }

  // MARK: What is no change

  var matchedHeading: String { "Moved or reworded, with the same meaning" }
  var moved: String { "moved" }
  var reworded: String { "reworded" }
  var movedAndReworded: String { "moved and reworded" }

  func matched(moved: Int, reworded: Int, unchanged: Int) -> String {
    var parts: [String] = []
    if moved > 0 { parts.append("\(clauses(moved)) moved") }
    if reworded > 0 { parts.append("\(parts.isEmpty ? clauses(reworded) : String(reworded)) reworded") }
    if unchanged > 0 || parts.isEmpty {
      parts.append(
        parts.isEmpty
          ? "\(unchanged) clause\(unchanged == 1 ? "" : "s") stayed the same" : "\(unchanged) stayed the same")
    }
    return parts.joined(separator: ", ") + "."
  }

  private func clauses(_ count: Int) -> String { count == 1 ? "1 clause was" : "\(count) clauses were" }

  var useAll: String { "Use --all to see them." }

  var diffDisclaimer: String {
    "This is not legal advice. I compare what I find in both versions: I can miss a clause, and I can be wrong."
      + " Read both versions yourself."
  }
}
