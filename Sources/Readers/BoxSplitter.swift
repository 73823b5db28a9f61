import SourceText

/// Parts lines that hold several boxes, so that each choice is a block of its own.
enum BoxSplitter {
  /// Adds `draft` to `result`, as several drafts where it holds several boxes.
  static func add(_ draft: Draft, _ bytes: Bytes, to result: inout [Draft]) {
    let boxes = boxes(bytes, draft.range)
    guard let first = boxes.first else {
      append(draft, draft.range, bytes, to: &result)
      return
    }
    let head = bytes.trimmed(TextRange(start: draft.range.start, end: first.start))
    var labels: [TextRange] = []
    for (index, box) in boxes.enumerated() {
      let end = index + 1 < boxes.count ? boxes[index + 1].start : draft.range.end
      labels.append(bytes.trimmed(TextRange(start: box.found.end, end: end)))
    }
    var lead: TextRange? = head.length > 0 ? head : nil
    if let last = labels.last, last.length == 0, draft.marker?.checkBox == nil, head.length > 0 {
      // "I agree: Yes [ ] No [ ]": the labels stand before their boxes.
      let word = lastWord(bytes, head)
      labels = [word] + labels.dropLast()
      let rest = bytes.trimmed(TextRange(start: head.start, end: word.start))
      lead = rest.length > 0 ? rest : nil
    }
    if let lead {
      var first = draft
      first.shape = draft.marker == nil && draft.shape == .question ? .question : .prose
      append(first, lead, bytes, to: &result)
    }
    for (box, label) in zip(boxes, labels) where label.length > 0 {
      let marker = Marker(kind: .box, style: .bare, ordinal: 0, checkBox: box.found.state, end: box.found.end)
      var option = Draft(range: label, marker: marker, indent: draft.indent, isOneLine: draft.isOneLine)
      if let depth = draft.depth {
        option.depth = lead == nil || draft.marker?.checkBox != nil ? max(depth, 1) : depth + 1
      }
      append(option, label, bytes, to: &result)
    }
  }

  /// Adds `draft` with `range`. In "[ ] Yes [ ] No I agree to calls." the statement is not the label of the last
  /// box: it is parted from the answer.
  private static func append(_ draft: Draft, _ range: TextRange, _ bytes: Bytes, to result: inout [Draft]) {
    var draft = draft
    draft.range = range
    guard
      draft.marker?.checkBox != nil, let before = result.last, before.marker?.checkBox != nil,
      isAnswer(bytes, before.range), let answer = answer(bytes, range)
    else {
      result.append(draft)
      return
    }
    let rest = bytes.trimmed(TextRange(start: answer.end, end: range.end))
    draft.range = answer
    result.append(draft)
    if rest.length > 0 {
      result.append(Draft(range: rest, indent: draft.indent, depth: draft.depth == nil ? nil : 0, isOneLine: false))
    }
  }

  private static func boxes(_ bytes: Bytes, _ range: TextRange) -> [(start: Int, found: CheckBoxes.Found)] {
    var boxes: [(start: Int, found: CheckBoxes.Found)] = []
    var bracket = bytes.first(0x5B, from: range.start, to: range.end)
    var sign = bytes.first(0xE2, from: range.start, to: range.end)
    while bracket < range.end || sign < range.end {
      let at = min(bracket, sign)
      if let found = CheckBoxes.inner(bytes, at: at), found.end <= range.end { boxes.append((at, found)) }
      if bracket == at { bracket = bytes.first(0x5B, from: at + 1, to: range.end) }
      if sign == at { sign = bytes.first(0xE2, from: at + 1, to: range.end) }
    }
    return boxes
  }

  private static func lastWord(_ bytes: Bytes, _ range: TextRange) -> TextRange {
    var start = range.end
    while start > range.start, !Bytes.isSpace(bytes[start - 1]) { start -= 1 }
    return TextRange(start: start, end: range.end)
  }

  private static let answers: [StaticString] = ["yes", "no", "sí", "si"]

  private static func isAnswer(_ bytes: Bytes, _ range: TextRange) -> Bool {
    answers.contains { $0.utf8CodeUnitCount == range.length && bytes.matches($0, at: range.start) }
  }

  /// The "Yes" or "No" that a label begins with, if words follow that are a statement of their own.
  private static func answer(_ bytes: Bytes, _ range: TextRange) -> TextRange? {
    for word in answers where bytes.matches(word, at: range.start) {
      var at = range.start + word.utf8CodeUnitCount
      guard at < range.end, bytes[at] == 0x20 || bytes[at] == 0x0A else { continue }
      while at < range.end, Bytes.isSpace(bytes[at]) { at += 1 }
      guard bytes.letterCase(at: at) == .upper else { continue }
      return TextRange(start: range.start, end: range.start + word.utf8CodeUnitCount)
    }
    return nil
  }
}
