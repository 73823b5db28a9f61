/// How a document is to be read.
public struct ReadingOptions: Sendable {
  /// What a document may ask of a reader before it stops.
  public var limits: ReadingLimits
  /// Told in a few words what takes long; nil = nobody wants to know.
  public var progress: (@Sendable (String) -> Void)?

  public init(limits: ReadingLimits = ReadingLimits(), progress: (@Sendable (String) -> Void)? = nil) {
    self.limits = limits
    self.progress = progress
  }
}
