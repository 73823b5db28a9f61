/// What is wrong in a rule file, and where.
public struct RuleDiagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given to the loader.
  public var path: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode code points.
  public var column: Int
  public var message: String

  public init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column: error: message`, the form that compilers use, so that editors can jump to it.
  public var description: String { "\(path):\(line):\(column): error: \(message)" }
}

extension RuleDiagnostic {
  /// Sorts by place; the message breaks ties, so that the order never depends on how checks are run.
  static func isBefore(_ a: RuleDiagnostic, _ b: RuleDiagnostic) -> Bool {
    (a.path, a.line, a.column, a.message) < (b.path, b.line, b.column, b.message)
  }
}
