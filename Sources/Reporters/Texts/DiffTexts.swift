import Analysis

/// The words of a comparison of two versions.
protocol DiffTexts: Sendable {
  /// The heading of the page.
  var diffHeading: String { get }
  func compared(_ old: String, with new: String) -> String
  var old: String { get }
  var new: String { get }

  // MARK: The first line

  /// Neither version has a clause that is known.
  var nothingToCompare: String { get }
  var noDifference: String { get }
  /// How many changes there are, and how many of them take something away.
  func differences(_ count: Int, losses: Int) -> String

  // MARK: Changes

  func heading(of kind: Change.Kind) -> String
  /// `names` newly get the data; `title` is that of the clause.
  func widened(_ title: String, names: [String]) -> String
  func saidMore(_ title: String, places: Int) -> String
  func saidLess(_ title: String, places: Int) -> String
  /// Labels of what the versions mean, without a colon.
  var saidOnce: String { get }
  var saidBefore: String { get }
  var saysNow: String { get }
  /// In the place of a version that has no such clause.
  var saysNothing: String { get }
  /// Places that are not shown, of one version.
  func moreOfVersion(_ count: Int) -> String

  // MARK: What is no change

  var matchedHeading: String { get }
  var moved: String { get }
  var reworded: String { get }
  var movedAndReworded: String { get }
  /// How many clauses were moved, only reworded, or stayed as they were.
  func matched(moved: Int, reworded: Int, unchanged: Int) -> String
  /// The option that shows them.
  var useAll: String { get }

  var diffDisclaimer: String { get }
}
