import Analysis
import Clauses
import SourceText

/// SARIF 2.1.0 (OASIS), the exchange format of code scanners.
///
/// The results come first and the rules after them, so that nothing but the rules that were found has to be kept.
struct SARIFReporter: LintReporter {
  /// The name of our fingerprints; it changes if ever they are made in another way.
  private static let fingerprint = "consentlint/v1"

  private var isFirst = true
  private var rules = SARIFRules()
  private var notifications: [SARIFNotification] = []

  mutating func begin() -> String {
    """
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":\
    "unicodeCodePoints","results":[
    """
  }

  mutating func report(on document: LintedDocument) -> String {
    notifications += document.report.problems.map {
      SARIFNotification(
        path: document.path, isError: $0.hidesText, message: ProblemText.message(for: $0),
        kind: ProblemText.kind(of: $0))
    }
    let findings = document.report.findings.map { result(for: $0, path: document.path, allowed: nil) }
    let allowed = document.report.suppressed.map { result(for: $0.finding, path: document.path, allowed: $0) }
    return (findings + allowed).joined()
  }

  mutating func report(unreadable path: String, message: String) -> String {
    notifications.append(
      SARIFNotification(path: LintedDocument.path(path), isError: true, message: message, kind: "unreadable"))
    return ""
  }

  mutating func end() -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("tool")
      json.object { json in
        json.key("driver")
        json.object { json in
          json.key("name")
          json.string(ToolVersion.name)
          json.key("version")
          json.string(ToolVersion.current)
          json.key("semanticVersion")
          json.string(ToolVersion.current)
          json.key("rules")
          json.array(rules.found) { $0.write($1) }
        }
      }
      json.key("invocations")
      json.array(0..<1) { json, _ in
        json.object { json in
          json.key("executionSuccessful")
          json.boolean(!notifications.contains(where: \.isError))
          json.key("toolExecutionNotifications")
          json.array(notifications) { $0.write($1) }
        }
      }
    }
    // The members of the run go on after its results.
    return "\n]," + json.text.dropFirst() + "]}\n"
  }

  private mutating func result(for finding: Finding, path: String, allowed: SuppressedFinding?) -> String {
    let rule = rules.index(of: finding)
    var json = JSONWriter()
    json.object { json in
      json.key("ruleId")
      json.string(finding.rule)
      json.key("ruleIndex")
      json.integer(rule)
      json.key("level")
      json.string(finding.level.rawValue)
      json.message(finding.placedMessage)
      json.key("locations")
      json.array(0..<1) { json, _ in
        json.location(
          path: path, finding.start, finding.end, place: finding.place, quote: finding.quote, heading: finding.heading)
      }
      if !finding.related.isEmpty {
        json.key("relatedLocations")
        json.array(finding.related.enumerated()) { json, related in
          json.location(
            path: path, related.element.start, related.element.end, place: related.element.place,
            quote: related.element.quote, heading: related.element.heading, id: related.offset,
            message: related.element.message)
        }
      }
      json.key("partialFingerprints")
      json.object { json in
        json.key(Self.fingerprint)
        json.string(finding.fingerprint)
      }
      // Where some results have suppressions, those without must say that they have none.
      json.key("suppressions")
      json.array(allowed.map { [$0] } ?? []) { $0.write($1) }
      json.key("properties")
      json.object { json in
        json.key("kind")
        json.string(finding.kind.rawValue)
        json.key("effect")
        json.string(finding.effect.rawValue)
        if let stance = finding.stance {
          json.key("stance")
          json.string(stance.rawValue)
        }
        json.key("ask")
        json.string(finding.ask)
      }
    }
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + json.text
  }
}

/// The rules of a run in the order in which they were found.
struct SARIFRules {
  /// A finding of each: it knows all that its rule says.
  private(set) var found: [Finding] = []
  private var indices: [String: Int] = [:]

  mutating func index(of finding: Finding) -> Int {
    if let known = indices[finding.rule] { return known }
    indices[finding.rule] = found.count
    found.append(finding)
    return found.count - 1
  }
}

/// A message on a document that could not be read, or not whole.
struct SARIFNotification {
  var path: String
  var isError: Bool
  var message: String
  var kind: String
}
