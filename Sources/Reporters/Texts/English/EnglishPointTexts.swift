extension EnglishTexts {
  // MARK: Titles

  func refused(_ title: String) -> String { "The form does not give you this: \(title)" }
  func ruledOut(_ title: String) -> String { "The form says no to this: \(title)" }
  func choosable(_ title: String) -> String { "You can choose: \(title)" }

  // MARK: Labels

  var meaning: String { "What it means" }
  var reason: String { "Why it matters" }
  var question: String { "Ask" }
  var also: String { "Also" }
  var here: String { "Here" }
  var butHere: String { "But here" }

  // MARK: Words of the form

  func quoted(_ words: String) -> String { "“\(words)”" }
  func alsoAt(_ place: String) -> String { "also at \(place)" }

  func says(_ about: String?) -> String { about.map { "The form says \($0)" } ?? "The form says" }

  func doesNotSay(_ abouts: [String]) -> String {
    let others = abouts.dropLast().joined(separator: ", ")
    return "The form does not say \(others)\(others.isEmpty ? "" : ", or ")\(abouts.last ?? "")."
  }

  // MARK: Conditions

  var conditionAbove: String { "Only under a condition: read the words above for when it holds." }
  var conditionBefore: String { "Only under a condition." }
  var conditionInComment: String { "Only under a condition: the words say when it holds." }
  var underCondition: String { "only under a condition" }

  // MARK: How much more there is

  func morePlaces(_ count: Int) -> String { count == 1 ? "and 1 more place" : "and \(count) more places" }
  func more(_ count: Int) -> String { "and \(count) more" }
  func moreWithAll(_ count: Int) -> String { "and \(count) more: use --all to see them" }
  func moreInForm(_ count: Int) -> String { "And \(count) more: see the marks in the form." }
  func folded(_ heading: String, _ count: Int) -> String { "\(heading): \(count), use --all to see them" }

  // MARK: Sources

  var sources: String { "Sources" }
  func checked(_ month: String?) -> String { month.map { "text checked \($0)" } ?? "text not checked" }

  // MARK: Comments in a Word document

  var aboutTheseWords: String { "About these words, which stand in a note or in a box" }
}
