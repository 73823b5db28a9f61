import SourceText

/// The elements of an XML part with the bytes that each stands on, so that a part can be changed without rewriting it.
///
/// Only for XML that libxml2 has found well-formed: this looks for the ends of tags and no further.
struct XMLTree {
  struct Element {
    /// As it is written, with its prefix.
    var name: String
    /// The start tag; the whole element if it is empty (`<w:p/>`).
    var startTag: TextRange
    /// The end tag; an empty range at the element's end if there is none.
    var endTag: TextRange
    /// Index of the element around it; nil for the root.
    var parent: Int?
    /// Indices of the elements in it.
    var children: [Int] = []

    /// From the start tag to the end tag.
    var range: TextRange { TextRange(start: startTag.start, end: endTag.end) }
    /// What stands between both tags.
    var content: TextRange { TextRange(start: startTag.end, end: endTag.start) }
    /// True for `<w:p/>`.
    var isEmptyTag: Bool { endTag.length == 0 }
  }

  let bytes: [UInt8]
  /// In the order of their start tags; the first is the root.
  private(set) var elements: [Element] = []
  /// From the character data of the whole part, as an XML reader gives it, to the part's bytes.
  private(set) var characters = SourceMap()
  /// Bytes of character data.
  var characterCount: Int { characters.segments.last?.text.end ?? 0 }

  /// The elements of `bytes`; nil if they are not UTF-8, or no XML after all.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.withUnsafeBufferPointer({ scan(Bytes($0)) }) else { return nil }
  }

  /// The bytes in `range` as text.
  func text(_ range: TextRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  private mutating func scan(_ bytes: Bytes) -> Bool {
    var at = bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    guard XMLPrologEncoding.isUTF8(bytes, from: at) else { return false }
    var open: [Int] = []
    while at < bytes.count {
      let tag = bytes.first(0x3C, from: at, to: bytes.count)
      if !open.isEmpty { addCharacters(bytes, TextRange(start: at, end: tag)) }
      guard tag < bytes.count else { break }
      if bytes.hasPrefix("<!--", at: tag) {
        at = bytes.end(of: "-->", from: tag + 4)
      } else if bytes.hasPrefix("<?", at: tag) {
        at = bytes.end(of: "?>", from: tag + 2)
      } else if bytes.hasPrefix("<![CDATA[", at: tag) {
        at = bytes.end(of: "]]>", from: tag + 9)
        addLines(bytes, TextRange(start: tag + 9, end: max(tag + 9, at - 3)))
      } else if bytes[tag + 1] == 0x21 {
        return false
      } else {
        at = tagEnd(bytes, from: tag)
        guard at <= bytes.count, bytes[at - 1] == 0x3E else { return false }
        take(bytes, TextRange(start: tag, end: at), &open)
      }
    }
    return open.isEmpty && !elements.isEmpty
  }

  /// Takes a start tag or an end tag.
  private mutating func take(_ bytes: Bytes, _ tag: TextRange, _ open: inout [Int]) {
    if bytes[tag.start + 1] == 0x2F {
      if let last = open.popLast() { elements[last].endTag = tag }
      return
    }
    var end = tag.start + 1
    while end < tag.end, !Bytes.isSpace(bytes[end]), bytes[end] != 0x0D, bytes[end] != 0x2F, bytes[end] != 0x3E {
      end += 1
    }
    let name = String(decoding: bytes.buffer[tag.start + 1..<end], as: UTF8.self)
    let index = elements.count
    let nothing = TextRange(start: tag.end, end: tag.end)
    elements.append(Element(name: name, startTag: tag, endTag: nothing, parent: open.last))
    if let parent = open.last { elements[parent].children.append(index) }
    if bytes[tag.end - 2] != 0x2F { open.append(index) }
  }

  /// Just behind the tag that begins at `start`: a value in quotes may hold a ">".
  private func tagEnd(_ bytes: Bytes, from start: Int) -> Int {
    var at = start + 1
    while at < bytes.count {
      switch bytes[at] {
      case 0x3E: return at + 1
      case 0x22, 0x27: at = bytes.first(bytes[at], from: at + 1, to: bytes.count) + 1
      default: at += 1
      }
    }
    return bytes.count
  }

  // MARK: Character data

  /// Text with references.
  private mutating func addCharacters(_ bytes: Bytes, _ range: TextRange) {
    var at = range.start
    while at < range.end {
      let reference = bytes.first(0x26, from: at, to: range.end)
      addLines(bytes, TextRange(start: at, end: reference))
      guard reference < range.end else { return }
      at = min(range.end, bytes.first(0x3B, from: reference, to: range.end) + 1)
      let length = referenceLength(bytes, TextRange(start: reference, end: at))
      characters.append(.replaced, textLength: length, origin: TextRange(start: reference, end: at))
    }
  }

  /// Text as it is, but that each line end becomes one line feed.
  private mutating func addLines(_ bytes: Bytes, _ range: TextRange) {
    var at = range.start
    while at < range.end {
      let end = bytes.first(0x0D, from: at, to: range.end)
      characters.append(.copied, textLength: end - at, origin: TextRange(start: at, end: end))
      guard end < range.end else { return }
      at = bytes[end + 1] == 0x0A && end + 1 < range.end ? end + 2 : end + 1
      characters.append(.replaced, textLength: 1, origin: TextRange(start: end, end: at))
    }
  }

  /// Bytes of UTF-8 that a reference stands for. The named ones of XML are all ASCII.
  private func referenceLength(_ bytes: Bytes, _ range: TextRange) -> Int {
    guard bytes[range.start + 1] == 0x23 else { return 1 }
    let isHex = bytes[range.start + 2] == 0x78
    let digits = text(TextRange(start: range.start + (isHex ? 3 : 2), end: max(range.start + 3, range.end - 1)))
    return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init).map { String($0).utf8.count } ?? 1
  }
}

