import Reporters

/// The last line of `lint`, on standard error.
struct LintSummary {
  /// The line; nil if there is nothing to say.
  let text: String?

  /// - Parameter failures: files and folders that could not be read.
  init(_ tally: LintTally, failures: Int) {
    var parts: [String] = []
    if tally.findings > 0 {
      let findings = LintTally.counted(tally.findings, "finding")
      parts.append("\(findings) in \(LintTally.counted(tally.documents, "document")) (\(tally.levelText))")
    }
    if failures > 0 { parts.append("\(failures) could not be read") }
    text = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
