import Analysis
import Clauses

/// The rules of a pack, one line each: id, effect, level, title.
public struct RuleList: Sendable {
  public init() {}

  /// The list in the order of ids, in columns; empty without rules.
  public func render(_ rules: [Rule]) -> String {
    let idWidth = rules.map(\.id.count).max() ?? 0
    let effectWidth = rules.map(\.effect.rawValue.count).max() ?? 0
    let levelWidth = rules.map(\.level.rawValue.count).max() ?? 0
    return rules.sorted { $0.id < $1.id }.map { rule in
      padded(rule.id, idWidth) + padded(rule.effect.rawValue, effectWidth) + padded(rule.level.rawValue, levelWidth)
        + rule.title.printable + "\n"
    }.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count) + 2)
  }
}
