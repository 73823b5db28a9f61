import Clauses

/// The lowest level that makes a check fail.
public enum FailLevel: String, Sendable, CaseIterable {
  case error, warning, note, never

  /// The same as a level of findings; nil if nothing makes a check fail.
  public var level: Rule.Level? { Rule.Level(rawValue: rawValue) }

  /// True if a finding of `level` fails the check.
  public func includes(_ level: Rule.Level) -> Bool {
    self.level.map { level >= $0 } ?? false
  }
}
