import SourceText

/// Lines of a table: cells parted by tabs or by `|`.
enum TableRows {
  /// The row's words and the edits that make tabs of its lines; nil if the line is no row.
  /// `range` is nil for a line that only rules the table off.
  static func edits(_ bytes: Bytes, _ line: TextRange) -> (range: TextRange?, edits: [TextEdit])? {
    let pipe = bytes.first(0x7C, from: line.start, to: line.end)
    if pipe < line.end { return piped(bytes, line, first: pipe) }
    return tabbed(bytes, line)
  }

  private static func tabbed(_ bytes: Bytes, _ line: TextRange) -> (range: TextRange?, edits: [TextEdit])? {
    var at = bytes.first(0x09, from: line.start, to: line.end)
    guard at < line.end else { return nil }
    // A tab behind a short first word stands behind a bullet or a number.
    if at - line.start <= 5, bytes.letterCase(at: line.start) == .none || bytes[at - 1] == 0x2E || bytes[at - 1] == 0x29
    {
      at = bytes.first(0x09, from: at + 1, to: line.end)
    }
    guard at < line.end else { return nil }
    return (line, [])
  }

  private static func piped(
    _ bytes: Bytes, _ line: TextRange, first: Int
  ) -> (range: TextRange?, edits: [TextEdit])? {
    var pipes: [Int] = []
    var at = first
    while at < line.end {
      pipes.append(at)
      at = bytes.first(0x7C, from: at + 1, to: line.end)
    }
    guard pipes.count >= 2 else { return nil }
    var cells: [TextRange] = []
    var start = line.start
    for end in pipes + [line.end] {
      let cell = bytes.trimmed(TextRange(start: start, end: end))
      if cell.length > 0 { cells.append(cell) }
      start = end + 1
    }
    guard let head = cells.first, let tail = cells.last else { return (nil, []) }
    let isRule = cells.allSatisfy { cell in
      (cell.start..<cell.end).allSatisfy { [0x2D, 0x3A, 0x3D, 0x5F, 0x20, 0x2B].contains(bytes[$0]) }
    }
    if isRule { return (nil, []) }
    var edits: [TextEdit] = []
    for (left, right) in zip(cells, cells.dropFirst()) {
      edits.append(TextEdit(range: TextRange(start: left.end, end: right.start), replacement: [0x09]))
    }
    return (TextRange(start: head.start, end: tail.end), edits)
  }
}
