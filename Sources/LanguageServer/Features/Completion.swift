import SourceText

/// Model clauses where a sentence begins.
struct Completion {
  let view: DocumentView
  let client: ClientAbilities

  func json(at offset: Int) -> JSON {
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
