import Clauses

/// The lowest level that makes a check fail.
public enum FailLevel: String, Sendable, CaseIterable {
  case error, warning, note, never

  /// True if a finding of `level` fails the check.
  public func includes(_ level: Rule.Level) -> Bool {
    Rule.Level(rawValue: rawValue).map { level >= $0 } ?? false
  }
}
