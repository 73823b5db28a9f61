/// Where a byte stands in a YAML file, told by the lines' indentation: a file is not whole while it is written.
struct YAMLPlace: Equatable {
  /// The keys above the place, the outermost first; of a value, with its own key.
  var path: [String]
  /// True behind a key's colon, and in an item of a list.
  var isValue: Bool
  /// Bytes of the word at the place.
  var word: Range<Int>

  init(_ buffer: TextBuffer, at offset: Int) {
    let bytes = buffer.bytes
    let number = buffer.line(at: min(offset, bytes.count))
    let contents = buffer.contents(ofLine: number)
    let offset = min(max(offset, contents.lowerBound), contents.upperBound)
    var start = offset
    while start > contents.lowerBound, Self.isPartOfWord(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < contents.upperBound, Self.isPartOfWord(bytes[end]) { end += 1 }
    word = start..<end
    let own = Line(bytes[contents.lowerBound..<start])
    var indent = own.indent
    path = []
    if let key = own.key {
      path = [key]
    } else if own.isItem {
      // A list may stand as far left as its key.
      indent += 1
    }
    isValue = own.key != nil || own.isItem
    for index in stride(from: number - 1, through: 0, by: -1) where indent > 0 {
      let line = Line(bytes[buffer.contents(ofLine: index)])
      guard let key = line.key, line.indent < indent else { continue }
      path.insert(key, at: 0)
      indent = line.isItem ? line.indent + 1 : line.indent
    }
  }

  /// What one line says of the structure.
  private struct Line {
    var indent = 0
    var isItem = false
    /// The key in front of a colon.
    var key: String?

    init(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes.drop { $0 == 0x20 }
      indent = bytes.count - rest.count
      if rest.first == UInt8(ascii: "-"), rest.count == 1 || rest[rest.startIndex + 1] == 0x20 {
        isItem = true
        rest = rest.dropFirst().drop { $0 == 0x20 }
      }
      guard rest.first != UInt8(ascii: "#"), let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 == rest.endIndex || rest[colon + 1] == 0x20
      else { return }
      key = String(
        decoding: rest[..<colon].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }, as: UTF8.self)
      // The keys of a map in a list stand behind the dash.
      if isItem { indent = rest.startIndex - bytes.startIndex }
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || (0x30...0x39).contains(byte) || "-._*/".utf8.contains(byte)
  }
}
