import SourceText

/// A line with something on it.
struct TextLine {
  /// The words: without spaces at both ends.
  var range: TextRange
  /// Columns before the first word; a tab goes to the next multiple of 8.
  var indent: Int
  /// Empty lines before this one.
  var blanksBefore: Int
  /// Columns of the words; for long lines a guess that is at least `TextLine.longest`.
  var width: Int

  /// Lines wider than this were not wrapped by hand or by a mail program.
  static let longest = 120
}

enum TextLines {
  /// The lines of `bytes` that are not empty, in order.
  static func split(_ bytes: Bytes) -> [TextLine] {
    var lines: [TextLine] = []
    var at = 0
    var blanks = 0
    while at < bytes.count {
      let end = bytes.first(0x0A, from: at, to: bytes.count)
      let words = bytes.trimmed(TextRange(start: at, end: end))
      if words.length == 0 {
        blanks += 1
      } else {
        let width = words.length > 4 * TextLine.longest ? words.length / 4 : bytes.scalarCount(words)
        lines.append(
          TextLine(range: words, indent: indent(bytes, at, words.start), blanksBefore: blanks, width: width))
        blanks = 0
      }
      at = end + 1
    }
    return lines
  }

  private static func indent(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    var column = 0
    for offset in start..<end { column = bytes[offset] == 0x09 ? (column / 8 + 1) * 8 : column + 1 }
    return column
  }
}

/// Mail quoting: `> ` before each line of a text that was answered or passed on.
enum MailQuoting {
  /// The quote signs to leave out. A lone line that begins with `>` must go on with a letter to count.
  static func edits(_ bytes: Bytes) -> [TextEdit] {
    guard bytes.first(0x3E, from: 0, to: bytes.count) < bytes.count else { return [] }
    var edits: [TextEdit] = []
    var run: [TextEdit] = []
    var runIsText = false
    func close() {
      if run.count > 1 || runIsText { edits += run }
      run.removeAll(keepingCapacity: true)
      runIsText = false
    }
    var at = 0
    while at < bytes.count {
      let end = bytes.first(0x0A, from: at, to: bytes.count)
      let signs = signsEnd(bytes, at, end)
      if signs > at {
        run.append(TextEdit(range: TextRange(start: at, end: signs)))
        if Bytes.isLetter(bytes[signs]), bytes[signs - 1] == 0x20 { runIsText = true }
      } else {
        close()
      }
      at = end + 1
    }
    close()
    return edits
  }

  /// End of the quote signs that begin at `start`; one space after the last sign belongs to it.
  private static func signsEnd(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      var next = at
      while next < end, next - at < 2, bytes[next] == 0x20 { next += 1 }
      guard bytes[next] == 0x3E, at == start ? next == start : true else { break }
      at = next + 1
    }
    return at > start && at < end && bytes[at] == 0x20 ? at + 1 : at
  }
}
