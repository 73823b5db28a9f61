/// Where a page comes from, so that it can be made again: the program, its rules, and the day.
public struct Provenance: Sendable, Equatable {
  /// A day as 2026-11-24.
  public var date: String
  /// The version of the rules; see `Linter.rulesVersion`.
  public var rules: String

  public init(date: String, rules: String) {
    self.date = date
    self.rules = rules
  }

  /// "Made with consentlint 0.1.0 and rules 12ab... on 2026-11-24."
  func line(in texts: any Texts) -> String {
    texts.provenance(tool: "\(ToolVersion.name) \(ToolVersion.current)", rules: rules, date: date)
  }
}
