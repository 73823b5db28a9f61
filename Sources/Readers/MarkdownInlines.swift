import SourceText

/// Finds the inline signs of one Markdown block, to take them out: what a reader of the page does not see.
///
/// One pass, linear: look-aheads are bounded, or remembered where they found nothing.
struct MarkdownInlines {
  /// A run of `*`, `_` or `~` that may open or close emphasis.
  struct Delimiter {
    var sign: UInt8
    /// The signs that are left.
    var start: Int
    var end: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
  }

  private struct Bracket {
    var start: Int
    var isImage: Bool
  }

  let bytes: Bytes
  let range: TextRange
  let quoteDepth: Int
  let references: LinkReferences
  private var found: [TextEdit] = []
  private var delimiters: [Delimiter] = []
  private var brackets: [Bracket] = []
  private var codeSpans: CodeSpans?
  /// True once a `<!--` without an end was seen.
  private var hasOpenComment = false

  init(_ bytes: Bytes, _ range: TextRange, quoteDepth: Int, references: LinkReferences) {
    self.bytes = bytes
    self.range = range
    self.quoteDepth = quoteDepth
    self.references = references
  }

  /// The edits that take the signs out, in order.
  mutating func edits() -> [TextEdit] {
    var at = range.start
    while at < range.end { at = step(at) }
    found += Emphasis.edits(delimiters)
    found.sort { $0.range < $1.range }
    return found
  }

  private mutating func remove(_ start: Int, _ end: Int, _ replacement: [UInt8] = []) {
    guard end > start else { return }
    found.append(TextEdit(range: TextRange(start: start, end: min(end, range.end)), replacement: replacement))
  }

  /// Handles the sign at `at`; returns where to go on.
  private mutating func step(_ at: Int) -> Int {
    switch bytes[at] {
    case 0x0A:
      let next = min(range.end, Self.prefixEnd(bytes, at + 1, quoteDepth: quoteDepth))
      remove(at + 1, next)
      return next
    case 0x5C: return escape(at)
    case 0x60: return code(at)
    case 0x26: return entity(at)
    case 0x3C: return angle(at)
    case 0x2A, 0x5F, 0x7E: return delimiter(at)
    case 0x21 where bytes[at + 1] == 0x5B:
      brackets.append(Bracket(start: at, isImage: true))
      return at + 2
    case 0x5B:
      brackets.append(Bracket(start: at, isImage: false))
      return at + 1
    case 0x5D: return closeBracket(at)
    default: return at + 1
    }
  }

  private mutating func escape(_ at: Int) -> Int {
    let next = bytes[at + 1]
    guard at + 1 < range.end, next < 0x80, next > 0x20, next != 0x7F, !Bytes.isLetter(next), !Bytes.isDigit(next) else {
      // A backslash at the end of a line breaks it.
      if next == 0x0A { remove(at, at + 1) }
      return at + 1
    }
    remove(at, at + 1)
    return at + 2
  }

  private mutating func code(_ at: Int) -> Int {
    if codeSpans == nil { codeSpans = CodeSpans(bytes, TextRange(start: at, end: range.end)) }
    guard let run = codeSpans?.run(at: at) else { return at + 1 }
    guard let close = run.close else { return run.end }
    remove(at, run.end)
    remove(close.start, close.end)
    var line = bytes.first(0x0A, from: run.end, to: close.start)
    while line < close.start {
      remove(line + 1, min(close.start, Self.prefixEnd(bytes, line + 1, quoteDepth: quoteDepth)))
      line = bytes.first(0x0A, from: line + 1, to: close.start)
    }
    return close.end
  }

  private mutating func entity(_ at: Int) -> Int {
    guard let (text, end) = CharacterReferences.decode(bytes, at: at), end <= range.end else { return at + 1 }
    remove(at, end, text)
    return end
  }

  private mutating func delimiter(_ at: Int) -> Int {
    let sign = bytes[at]
    var end = at
    while end < range.end, bytes[end] == sign { end += 1 }
    if sign == 0x7E, end - at > 2 { return end }
    let before = at > range.start ? CharacterKind.before(bytes, at) : .space
    let after = end < range.end ? CharacterKind.at(bytes, end) : .space
    let left = after != .space && (after != .sign || before != .word)
    let right = before != .space && (before != .sign || after != .word)
    let canOpen = sign == 0x5F ? left && (!right || before == .sign) : left
    let canClose = sign == 0x5F ? right && (!left || after == .sign) : right
    if canOpen || canClose {
      delimiters.append(
        Delimiter(sign: sign, start: at, end: end, length: end - at, canOpen: canOpen, canClose: canClose))
    }
    return end
  }

  private mutating func closeBracket(_ at: Int) -> Int {
    guard let bracket = brackets.popLast() else { return at + 1 }
    let labelStart = bracket.start + (bracket.isImage ? 2 : 1)
    let label = TextRange(start: labelStart, end: at)
    var end: Int?
    if bytes[at + 1] == 0x28 { end = LinkTarget.end(bytes, at + 1, limit: range.end) }
    if end == nil, bytes[at + 1] == 0x5B {
      let close = bytes.first(0x5D, from: at + 2, to: min(range.end, at + 202))
      let name = close == at + 2 ? label : TextRange(start: at + 2, end: close)
      if bytes[close] == 0x5D, references.contains(bytes, name) { end = close + 1 }
    }
    if end == nil, label.length > 0, references.contains(bytes, label) { end = at + 1 }
    guard let end else { return at + 1 }
    remove(bracket.start, labelStart)
    remove(at, end)
    return end
  }

  private mutating func angle(_ at: Int) -> Int {
    if bytes.matches("<!--", at: at), !hasOpenComment {
      var end = bytes.first(0x3E, from: at + 4, to: range.end)
      while end < range.end, bytes[end - 1] != 0x2D || bytes[end - 2] != 0x2D {
        end = bytes.first(0x3E, from: end + 1, to: range.end)
      }
      if end < range.end {
        remove(at, end + 1)
        return end + 1
      }
      hasOpenComment = true
    }
    guard let tag = HTMLTag(bytes, at: at, limit: range.end) else { return at + 1 }
    switch tag.kind {
    case .address:
      remove(at, at + 1)
      remove(tag.end - 1, tag.end)
    case .parting: remove(at, tag.end, [0x20])
    case .hiding(let end):
      remove(at, end)
      return end
    case .other: remove(at, tag.end)
    }
    return tag.end
  }

  /// Where the words of a line that begins at `start` begin: after spaces and the signs of open quotes.
  static func prefixEnd(_ bytes: Bytes, _ start: Int, quoteDepth: Int) -> Int {
    var at = start
    for depth in 0...quoteDepth {
      while bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      guard depth < quoteDepth, bytes[at] == 0x3E else { break }
      at += 1
    }
    return at
  }
}

/// Space, sign or part of a word: what decides whether `*` opens or closes.
private enum CharacterKind {
  case space, sign, word

  static func at(_ bytes: Bytes, _ offset: Int) -> CharacterKind {
    let byte = bytes[offset]
    if byte < 0x80 {
      if Bytes.isSpace(byte) { return .space }
      return Bytes.isLetter(byte) || Bytes.isDigit(byte) ? .word : .sign
    }
    guard let properties = bytes.scalar(at: offset)?.properties else { return .word }
    return properties.isAlphabetic || properties.numericType != nil ? .word : .sign
  }

  static func before(_ bytes: Bytes, _ offset: Int) -> CharacterKind {
    var at = offset - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return .at(bytes, at)
  }
}
