/// A value of a configuration file, and where it stands there.
public struct Located<Value: Sendable & Equatable>: Sendable, Equatable {
  public var value: Value
  /// From 1.
  public var line: Int
  /// From 1, in Unicode code points.
  public var column: Int

  public init(_ value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }
}
