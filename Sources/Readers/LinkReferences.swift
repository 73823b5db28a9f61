import SourceText

/// The link definitions of a Markdown text (`[label]: address`), which are no text.
struct LinkReferences {
  private var labels: Set<String> = []

  init(_ bytes: Bytes, lineStarts: [Int]) {
    guard bytes.first(0x5B, from: 0, to: bytes.count) < bytes.count else { return }
    for start in lineStarts {
      var at = start
      while [0x20, 0x09, 0x3E].contains(bytes[at]) { at += 1 }
      if let found = Self.definition(bytes, at: at) { labels.insert(Self.folded(bytes, found.label)) }
    }
  }

  func contains(_ bytes: Bytes, _ label: TextRange) -> Bool {
    !labels.isEmpty && label.length <= 200 && labels.contains(Self.folded(bytes, label))
  }

  /// `range` without the definitions that it begins with.
  func skippingDefinitions(_ bytes: Bytes, _ range: TextRange) -> TextRange {
    var range = range
    while range.length > 0, !labels.isEmpty, let found = Self.definition(bytes, at: range.start), found.end <= range.end
    {
      range = bytes.trimmed(TextRange(start: found.end, end: range.end))
    }
    return range
  }

  /// The definition at `at`, on one line: `[label]: address "title"`.
  private static func definition(_ bytes: Bytes, at start: Int) -> (label: TextRange, end: Int)? {
    guard bytes[start] == 0x5B else { return nil }
    var at = start + 1
    while bytes[at] != 0x5D, bytes[at] != 0x0A, bytes[at] != 0, at - start < 200 { at += 1 }
    guard bytes[at] == 0x5D, bytes[at + 1] == 0x3A, at > start + 1 else { return nil }
    let label = TextRange(start: start + 1, end: at)
    at += 2
    while bytes[at] == 0x20 { at += 1 }
    let address = at
    while bytes[at] > 0x20 { at += 1 }
    guard at > address else { return nil }
    while bytes[at] == 0x20 { at += 1 }
    let end = bytes.first(0x0A, from: at, to: bytes.count)
    // Anything but a title after the address makes it text.
    guard at == end || [0x22, 0x27, 0x28].contains(bytes[at]) else { return nil }
    return (label, end)
  }

  private static func folded(_ bytes: Bytes, _ label: TextRange) -> String {
    let part = UnsafeBufferPointer(rebasing: bytes.buffer[label.start..<label.end])
    return String(decoding: part, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}