// MARK: - Looking at elements

extension XMLTree {
  /// The value of the attribute called `name`, as it is written; nil if it is not there.
  func attribute(_ name: String, of index: Int) -> String? {
    let tag = elements[index].startTag
    var at = tag.start + 1 + elements[index].name.utf8.count
    while at < tag.end {
      guard let equals = bytes[at..<tag.end].firstIndex(of: 0x3D) else { return nil }
      let key = text(TextRange(start: at, end: equals)).filter { !$0.isWhitespace }
      guard let open = bytes[equals..<tag.end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let close = bytes[(open + 1)..<tag.end].firstIndex(of: bytes[open])
      else { return nil }
      if key == name { return text(TextRange(start: open + 1, end: close)) }
      at = close + 1
    }
    return nil
  }

  /// The prefix that the root binds to one of `namespaces`, with its colon; nil if there is none but the default.
  func prefix(of namespaces: [String]) -> String? {
    let tag = text(elements[0].startTag)
    for part in tag.split(whereSeparator: \.isWhitespace) where part.hasPrefix("xmlns:") {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let value = part[part.index(after: equals)...].drop { $0 == "\"" || $0 == "'" }
      guard
        namespaces.contains(where: { value.hasPrefix($0) && "\"'".contains(value.dropFirst($0.count).first ?? " ") })
      else { continue }
      return part[..<equals].dropFirst("xmlns:".count) + ":"
    }
    return nil
  }

  /// The prefix of the root's own name, with its colon; empty if it has none.
  var rootPrefix: String {
    elements[0].name.firstIndex(of: ":").map { elements[0].name[...$0].description } ?? ""
  }

  /// The last element whose start tag begins at or before `offset` and that holds it.
  func element(at offset: Int) -> Int? {
    var (low, high) = (0, elements.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if elements[middle].startTag.start <= offset { low = middle } else { high = middle - 1 }
    }
    var index: Int? = low
    while let at = index, elements[at].range.end <= offset { index = elements[at].parent }
    return index
  }

  /// The elements around `index`, the nearest first, without itself.
  func ancestors(of index: Int) -> [Int] {
    var result: [Int] = []
    var at = elements[index].parent
    while let parent = at {
      result.append(parent)
      at = elements[parent].parent
    }
    return result
  }
}

/// The encoding that an XML declaration names.
private enum XMLPrologEncoding {
  /// True if the part at `start` is in UTF-8: it names it, or names nothing.
  static func isUTF8(_ bytes: Bytes, from start: Int) -> Bool {
    guard bytes[start] == 0x3C, bytes[start + 1] != 0 else { return false }
    guard bytes.hasPrefix("<?xml", at: start) else { return true }
    let end = bytes.end(of: "?>", from: start)
    var at = start
    while at < end, !bytes.matches("encoding", at: at) { at += 1 }
    guard at < end else { return true }
    let quote = bytes.first(0x3D, from: at, to: end) + 1
    let name = String(decoding: bytes.buffer[min(quote, end)..<end], as: UTF8.self).lowercased()
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains { name.hasPrefix("\"\($0)\"") || name.hasPrefix("'\($0)'") }
  }
}

extension Bytes {
  /// True if exactly `string` stands at `offset`.
  fileprivate func hasPrefix(_ string: StaticString, at offset: Int) -> Bool {
    string.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where self[offset + index] != byte { return false }
      return true
    }
  }

  /// Just behind the next `sign`, or the end.
  fileprivate func end(of sign: StaticString, from start: Int) -> Int {
    var at = start
    while at < count {
      if hasPrefix(sign, at: at) { return at + sign.utf8CodeUnitCount }
      at += 1
    }
    return count
  }
}
