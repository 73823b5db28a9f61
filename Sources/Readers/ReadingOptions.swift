/// How a document is to be read.
public struct ReadingOptions: Sendable {
  /// What a document may ask of a reader before it stops.
  public var limits: ReadingLimits
  /// Told in a few words what takes longer than a second; nil = nobody wants to know.
  public var progress: (@Sendable (String) -> Void)?

  public init(limits: ReadingLimits = ReadingLimits(), progress: (@Sendable (String) -> Void)? = nil) {
    self.limits = limits
    self.progress = progress
  }
}

extension ReadingOptions {
  /// Tells `message` if a program still runs a second after `start`, when the work on the document began.
  func notice(_ message: String, since start: ContinuousClock.Instant) -> ExternalProgram.Notice? {
    guard let progress else { return nil }
    return ExternalProgram.Notice(at: start + .seconds(1)) { progress(message) }
  }
}
