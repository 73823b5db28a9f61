/// A finding that was allowed, and by whom.
public struct SuppressedFinding: Sendable {
  public enum Source: String, Sendable {
    /// A remark in the document.
    case document
    /// The project's baseline.
    case baseline
  }

  public var finding: Finding
  public var source: Source
  /// What the remark gives as its reason; nil for the baseline.
  public var reason: String?
  /// The last day on which the remark counts ("2027-01-31"); nil = no end.
  public var until: String?

  public init(finding: Finding, source: Source, reason: String? = nil, until: String? = nil) {
    self.finding = finding
    self.source = source
    self.reason = reason
    self.until = until
  }
}
