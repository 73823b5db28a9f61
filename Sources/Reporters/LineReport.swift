import Analysis
import Clauses
import SourceText

/// One line a finding, as compilers write it: `path:line:column: level: message [rule]`. In documents without lines
/// the place comes after the path: `path: paragraph 31: level: message [rule]`.
public struct LineReport: Sendable {
  public var style: Style

  public init(style: Style = Style()) {
    self.style = style
  }

  /// The findings of `document` in the order of the text, each on a line that ends in a line feed.
  /// Problems are not among them: see `ProblemText.line`.
  public func render(_ document: DocumentReport) -> String {
    document.findings.map { line(for: $0, path: document.path) + "\n" }.joined()
  }

  /// The line for one finding, without a line feed.
  public func line(for finding: Finding, path: String) -> String {
    let level = style.paint(finding.level.rawValue, finding.level.role)
    let place = finding.place.map { " \(PlaceText.short($0))" } ?? "\(finding.start.line):\(finding.start.column)"
    return "\(path.printable):\(place): \(level):"
      + " \(finding.message.printable) [\(finding.rule)]"
  }
}

extension Rule.Level {
  fileprivate var role: Style.Role {
    switch self {
    case .error: .error
    case .warning: .risk
    case .note: .choice
    }
  }
}
