import Analysis
import Clauses
import SourceText

/// The diagnostic format of reviewdog (rdjson), which posts findings as comments on a change.
struct ReviewdogReporter: LintReporter {
  private var isFirst = true

  mutating func begin() -> String { "{\"source\":{\"name\":\"\(ToolVersion.name)\"},\"diagnostics\":[" }

  mutating func report(on document: LintedDocument) -> String {
    let columns = ByteColumns(document)
    let findings = document.report.findings.map { finding in
      entry(
        path: document.path, message: finding.placedMessage, severity: severity(of: finding.level), code: finding.rule,
        url: finding.see.lazy.compactMap(\.url).first
      ) { json in
        guard finding.lines != nil else { return }
        json.key("range")
        json.object { json in
          json.key("start")
          json.position(finding.start, columns)
          json.key("end")
          json.position(finding.end, columns)
        }
      }
    }
    let problems = document.report.problems.map {
      entry(
        path: document.path, message: ProblemText.message(for: $0), severity: $0.hidesText ? "ERROR" : "WARNING",
        code: "problem.\(ProblemText.kind(of: $0))")
    }
    return (findings + problems).joined()
  }

  mutating func report(unreadable path: String, message: String) -> String {
    entry(path: LintedDocument.path(path), message: message, severity: "ERROR", code: "problem.unreadable")
  }

  mutating func end() -> String { "\n]}\n" }

  private func severity(of level: Rule.Level) -> String {
    switch level {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }

  private mutating func entry(
    path: String, message: String, severity: String, code: String, url: String? = nil,
    range: (inout JSONWriter) -> Void = { _ in }
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("message")
      json.string(message)
      json.key("location")
      json.object { json in
        json.key("path")
        json.string(path)
        range(&json)
      }
      json.key("severity")
      json.string(severity)
      json.key("code")
      json.object { json in
        json.key("value")
        json.string(code)
        if let url {
          json.key("url")
          json.string(url)
        }
      }
    }
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + json.text
  }
}

/// Columns in bytes of UTF-8, as reviewdog counts them.
private struct ByteColumns {
  /// Empty where the file is in another encoding: then there are no such columns.
  private let bytes: [UInt8]

  init(_ document: LintedDocument) {
    bytes = String(validating: document.bytes, as: UTF8.self) == nil ? [] : document.bytes
  }

  /// 1-based; nil if it cannot be told.
  func column(of position: LineIndex.Position) -> Int? {
    guard position.byte <= bytes.count, !bytes.isEmpty else { return nil }
    let lineStart = bytes[..<position.byte].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let mark = lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return max(1, position.byte - lineStart - mark + 1)
  }
}

extension JSONWriter {
  fileprivate mutating func position(_ position: LineIndex.Position, _ columns: ByteColumns) {
    object { json in
      json.key("line")
      json.integer(position.line)
      if let column = columns.column(of: position) {
        json.key("column")
        json.integer(column)
      }
    }
  }
}
