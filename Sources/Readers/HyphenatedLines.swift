import SourceText

/// Words that were parted at the end of a line: "infor-" and "mation".
enum HyphenatedLines {
  /// Words and prefixes that keep their hyphen: "third-party" may be parted there too.
  private static let kept: [StaticString] = [
    "all", "anti", "cross", "e", "ex", "face", "follow", "full", "half", "health", "high", "in", "long", "low", "multi",
    "non", "off", "on", "one", "opt", "opted", "opting", "out", "part", "post", "real", "round", "self", "short",
    "state", "third", "two", "up", "well", "x",
  ]

  /// Short prefixes that keep it before these words only: "de-identified", but "decision".
  private static let keptBefore: [(prefix: StaticString, rest: [StaticString])] = [
    ("de", ["identif"]), ("re", ["identif", "disclos", "contact"]), ("co", ["pay", "investigat", "sponsor"]),
    ("pre", ["existing", "approv"]), ("sub", ["investigat"]), ("machine", ["learning"]), ("on", ["line"]),
  ]

  /// The hyphens and line ends to leave out, in order, together with `other`, which ascend and lie in other blocks.
  static func edits(_ bytes: Bytes, _ blocks: [Block], merging other: [TextEdit]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var rest = other[...]
    for block in blocks {
      while let edit = rest.first, edit.range.start < block.range.end {
        edits.append(edit)
        rest.removeFirst()
      }
      guard block.kind != .tableRow else { continue }
      var at = bytes.first(0x0A, from: block.range.start, to: block.range.end)
      while at < block.range.end {
        if let edit = edit(bytes, lineEnd: at, in: block.range) { edits.append(edit) }
        at = bytes.first(0x0A, from: at + 1, to: block.range.end)
      }
    }
    return edits + rest
  }

  private static func edit(_ bytes: Bytes, lineEnd: Int, in range: TextRange) -> TextEdit? {
    var hyphen = lineEnd - 1
    while hyphen > range.start, Bytes.isSpace(bytes[hyphen]) { hyphen -= 1 }
    var next = lineEnd
    while next < range.end, Bytes.isSpace(bytes[next]) { next += 1 }
    guard bytes[hyphen] == 0x2D, hyphen > range.start, next < range.end else { return nil }
    guard bytes.letterCase(at: next) == .lower, bytes.letterCase(at: letterStart(bytes, hyphen)) == .lower else {
      return nil
    }
    var word = hyphen
    while word > range.start, Bytes.isLetter(bytes[word - 1]) || bytes[word - 1] >= 0x80 { word -= 1 }
    let keeps = word > range.start && bytes[word - 1] == 0x2D || keepsHyphen(bytes, word, hyphen, next)
    return TextEdit(range: TextRange(start: keeps ? hyphen + 1 : hyphen, end: next))
  }

  private static func keepsHyphen(_ bytes: Bytes, _ word: Int, _ hyphen: Int, _ next: Int) -> Bool {
    let length = hyphen - word
    if kept.contains(where: { $0.utf8CodeUnitCount == length && bytes.matches($0, at: word) }) { return true }
    return keptBefore.contains { entry in
      entry.prefix.utf8CodeUnitCount == length && bytes.matches(entry.prefix, at: word)
        && entry.rest.contains { bytes.matches($0, at: next) }
    }
  }

  /// Start of the code point that ends at `end`.
  private static func letterStart(_ bytes: Bytes, _ end: Int) -> Int {
    var at = end - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
