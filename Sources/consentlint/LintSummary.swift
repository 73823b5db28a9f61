import Analysis
import Clauses

/// The last line of `lint`, on standard error.
struct LintSummary {
  /// The line; nil if there is nothing to say.
  let text: String?

  /// - Parameter failures: files and folders that could not be read.
  init(documents: [DocumentReport], failures: Int) {
    let levels = documents.flatMap(\.findings).map(\.level)
    var parts: [String] = []
    if !levels.isEmpty {
      let counts = Rule.Level.allCases.reversed().compactMap { level -> String? in
        let count = levels.count(where: { $0 == level })
        return count == 0 ? nil : Self.counted(count, level.rawValue)
      }
      let places = Self.counted(documents.count, "document")
      parts.append("\(Self.counted(levels.count, "finding")) in \(places) (\(counts.joined(separator: ", ")))")
    }
    if failures > 0 { parts.append("\(failures) could not be read") }
    text = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
