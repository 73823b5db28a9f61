import Analysis
import SourceText

/// The counts of a document above its title.
struct CodeLenses {
  let view: DocumentView

  var json: JSON {
    guard !view.report.findings.isEmpty else { return [] }
    let title = view.document.blocks.first?.range ?? TextRange(start: 0, end: 0)
    let start = TextRange(start: title.start, end: title.start)
    return [
      [
        "range": view.json(start),
        "command": [
          "title": .string(summary), "command": .string(ServerCommand.summary.rawValue),
          "arguments": [.string(view.document.uri)],
        ],
      ]
    ]
  }

  /// "3 permissions, 1 promise, 2 missing".
  var summary: String {
    var counts = (permissions: 0, promises: 0, conditions: 0, choices: 0, missing: 0, conflicts: 0, wordings: 0)
    for finding in view.report.findings {
      switch (finding.kind, finding.stance) {
      case (.missing, _): counts.missing += 1
      case (.conflict, _): counts.conflicts += 1
      case (.wording, _): counts.wordings += finding.effect == .neutral ? 0 : 1
      case (.clause, .permits) where finding.effect == .protection: counts.promises += 1
      case (.clause, .permits): counts.permissions += 1
      case (.clause, .denies): counts.promises += finding.effect == .risk || finding.effect == .protection ? 1 : 0
      case (.clause, .conditional): counts.conditions += 1
      case (.clause, .offersChoice): counts.choices += 1
      case (.clause, nil): break
      }
    }
    let parts = [
      Self.words(counts.permissions, "permission", "permissions"),
      Self.words(counts.conditions, "permission under a condition", "permissions under a condition"),
      Self.words(counts.choices, "choice", "choices"), Self.words(counts.promises, "promise", "promises"),
      Self.words(counts.missing, "missing", "missing"),
      Self.words(counts.conflicts, "pair that may not agree", "pairs that may not agree"),
      Self.words(counts.wordings, "unclear wording", "unclear wordings"),
    ]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? "nothing found" : text
  }

  private static func words(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }
}
