import Analysis
import Clauses
import Reporters
import SourceText

/// Makes diagnostics of a report: written at once, since a long document has thousands.
struct DiagnosticWriter: Sendable {
  let client: ClientAbilities
  /// Findings below it are left out.
  let minimumLevel: Rule.Level
  let pages: RulePages

  /// The diagnostics of a document as a JSON array.
  ///
  /// - Parameters:
  ///   - buffer: the document's text; nil where it is not UTF-8, so that lines and columns come from the report.
  ///   - uri: the document's.
  ///   - memory: what was written for the document before.
  func items(
    for report: DocumentReport, in buffer: TextBuffer?, uri: String, reusing memory: inout DiagnosticMemory
  ) -> [UInt8] {
    memory.begin()
    defer { memory.finish() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(report.findings.count * 480 + 16)
    bytes.append(UInt8(ascii: "["))
    var origins: [String: [UInt8]] = [:]
    for finding in report.findings where finding.level >= minimumLevel {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      write(range(of: finding, in: buffer), &bytes)
      if let known = memory.tail(of: finding) {
        bytes.append(contentsOf: known)
        continue
      }
      let start = bytes.count
      let origin = origins[finding.rule] ?? self.origin(of: finding)
      origins[finding.rule] = origin
      writeTail(of: finding, origin, in: buffer, uri: uri, to: &bytes)
      memory.put(bytes[start...], of: finding)
    }
    for problem in report.problems {
      // Who begins a document knows that there is nothing in it yet.
      if problem == .empty { continue }
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      write(problem, in: buffer, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// The same for a document of which nothing was written before.
  func items(for report: DocumentReport, in buffer: TextBuffer?, uri: String) -> [UInt8] {
    var memory = DiagnosticMemory()
    return items(for: report, in: buffer, uri: uri, reusing: &memory)
  }

  /// A name for these diagnostics: the same for the same.
  static func resultID(_ items: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in items { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }

  /// The members of a diagnostic that are the same for all findings of a rule.
  private func origin(of finding: Finding) -> [UInt8] {
    var bytes = Array(",\"code\":".utf8)
    JSON.write(finding.rule, to: &bytes)
    if let page = pages.uri(of: finding.rule) {
      bytes.append(contentsOf: ",\"codeDescription\":{\"href\":".utf8)
      JSON.write(page, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(contentsOf: ",\"source\":\"consentlint\",\"message\":".utf8)
    return bytes
  }

  /// Where the client is to mark a finding; a document without lines is marked at its top.
  private func range(of finding: Finding, in buffer: TextBuffer?) -> (start: LSPPosition, end: LSPPosition) {
    let top = LSPPosition(line: 0, character: 0)
    if finding.place != nil { return (top, top) }
    if let buffer { return buffer.positions(of: finding.start, to: finding.end, client.encoding) }
    return (position(finding.start, in: nil), position(finding.end, in: nil))
  }

  /// The members of a diagnostic behind its range.
  private func writeTail(
    of finding: Finding, _ origin: [UInt8], in buffer: TextBuffer?, uri: String, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: ",\"severity\":".utf8)
    bytes.append(finding.level.severity)
    bytes.append(contentsOf: origin)
    let place = finding.place.map { PlaceText.short($0) + ": " } ?? ""
    JSON.write(place.isEmpty ? finding.message : place + finding.message, to: &bytes)
    if !finding.related.isEmpty || finding.rule == Remarks.unusedRule {
      for member in extras(of: finding, in: buffer, uri: uri) {
        bytes.append(UInt8(ascii: ","))
        JSON.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
    }
    bytes.append(contentsOf: ",\"data\":{\"fingerprint\":".utf8)
    JSON.write(finding.fingerprint, to: &bytes)
    bytes.append(contentsOf: "}}".utf8)
    if finding.kind == .conflict { writeOtherHalves(of: finding, origin, in: buffer, uri: uri, to: &bytes) }
  }

  private func write(_ problem: Problem, in buffer: TextBuffer?, to bytes: inout [UInt8]) {
    let range =
      switch problem {
      case .invalidEncoding(_, _, let range), .disguisedLetters(_, let range): range
      default: TextRange(start: 0, end: 0)
      }
    let top = LSPPosition(line: 0, character: 0)
    let start = buffer?.position(of: range.start, client.encoding) ?? top
    let end = buffer?.position(of: range.end, client.encoding) ?? top
    let diagnostic: JSON = [
      "range": ["start": start.json, "end": end.json],
      "severity": problem.hidesText ? 1 : 2, "code": .string(ProblemText.kind(of: problem)), "source": "consentlint",
      "message": .string(ProblemText.message(for: problem)),
    ]
    diagnostic.write(to: &bytes)
  }

  func position(_ place: LineIndex.Position, in buffer: TextBuffer?) -> LSPPosition {
    buffer?.position(of: place.byte, client.encoding) ?? LSPPosition(line: place.line - 1, character: place.column - 1)
  }

  /// Begins a diagnostic with its range.
  private func write(_ range: (start: LSPPosition, end: LSPPosition), _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"range\":{\"start\":{\"line\":".utf8)
    JSON.write(range.start.line, to: &bytes)
    bytes.append(contentsOf: ",\"character\":".utf8)
    JSON.write(range.start.character, to: &bytes)
    bytes.append(contentsOf: "},\"end\":{\"line\":".utf8)
    JSON.write(range.end.line, to: &bytes)
    bytes.append(contentsOf: ",\"character\":".utf8)
    JSON.write(range.end.character, to: &bytes)
    bytes.append(contentsOf: "}}".utf8)
  }
}

extension Rule.Level {
  /// The digit of LSP's severity.
  fileprivate var severity: UInt8 {
    switch self {
    case .error: UInt8(ascii: "1")
    case .warning: UInt8(ascii: "2")
    case .note: UInt8(ascii: "3")
    }
  }
}
