import Analysis
import Clauses

/// The rules of a pack, one line each: id, effect or sort, highest level, title.
public struct RuleList: Sendable {
  public init() {}

  /// The list in the order of ids, in columns; empty without rules.
  public func render(_ rules: [AnyRule]) -> String {
    let rows = rules.sorted { $0.id < $1.id }.map { rule in
      (id: rule.id, sort: sort(of: rule), level: rule.level(inKind: nil)?.rawValue ?? "", title: rule.title.printable)
    }
    let idWidth = rows.map(\.id.count).max() ?? 0
    let sortWidth = rows.map(\.sort.count).max() ?? 0
    let levelWidth = rows.map(\.level.count).max() ?? 0
    return rows.map {
      padded($0.id, idWidth) + padded($0.sort, sortWidth) + padded($0.level, levelWidth) + $0.title + "\n"
    }
    .joined()
  }

  /// What a sentence's rule is to the reader; of the others what they look for.
  private func sort(of rule: AnyRule) -> String {
    switch rule {
    case .sentence(let rule): rule.effect.rawValue
    case .missing: "missing"
    case .conflict: "conflict"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count) + 2)
  }
}
