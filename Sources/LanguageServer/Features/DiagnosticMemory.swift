import Analysis
import Clauses
import SourceText

/// The JSON of a document's diagnostics as it was written before: of most only the range changes.
struct DiagnosticMemory: Sendable {
  /// The members behind the range, and what they depend on apart from the fingerprint.
  private struct Tail: Sendable {
    var rule: String
    var level: Rule.Level
    var message: String
    var bytes: [UInt8]
  }

  /// By fingerprint.
  private var memory = RunMemory<String, Tail>(slack: 64)

  /// Begins a run over a document.
  mutating func begin() { memory.begin() }

  mutating func finish() { memory.finish() }

  /// What follows the range of the diagnostic for `finding`; nil if it is not known.
  mutating func tail(of finding: Finding) -> [UInt8]? {
    guard Self.isKept(finding), let tail = memory.take(finding.fingerprint), tail.rule == finding.rule,
      tail.level == finding.level, tail.message == finding.message
    else { return nil }
    return tail.bytes
  }

  mutating func put(_ tail: ArraySlice<UInt8>, of finding: Finding) {
    guard Self.isKept(finding) else { return }
    memory.put(
      Tail(rule: finding.rule, level: finding.level, message: finding.message, bytes: Array(tail)),
      for: finding.fingerprint)
  }

  /// False for findings that speak of other places, which move too, and for documents without lines, whose places are
  /// in the message.
  private static func isKept(_ finding: Finding) -> Bool {
    finding.related.isEmpty && finding.place == nil && finding.rule != Remarks.unusedRule
  }
}
