/// Checks on signs inside texts: `{name}` in messages, `[[ ]]` in test sentences.
extension YAMLFile {
  /// Notes every `{name}` that no pattern binds.
  /// - Parameter bound: nil = not known, then only the braces are checked.
  mutating func checkCaptures(of message: LocatedText, bound: Set<String>?) {
    let bytes = Array(message.string.utf8)
    var position = 0
    while position < bytes.count {
      defer { position += 1 }
      if bytes[position] == UInt8(ascii: "}") { report("`}` without `{`", at: position, in: message) }
      guard bytes[position] == UInt8(ascii: "{") else { continue }
      let name = bytes[(position + 1)...].prefix(while: isNameByte)
      guard bytes.indices.contains(name.endIndex), bytes[name.endIndex] == UInt8(ascii: "}"), !name.isEmpty else {
        report("`{` must be followed by a capture's name and `}`", at: position, in: message)
        continue
      }
      let text = String(decoding: name, as: UTF8.self)
      if let bound, !bound.contains(text) {
        let hint = bound.sorted().map { "{\($0)}" }.hint(for: "{\(text)}")
        report("no pattern of `find` binds `{\(text)}`\(hint)", at: position, in: message)
      }
      position = name.endIndex
    }
  }

  /// Notes a sentence without `[[ ]]`, and marks that are not in pairs or hold nothing.
  mutating func checkMarks(of sentence: LocatedText) {
    let marks = marks(in: sentence.string)
    if marks.isEmpty {
      report("`[[` and `]]` must mark the words that the rule finds", at: sentence.place)
      return
    }
    for (index, mark) in marks.enumerated() {
      let isFirstOfPair = index % 2 == 0
      if mark.opens != isFirstOfPair {
        report(mark.opens ? "`[[` inside `[[ ]]`" : "`]]` without `[[`", at: mark.offset, in: sentence)
        return
      }
      if !mark.opens, mark.offset == marks[index - 1].offset + 2 {
        report("`[[]]` marks no words", at: marks[index - 1].offset, in: sentence)
      }
    }
    if let last = marks.last, last.opens { report("`[[` without `]]`", at: last.offset, in: sentence) }
  }

  mutating func checkNoMarks(of sentence: LocatedText) {
    if let mark = marks(in: sentence.string).first {
      report("a sentence of `passes` has no marks: the rule must find nothing in it", at: mark.offset, in: sentence)
    }
  }

  private func marks(in sentence: String) -> [(offset: Int, opens: Bool)] {
    let bytes = Array(sentence.utf8)
    var result: [(offset: Int, opens: Bool)] = []
    var position = 0
    while position + 1 < bytes.count {
      let byte = bytes[position]
      if byte == bytes[position + 1], byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
        result.append((position, byte == UInt8(ascii: "[")))
        position += 2
      } else {
        position += 1
      }
    }
    return result
  }
}
