import SourceText

/// Pairs runs of `*`, `_` and `~` as CommonMark does, so that "2 * 3" and a footnote's star stay.
enum Emphasis {
  /// The edits that take out the signs which form pairs; not sorted.
  static func edits(_ delimiters: [MarkdownInlines.Delimiter]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var stack: [MarkdownInlines.Delimiter] = []
    // How far down each kind of closer has looked in vain: it keeps the whole linear.
    var bottoms = [Int](repeating: 0, count: 18)
    for delimiter in delimiters {
      var closer = delimiter
      while closer.canClose, closer.end > closer.start {
        let key = bottomKey(closer)
        guard let at = opener(for: closer, in: stack, above: bottoms[key]) else {
          bottoms[key] = stack.count
          break
        }
        let count = pairLength(stack[at], closer)
        stack.removeLast(stack.count - at - 1)
        for key in bottoms.indices { bottoms[key] = min(bottoms[key], stack.count) }
        edits.append(TextEdit(range: TextRange(start: stack[at].end - count, end: stack[at].end)))
        edits.append(TextEdit(range: TextRange(start: closer.start, end: closer.start + count)))
        stack[at].end -= count
        closer.start += count
        if stack[at].end == stack[at].start { stack.removeLast() }
      }
      if closer.canOpen, closer.end > closer.start { stack.append(closer) }
    }
    return edits
  }

  private static func opener(
    for closer: MarkdownInlines.Delimiter, in stack: [MarkdownInlines.Delimiter], above bottom: Int
  ) -> Int? {
    var at = stack.count - 1
    while at >= bottom {
      let opener = stack[at]
      if opener.sign == closer.sign, fits(opener, closer) { return at }
      at -= 1
    }
    return nil
  }

  private static func fits(_ opener: MarkdownInlines.Delimiter, _ closer: MarkdownInlines.Delimiter) -> Bool {
    if closer.sign == 0x7E { return opener.length == closer.length }
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.length + closer.length) % 3 != 0 || (opener.length % 3 == 0 && closer.length % 3 == 0)
  }

  private static func pairLength(_ opener: MarkdownInlines.Delimiter, _ closer: MarkdownInlines.Delimiter) -> Int {
    opener.end - opener.start >= 2 && closer.end - closer.start >= 2 ? 2 : 1
  }

  private static func bottomKey(_ closer: MarkdownInlines.Delimiter) -> Int {
    let sign = closer.sign == 0x2A ? 0 : closer.sign == 0x5F ? 1 : 2
    return sign * 6 + (closer.canOpen ? 3 : 0) + closer.length % 3
  }
}

/// The runs of backticks in a block, each with the run that closes it.
struct CodeSpans {
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var closers: [Int?] = []
  /// Runs are asked for in order.
  private var next = 0

  init(_ bytes: Bytes, _ range: TextRange) {
    var at = bytes.first(0x60, from: range.start, to: range.end)
    while at < range.end {
      starts.append(at)
      while at < range.end, bytes[at] == 0x60 { at += 1 }
      ends.append(at)
      at = bytes.first(0x60, from: at, to: range.end)
    }
    closers = [Int?](repeating: nil, count: starts.count)
    var last: [Int: Int] = [:]
    for index in starts.indices.reversed() {
      let length = ends[index] - starts[index]
      closers[index] = last[length]
      last[length] = index
    }
  }

  /// The run at `at`; nil if that is inside of a run (behind a backslash).
  mutating func run(at offset: Int) -> (end: Int, close: TextRange?)? {
    while next < starts.count, starts[next] < offset { next += 1 }
    guard next < starts.count, starts[next] == offset else { return nil }
    let close = closers[next].map { TextRange(start: starts[$0], end: ends[$0]) }
    return (ends[next], close)
  }
}
