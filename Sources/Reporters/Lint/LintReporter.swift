import Analysis
import Clauses

/// A form of the answer of `lint`, written document by document, so that no report has to be kept.
///
/// What the functions return, in the order of the calls, is the whole output: `begin`, then a document or a file that
/// could not be read, as often as needed, then `end`.
public protocol LintReporter {
  mutating func begin() -> String
  mutating func report(on document: LintedDocument) -> String
  /// - Parameter message: why the file or folder at `path` could not be read, and what to do.
  mutating func report(unreadable path: String, message: String) -> String
  mutating func end() -> String
}

extension LintReporter {
  public mutating func begin() -> String { "" }
  public mutating func report(unreadable path: String, message: String) -> String { "" }
  public mutating func end() -> String { "" }
}

/// A document as `lint` hands it over.
public struct LintedDocument: Sendable {
  public var report: DocumentReport
  /// The file's bytes.
  public var bytes: [UInt8]
  /// The lowest level that makes the check fail; nil if none does.
  public var failLevel: Rule.Level?

  public init(report: DocumentReport, bytes: [UInt8] = [], failLevel: Rule.Level? = .warning) {
    self.report = report
    self.bytes = bytes
    self.failLevel = failLevel
  }

  /// The path as other programs want it, without `./` before it.
  var path: String { Self.path(report.path) }

  static func path(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return rest.isEmpty ? path : String(rest)
  }

  /// True if a finding makes the check fail.
  public var hasFailures: Bool { report.findings.contains(where: fails) }

  /// True if `finding` makes the check fail.
  func fails(_ finding: Finding) -> Bool {
    failLevel.map { finding.level >= $0 } ?? false
  }
}

extension Finding {
  /// First and last line in the file; nil in documents that have no lines.
  var lines: ClosedRange<Int>? {
    place == nil ? start.line...max(start.line, end.line) : nil
  }

  /// The message on one line; in documents without lines the place stands before it.
  var placedMessage: String {
    let text = message.printable
    return place.map { "\(PlaceText.long($0, heading: heading)): \(text)" } ?? text
  }
}
