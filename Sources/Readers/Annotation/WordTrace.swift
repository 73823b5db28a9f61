import SourceText

/// The way back from a Word document's text to the XML of its parts.
///
/// Three maps lie behind each other: from the text to the texts of the paragraphs, laid end to end; from there to the
/// character data of the parts, laid end to end; from there to the bytes of a part. A plain reading has none of them.
final class WordTrace {
  struct Part {
    var name: String
    /// Where its character data begins.
    var start: Int
    var tree: XMLTree
  }

  /// A range of bytes in a part.
  struct Origin {
    /// Index of the part in `parts`.
    var part: Int
    var range: TextRange
  }

  private(set) var parts: [Part] = []
  private var length = 0
  /// From the paragraphs' texts to the character data.
  private var words = SourceMap()
  /// False if some part could not be followed.
  private(set) var isSound = true

  /// Notes that the part called `name` is read next; gives where its character data begins.
  func begin(_ name: String, _ bytes: [UInt8]?) -> Int {
    if let known = parts.first(where: { $0.name == name }) { return known.start }
    guard let bytes else { return length }
    guard let tree = XMLTree(bytes) else {
      isSound = false
      return length
    }
    parts.append(Part(name: name, start: length, tree: tree))
    // One more, so that the end of a part is not the start of the next.
    defer { length += tree.characterCount + 1 }
    return length
  }

  /// Notes the paragraphs that the text is made of, in its order.
  func take(_ paragraphs: [OfficeParagraph]) {
    for paragraph in paragraphs {
      isSound = isSound && (paragraph.map.segments.last?.text.end ?? 0) == paragraph.text.count
      for segment in paragraph.map.segments {
        words.append(segment.kind, textLength: segment.text.length, origin: segment.origin)
      }
    }
  }

  /// Where the first and the last byte of `range` that came from a file stand; nil if none did.
  ///
  /// - Parameter text: the text whose map leads to the paragraphs.
  func ends(of range: TextRange, in text: Text) -> (first: Origin, last: Origin)? {
    guard let first = (range.start..<range.end).lazy.compactMap({ self.origin(of: $0, in: text) }).first,
      let last = (range.start..<range.end).reversed().lazy.compactMap({ self.origin(of: $0, in: text) }).first
    else { return nil }
    return (first, last)
  }

  /// The bytes of a part that the text's byte at `offset` came from; nil for what the reader put in.
  private func origin(of offset: Int, in text: Text) -> Origin? {
    guard let word = text.map.origin(ofByteAt: offset), let place = words.origin(ofByteAt: word.start),
      let part = parts.lastIndex(where: { $0.start <= place.start }),
      let range = parts[part].tree.characters.origin(ofByteAt: place.start - parts[part].start)
    else { return nil }
    // The last byte of a sign that is several bytes in the file.
    let end = parts[part].tree.characters.origin(ofByteAt: place.end - 1 - parts[part].start) ?? range
    return Origin(part: part, range: TextRange(start: range.start, end: max(range.end, end.end)))
  }
}

extension SourceMap {
  /// The origin of one byte of the text; nil if it has none.
  fileprivate func origin(ofByteAt offset: Int) -> TextRange? {
    let range = origin(of: TextRange(start: offset, end: offset + 1))
    return range.length > 0 ? range : nil
  }
}
