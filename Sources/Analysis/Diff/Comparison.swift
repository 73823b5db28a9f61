/// A difference in meaning between two versions of a document.
public struct Change: Sendable {
  /// What changed for the patient.
  public enum Kind: String, Sendable, CaseIterable {
    // Something was lost.
    /// Nothing in the old version permitted it; the new one does.
    case permits
    /// The new version asks something of the patient that the old one did not.
    case requires
    /// The same is still permitted, now also to somebody who was not named.
    case widens
    /// The same clause now says something worse.
    case turnedWorse = "turned-worse"
    /// A promise or a protection is gone.
    case promiseGone = "promise-gone"
    /// A choice is gone.
    case choiceGone = "choice-gone"
    // Something was gained.
    /// The same clause now says something better.
    case turnedBetter = "turned-better"
    /// Nothing in the new version permits any more what the old one did.
    case noLongerPermits = "no-longer-permits"
    /// The new version no longer asks it of the patient.
    case noLongerRequires = "no-longer-requires"
    case promiseAdded = "promise-added"
    case choiceAdded = "choice-added"
    // Neither.
    /// The new version says something that is neither good nor bad by itself, and that the old one did not say.
    case says
    case noLongerSays = "no-longer-says"
    /// The same clause now says something else, and neither is better.
    case turned
    /// One more place says what was said before, or one less what is still said.
    case morePlaces = "more-places"
    case fewerPlaces = "fewer-places"

    /// True if the patient lost something by it.
    public var isLoss: Bool {
      switch self {
      case .permits, .requires, .widens, .turnedWorse, .promiseGone, .choiceGone: true
      default: false
      }
    }

    /// True if all that changed is in how many places something is said.
    public var isMinor: Bool { self == .morePlaces || self == .fewerPlaces }
  }

  public var kind: Kind
  public var rule: String
  /// Where the old version says it, or says what it became; empty if it says nothing of it.
  public var old: [Finding]
  /// Where the new version says it; empty if it says nothing of it.
  public var new: [Finding]
  /// The names that a `widens` is about.
  public var names: [String]

  public init(_ kind: Kind, rule: String, old: [Finding] = [], new: [Finding] = [], names: [String] = []) {
    self.kind = kind
    self.rule = rule
    self.old = old
    self.new = new
    self.names = names
  }
}

/// A clause that both versions have, in another place or in other words.
public struct MatchedClause: Sendable {
  public var old: Finding
  public var new: Finding
  public var isMoved: Bool
  public var isReworded: Bool

  public init(old: Finding, new: Finding, isMoved: Bool, isReworded: Bool) {
    self.old = old
    self.new = new
    self.isMoved = isMoved
    self.isReworded = isReworded
  }
}

/// Two versions of a document, compared by what they mean to the patient.
public struct Comparison: Sendable {
  public var old: DocumentReport
  public var new: DocumentReport
  /// Differences in meaning: losses first, then in the order of `Change.Kind` and of the text.
  public var changes: [Change]
  /// Clauses that were moved or reworded, in the order of the new text. They are no changes.
  public var matched: [MatchedClause]
  /// How many clauses are the same in the same order.
  public var unchanged: Int

  public init(
    old: DocumentReport, new: DocumentReport, changes: [Change], matched: [MatchedClause], unchanged: Int
  ) {
    self.old = old
    self.new = new
    self.changes = changes
    self.matched = matched
    self.unchanged = unchanged
  }

  /// True if the patient lost something.
  public var hasLoss: Bool { changes.contains { $0.kind.isLoss } }

  /// Clauses of `matched` that were moved, and those whose words changed. One can be both.
  public var counts: (moved: Int, reworded: Int) {
    (matched.count(where: \.isMoved), matched.count(where: \.isReworded))
  }
}
