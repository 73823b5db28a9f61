import SourceText

/// The target of an inline link: `(address "title")`.
enum LinkTarget {
  private static let longest = 2000
  private static let titleEnds: [UInt8: UInt8] = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29]

  /// End of the target that opens at `open`; nil if it is none.
  static func end(_ bytes: Bytes, _ open: Int, limit: Int) -> Int? {
    let limit = min(limit, open + longest)
    var at = skipSpaces(bytes, open + 1, limit)
    if bytes[at] == 0x3C {
      while at < limit, bytes[at] != 0x3E, bytes[at] != 0x0A { at += 1 }
      guard at < limit, bytes[at] == 0x3E else { return nil }
      at += 1
    } else {
      var depth = 0
      while at < limit, bytes[at] > 0x20 {
        if bytes[at] == 0x28 { depth += 1 }
        if bytes[at] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        at += bytes[at] == 0x5C ? 2 : 1
      }
    }
    let next = skipSpaces(bytes, at, limit)
    if next > at, let close = titleEnds[bytes[next]] {
      at = next + 1
      while at < limit, bytes[at] != close { at += bytes[at] == 0x5C ? 2 : 1 }
      guard at < limit else { return nil }
      at = skipSpaces(bytes, at + 1, limit)
    } else {
      at = next
    }
    return at < limit && bytes[at] == 0x29 ? at + 1 : nil
  }

  private static func skipSpaces(_ bytes: Bytes, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, Bytes.isSpace(bytes[at]) { at += 1 }
    return at
  }
}

/// What stands between `<` and `>` in Markdown.
struct HTMLTag {
  enum Kind: Equatable {
    /// `<https://...>`, `<name@place>`: text.
    case address
    /// A tag that parts words: `<br>`, `<p>`.
    case parting
    /// A tag whose content is not shown; `end` is behind its end tag.
    case hiding(end: Int)
    case other
  }

  private static let longest = 2000

  let kind: Kind
  let end: Int

  /// The tag at `at`; nil if it is none.
  init?(_ bytes: Bytes, at: Int, limit: Int) {
    let limit = min(limit, at + Self.longest)
    var next = at + 1
    if bytes[next] == 0x2F { next += 1 }
    let declares = next == at + 1 && (bytes[next] == 0x3F || bytes[next] == 0x21)
    guard Bytes.isLetter(bytes[next]) || Bytes.isDigit(bytes[next]) || declares else { return nil }
    let name = next
    while Bytes.isLetter(bytes[next]) || Bytes.isDigit(bytes[next]) || bytes[next] == 0x2D { next += 1 }
    let nameEnd = next
    while next < limit, bytes[next] != 0x3E, bytes[next] != 0x3C { next += 1 }
    guard next < limit, bytes[next] == 0x3E else { return nil }
    end = next + 1
    if declares {
      kind = .other
    } else if Self.isAddress(bytes, at + 1, next, nameEnd) {
      kind = .address
    } else {
      let stop = bytes[nameEnd]
      guard Bytes.isLetter(bytes[name]), Bytes.isSpace(stop) || stop == 0x3E || stop == 0x2F else { return nil }
      func isNamed(_ names: [StaticString]) -> Bool {
        names.contains { $0.utf8CodeUnitCount == nameEnd - name && bytes.matches($0, at: name) }
      }
      if name == at + 1, isNamed(["script", "style", "template", "title"]) {
        kind = .hiding(end: Self.contentEnd(bytes, end, name: TextRange(start: name, end: nameEnd), limit: limit))
      } else {
        kind = isNamed(Self.partingNames) ? .parting : .other
      }
    }
  }

  private static let partingNames: [StaticString] = [
    "br", "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "blockquote", "section", "article", "dd", "dt", "summary", "details", "option", "label",
  ]

  private static func isAddress(_ bytes: Bytes, _ start: Int, _ end: Int, _ nameEnd: Int) -> Bool {
    var hasAt = false
    for offset in start..<end {
      if bytes[offset] <= 0x20 { return false }
      if bytes[offset] == 0x40 { hasAt = true }
    }
    return hasAt || (bytes[nameEnd] == 0x3A && nameEnd - start >= 2)
  }

  /// Behind the end tag of `name`; behind the tag itself where there is none near.
  private static func contentEnd(_ bytes: Bytes, _ start: Int, name: TextRange, limit: Int) -> Int {
    var at = bytes.first(0x3C, from: start, to: limit)
    while at < limit {
      if bytes[at + 1] == 0x2F,
        (0..<name.length).allSatisfy({ bytes[at + 2 + $0] | 0x20 == bytes[name.start + $0] | 0x20 })
      {
        return min(limit, bytes.first(0x3E, from: at, to: limit) + 1)
      }
      at = bytes.first(0x3C, from: at + 1, to: limit)
    }
    return start
  }
}
