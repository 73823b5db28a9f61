import Clauses

/// How often each rule was found, for an overview of many forms.
struct StatisticsReporter: LintReporter {
  private var tally = LintTally()

  mutating func report(on document: LintedDocument) -> String {
    tally.add(document.report)
    return ""
  }

  mutating func report(unreadable path: String, message: String) -> String {
    tally.addUnreadable()
    return ""
  }

  mutating func end() -> String {
    let documents = LintTally.counted(tally.documents, "document")
    var text = "\(documents), \(LintTally.counted(tally.words, "word"))"
    if tally.unreadable > 0 { text += "; \(tally.unreadable) could not be read" }
    text += "\n\(LintTally.counted(tally.findings, "finding")) in \(tally.documentsWithFindings)"
    text += tally.levelText.isEmpty ? "" : " (\(tally.levelText))"
    text += tally.allowed == 0 ? "\n" : "; \(tally.allowed) allowed\n"
    guard !tally.rules.isEmpty else { return text }
    let rows = tally.sortedRules.map { id, count in
      [String(count.findings), String(count.documents), count.level.rawValue, id, count.title.printable]
    }
    return text + "\n" + Self.table([["findings", "documents", "level", "rule", "what it is"]] + rows)
  }

  /// Numbers to the right, words to the left; the last column as it is.
  private static func table(_ rows: [[String]]) -> String {
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell -> String in
        guard column < 4 else { return cell }
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? space + cell : cell + space
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
