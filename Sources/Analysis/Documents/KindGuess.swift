/// What kind a document was taken for.
public struct KindGuess: Sendable, Equatable {
  /// From here on the guess counts as sure: below it, a reader is told so and levels stay what they are by default.
  public static let sureConfidence = 0.7

  /// `general` = none of the kinds.
  public var id: String
  /// What a patient would call it, without an article; nil for `general`.
  public var title: String?
  /// From 0 to 1; 1 where somebody said the kind.
  public var confidence: Double

  public init(id: String, title: String?, confidence: Double) {
    self.id = id
    self.title = title
    self.confidence = confidence
  }

  /// True if the guess is good enough to act on.
  public var isSure: Bool { confidence >= Self.sureConfidence }

  /// The kind, where the guess is good enough to act on.
  var sureID: String? { isSure ? id : nil }
}
