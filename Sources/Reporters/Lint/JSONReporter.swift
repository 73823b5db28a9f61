/// The report for programs, `consentlint/report/1`, the same as `JSONReport` makes of all documents at once.
struct JSONReporter: LintReporter {
  private var isFirst = true

  mutating func begin() -> String { JSONReport.head }

  mutating func report(on document: LintedDocument) -> String {
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + JSONReport().text(of: document.report)
  }

  mutating func end() -> String { JSONReport.tail }
}

/// JSON Lines: each document is a line, the same object as under `documents` in `JSONReport`, with its schema.
struct JSONLinesReporter: LintReporter {
  mutating func report(on document: LintedDocument) -> String {
    JSONReport().line(of: document.report) + "\n"
  }

  /// A file without a report has a line too, so that who counts lines misses none.
  mutating func report(unreadable path: String, message: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string(JSONReport.lineSchema)
      json.key("path")
      json.string(path)
      json.key("error")
      json.string(message)
    }
    return json.text + "\n"
  }
}
