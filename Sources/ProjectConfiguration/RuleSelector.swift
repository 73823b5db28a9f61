/// Names rules: one by its id (`ai.training`), a group (`ai.*`), or all (`*`).
public struct RuleSelector: Sendable, Equatable {
  public let source: String

  public init(_ source: String) {
    self.source = source
  }

  /// True if it names one rule.
  public var isExact: Bool { !source.hasSuffix("*") }

  /// How exactly it names: 0 all, 1 a group, 2 a rule.
  var precision: Int { source == "*" ? 0 : isExact ? 2 : 1 }

  public func includes(_ rule: String) -> Bool {
    isExact ? rule == source : rule.hasPrefix(source.dropLast())
  }
}
