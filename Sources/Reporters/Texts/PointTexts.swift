/// What stands around a finding or an answer: labels, and how much more there is.
protocol PointTexts: Sendable {
  // MARK: Titles

  /// A protection that the form refuses; `title` is the rule's.
  func refused(_ title: String) -> String
  /// A practice that the form rules out.
  func ruledOut(_ title: String) -> String
  func choosable(_ title: String) -> String

  // MARK: Labels, without a colon

  var meaning: String { get }
  var reason: String { get }
  var question: String { get }
  /// Before further words that answer the same.
  var also: String { get }
  var here: String { get }
  var butHere: String { get }

  // MARK: Words of the form

  /// `words` in quotation marks.
  func quoted(_ words: String) -> String
  /// "also at line 3", without a colon.
  func alsoAt(_ place: String) -> String
  /// The form answers a question; `about` follows "the form says", without a colon.
  func says(_ about: String?) -> String
  /// The form answers none of `abouts`, at least one; a sentence.
  func doesNotSay(_ abouts: [String]) -> String

  // MARK: Conditions

  /// The sentence below words that hold only under a condition.
  var conditionAbove: String { get }
  /// The sentence after words that hold only under a condition.
  var conditionBefore: String { get }
  /// The same in a comment at the words.
  var conditionInComment: String { get }
  /// The same within a sentence, in small letters.
  var underCondition: String { get }

  // MARK: How much more there is

  /// "and 4 more places"; `count` is 1 or more.
  func morePlaces(_ count: Int) -> String
  func more(_ count: Int) -> String
  /// `more` with the option that shows them.
  func moreWithAll(_ count: Int) -> String
  /// `more` on paper.
  func moreInForm(_ count: Int) -> String
  /// A part of which nothing is shown but how much it has.
  func folded(_ heading: String, _ count: Int) -> String

  // MARK: Sources

  var sources: String { get }
  /// Whether the text of a source was checked, and when: a month as 2026-11; nil if it was not.
  func checked(_ month: String?) -> String

  // MARK: Comments in a Word document

  /// Before the words of a comment that cannot stand at them, without a colon.
  var aboutTheseWords: String { get }
}

extension PointTexts {
  /// `label` and a colon before `text`.
  func labelled(_ label: String, _ text: String) -> String { "\(label): \(text)" }

  /// "What it means: ...".
  func meaning(_ text: String) -> String { labelled(meaning, text) }

  /// "Why it matters: ...".
  func reason(_ text: String) -> String { labelled(reason, text) }

  /// "Ask: ...".
  func question(_ text: String) -> String { labelled(question, text) }
}
