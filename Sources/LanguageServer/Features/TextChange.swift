import SourceText

/// New text for a range of a document.
struct TextChange: Sendable, Equatable {
  var range: TextRange
  var text: String

  /// Puts `text` in at byte `offset`.
  static func insert(_ text: String, at offset: Int) -> TextChange {
    TextChange(range: TextRange(start: offset, end: offset), text: text)
  }
}

extension [TextChange] {
  /// `bytes` with all changes, which do not overlap.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for change in sorted(by: { $0.range.start > $1.range.start }) {
      result.replaceSubrange(change.range.start..<change.range.end, with: change.text.utf8)
    }
    return result
  }
}

extension ClientAbilities {
  /// A workspace edit with changes to one document.
  ///
  /// - Parameter version: the one that the changes are for; nil for a file that is not open.
  func edit(_ changes: [TextChange], of buffer: TextBuffer, uri: String, version: Int?) -> JSON {
    let edits = JSON.array(
      changes.map { change in
        let start = buffer.position(of: change.range.start, encoding)
        let end = buffer.position(of: change.range.end, encoding)
        return ["range": ["start": start.json, "end": end.json], "newText": .string(change.text)]
      })
    guard takesDocumentChanges else { return ["changes": .object([.init(key: uri, value: edits)])] }
    let document: JSON = ["uri": .string(uri), "version": version.map { .integer($0) } ?? .null]
    return ["documentChanges": [["textDocument": document, "edits": edits]]]
  }
}
