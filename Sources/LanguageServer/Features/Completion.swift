import Analysis
import SourceText

/// Model clauses where a sentence begins, and the names of rules in remarks.
struct Completion {
  let view: DocumentView
  let client: ClientAbilities
  let linter: Linter

  func json(at offset: Int) -> JSON {
    if let words = remark(at: offset) { return words }
    let bytes = view.buffer.bytes
    var start = min(offset, bytes.count)
    while start > 0, Self.isPartOfName(bytes[start - 1]) { start -= 1 }
    guard Self.beginsSentence(bytes, at: start) else { return ["isIncomplete": false, "items": []] }
    let range = view.json(TextRange(start: start, end: min(offset, bytes.count)))
    let items = ModelClause.all.map { clause -> JSON in
      [
        "label": .string(clause.name),
        // 15 = snippet.
        "kind": 15, "detail": "Model clause",
        "documentation": .string("\(clause.text)\n\nFound as \(clause.rule): \(StanceText.verb(clause.stance))."),
        "filterText": .string(clause.name), "insertTextFormat": .integer(client.takesSnippets ? 2 : 1),
        "textEdit": [
          "range": range, "newText": .string(client.takesSnippets ? clause.snippet : clause.text),
        ],
      ]
    }
    return ["isIncomplete": false, "items": .array(items)]
  }

  /// The words of a remark to this program, if the place is in one: what it does, then rules up to the reason.
  private func remark(at offset: Int) -> JSON? {
    let bytes = view.buffer.bytes
    let offset = min(offset, bytes.count)
    let line = view.buffer.contents(ofLine: view.buffer.line(at: offset))
    guard offset >= line.lowerBound else { return nil }
    let before = String(decoding: bytes[line.lowerBound..<offset], as: UTF8.self)
    guard let mark = before.split(separator: ":").dropLast().last, mark.hasSuffix("consentlint"),
      let rest = before.split(separator: ":", omittingEmptySubsequences: false).last
    else { return nil }
    // The reason is the drafter's own.
    guard !rest.contains("--") else { return ["isIncomplete": false, "items": []] }
    var start = offset
    while start > line.lowerBound, Self.isPartOfName(bytes[start - 1]) || ".*".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    let isVerb = rest.utf8.count - (offset - start) == rest.prefix { $0 == " " }.utf8.count
    let found = Set(view.report.findings.map(\.rule))
    let names =
      isVerb
      ? [
        ("allow", "Allows rules in this sentence or block."),
        ("allow-section", "Allows rules up to the section's end."),
        ("allow-file", "Allows rules in the whole file."),
      ] : ConfigurationNames(linter: linter).rules
    let range = view.json(TextRange(start: start, end: offset))
    let items = names.map { name, about -> JSON in
      [
        // 14 = keyword, 20 = a member of a fixed list. What the document has comes first.
        "label": .string(name), "kind": isVerb ? 14 : 20, "detail": .string(about),
        "sortText": .string((found.contains(name) ? "0" : "1") + name),
        "textEdit": ["range": range, "newText": .string(name)],
      ]
    }
    return ["isIncomplete": false, "items": .array(items)]
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "-")
  }

  /// True at the start of a line, behind a list's marker, and behind the end of a sentence.
  private static func beginsSentence(_ bytes: [UInt8], at start: Int) -> Bool {
    var at = start
    while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09 { at -= 1 }
    guard at > 0 else { return true }
    switch bytes[at - 1] {
    case 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"): return true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ")"):
      return at < start
    default: return false
    }
  }
}
