extension Pattern {
  /// Reads a pattern from its notation.
  public static func parse(_ source: String) throws(PatternSyntaxError) -> Pattern {
    var parser = PatternParser(source)
    return Pattern(root: try parser.whole())
  }
}

/// A recursive-descent parser of the pattern notation.
private struct PatternParser {
  private static let deepestNesting = 20
  private static let mostJoined = 3

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  mutating func whole() throws(PatternSyntaxError) -> Pattern.Node {
    let node = try joined()
    skipSpace()
    if at < bytes.count { throw error("unexpected '\(character(at))'") }
    return node
  }

  /// `a & b`: both, in any order, with gaps between.
  private mutating func joined() throws(PatternSyntaxError) -> Pattern.Node {
    var parts = [try alternatives()]
    while peek() == UInt8(ascii: "&") {
      at += 1
      parts.append(try alternatives())
    }
    if parts.count == 1 { return parts[0] }
    guard parts.count <= Self.mostJoined else { throw error("'&' joins at most \(Self.mostJoined) parts") }
    return .choice(
      permutations(parts).map { order in
        .sequence(Array(order.flatMap { [.gap(.clause), $0] }.dropFirst()))
      })
  }

  private mutating func alternatives() throws(PatternSyntaxError) -> Pattern.Node {
    var parts = [try sequence()]
    while peek() == UInt8(ascii: "|") {
      at += 1
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(PatternSyntaxError) -> Pattern.Node {
    var parts: [Pattern.Node] = []
    while let next = peek(), next != UInt8(ascii: "|"), next != UInt8(ascii: ")"), next != UInt8(ascii: ">"),
      next != UInt8(ascii: "&")
    {
      parts.append(try quantified())
    }
    guard !parts.isEmpty else { throw error("a part is missing here") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified() throws(PatternSyntaxError) -> Pattern.Node {
    let node = try atom()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "?") else { return node }
    at += 1
    return .optional(node)
  }

  private mutating func atom() throws(PatternSyntaxError) -> Pattern.Node {
    guard let byte = peek() else { throw error("a part is missing at the end") }
    switch byte {
    case UInt8(ascii: "("):
      return try nested(closing: ")") { parser throws(PatternSyntaxError) in try parser.joined() }
    case UInt8(ascii: "<"):
      return try capture()
    case UInt8(ascii: "!"):
      at += 1
      return .not(try excluded(try quantified()))
    case UInt8(ascii: "^"):
      at += 1
      return .start
    case UInt8(ascii: "$"):
      at += 1
      return .end
    case UInt8(ascii: "#"):
      at += 1
      guard try name("'box' must follow '#'") == "box" else { throw error("the only assertion is '#box'") }
      return .box
    case UInt8(ascii: "@"):
      at += 1
      return .lexicon(try name("a class name must follow '@'"))
    case UInt8(ascii: "="):
      at += 1
      return .exact(try word())
    case 0xE2:
      return try gap()
    default:
      return .word(try word())
    }
  }

  private mutating func nested(
    closing: Unicode.Scalar, _ inner: (inout PatternParser) throws(PatternSyntaxError) -> Pattern.Node
  ) throws(PatternSyntaxError) -> Pattern.Node {
    let start = at
    at += 1
    depth += 1
    guard depth <= Self.deepestNesting else { throw error("nested too deep") }
    let node = try inner(&self)
    guard peek() == UInt8(ascii: closing) else {
      throw PatternSyntaxError(offset: start, message: "'\(character(start))' is not closed")
    }
    at += 1
    depth -= 1
    return node
  }

  private mutating func capture() throws(PatternSyntaxError) -> Pattern.Node {
    var captured = ""
    let node = try nested(closing: ">") { parser throws(PatternSyntaxError) in
      captured = try parser.name("a capture's name must follow '<'")
      guard parser.peek() == UInt8(ascii: ":") else { throw parser.error("':' must follow the capture's name") }
      parser.at += 1
      return try parser.joined()
    }
    return .capture(name: captured, node)
  }

  /// The words and classes that a `!` excludes.
  private func excluded(_ node: Pattern.Node) throws(PatternSyntaxError) -> [Pattern.Node] {
    switch node {
    case .word, .exact, .lexicon: return [node]
    case .choice(let parts):
      var result: [Pattern.Node] = []
      for part in parts { result += try excluded(part) }
      return result
    default: throw error("'!' takes a word, a class, or a choice of them")
    }
  }

  private mutating func gap() throws(PatternSyntaxError) -> Pattern.Node {
    var count = 0
    while at + 2 < bytes.count, bytes[at...(at + 2)] == [0xE2, 0x80, 0xA6] {
      count += 1
      at += 3
    }
    switch count {
    case 1: return .gap(.clause)
    case 2: return .gap(.sentence)
    default: throw error("a gap is '…' or '……'")
    }
  }

  // MARK: Words

  private mutating func word() throws(PatternSyntaxError) -> String {
    let start = at
    while at < bytes.count, isWordByte(bytes[at]) {
      if bytes[at] == 0xE2 { break }
      at += 1
    }
    guard at > start else { throw error("unexpected '\(character(at))'") }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private mutating func name(_ complaint: String) throws(PatternSyntaxError) -> String {
    let start = at
    while at < bytes.count, isNameByte(bytes[at]) { at += 1 }
    guard at > start else { throw error(complaint) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) && byte != UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".")
      || byte >= 0x80
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x09 { at += 1 }
  }

  private mutating func peek() -> UInt8? {
    skipSpace()
    return at < bytes.count ? bytes[at] : nil
  }

  private func character(_ offset: Int) -> String {
    guard offset < bytes.count else { return "end" }
    return String(String(decoding: bytes[offset...].prefix(4), as: UTF8.self).prefix(1))
  }

  private func error(_ message: String) -> PatternSyntaxError {
    PatternSyntaxError(offset: min(at, bytes.count), message: message)
  }
}

private func permutations<T>(_ items: [T]) -> [[T]] {
  guard items.count > 1 else { return [items] }
  return items.indices.flatMap { index in
    var rest = items
    let first = rest.remove(at: index)
    return permutations(rest).map { [first] + $0 }
  }
}
