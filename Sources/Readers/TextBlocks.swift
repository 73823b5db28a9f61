import SourceText

/// Plain text -> blocks: which lines belong together, and what each block is.
enum TextBlocks {
  /// The blocks of `bytes`, which are clean UTF-8 in LF lines, and the edits that make its table rows.
  static func find(in bytes: Bytes) -> (blocks: [Block], edits: [TextEdit]) {
    let lines = TextLines.split(bytes)
    var grouper = LineGrouper(bytes, wrap: LineWrap(lines))
    for index in lines.indices {
      grouper.take(lines[index], next: index + 1 < lines.count ? lines[index + 1] : nil)
    }
    grouper.finish()
    return (ListStructure.resolve(bytes, grouper.drafts), grouper.edits)
  }
}

/// Where a text's lines were wrapped, if they were.
struct LineWrap {
  /// The usual width of full lines, in columns.
  let width: Int

  init(_ lines: [TextLine]) {
    var counts = [Int](repeating: 0, count: TextLine.longest + 1)
    var total = 0
    for index in lines.indices.dropLast() where lines[index + 1].blanksBefore == 0 {
      guard lines[index].width <= TextLine.longest else { continue }
      counts[lines[index].width] += 1
      total += 1
    }
    // Nine of ten lines are at most this wide: a few overlong ones do not count.
    var rest = total / 10
    var width = TextLine.longest
    while width > 0, rest >= counts[width] {
      rest -= counts[width]
      width -= 1
    }
    self.width = max(width, 50)
  }
}

/// Joins lines into drafts of blocks, one line after the other.
struct LineGrouper {
  private(set) var drafts: [Draft] = []
  private(set) var edits: [TextEdit] = []
  private let bytes: Bytes
  private let wrap: LineWrap
  /// False where no line can be a table's row.
  private let mayHoldRows: Bool
  private var markers = MarkerReader()
  private var current: Draft?
  private var lastLine: TextLine?
  /// A marker that stood alone on its line.
  private var pending: (marker: Marker, indent: Int)?

  init(_ bytes: Bytes, wrap: LineWrap) {
    self.bytes = bytes
    self.wrap = wrap
    mayHoldRows = [0x09, 0x7C].contains { bytes.first($0, from: 0, to: bytes.count) < bytes.count }
  }

  mutating func take(_ line: TextLine, next: TextLine?) {
    defer { lastLine = line }
    if takeRule(line) { return }
    if mayHoldRows, let row = TableRows.edits(bytes, line.range) {
      flush()
      edits += row.edits
      if let range = row.range { drafts.append(Draft(range: range, shape: .row, indent: line.indent)) }
      return
    }
    let isAdjacent = current != nil && line.blanksBefore == 0
    let goesOn = isAdjacent && isWrapped(before: line)
    let context = MarkerReader.Context(
      isInsideSentence: goesOn && !(lastLine.map { BlockEnd(bytes, $0.range) }?.isSentenceEnd ?? true),
      isInList: current?.marker != nil || (current.map { BlockEnd(bytes, $0.range).isColon } ?? false))
    if let marker = markers.read(bytes, line.range, indent: line.indent, context) {
      flush()
      if marker.end >= line.range.end {
        pending = pending == nil ? (marker, line.indent) : nil
      } else {
        start(TextRange(start: marker.end, end: line.range.end), marker: marker, indent: line.indent)
      }
    } else if isAdjacent ? goesOn : joinsAcrossGap(line) {
      current?.range.end = line.range.end
      current?.isOneLine = false
    } else {
      flush()
      start(line.range, marker: pending?.marker, indent: pending?.indent ?? line.indent)
      pending = nil
    }
  }

  mutating func finish() {
    flush()
  }

  private mutating func start(_ range: TextRange, marker: Marker?, indent: Int) {
    current = Draft(range: range, marker: marker, indent: indent)
  }

  private mutating func flush() {
    guard var draft = current else { return }
    current = nil
    if draft.isOneLine {
      draft.shape = HeadingShape.of(bytes, draft.range)
      if case .heading = draft.shape { draft.range = HeadingShape.withoutHashes(bytes, draft.range) }
    }
    if draft.range.length > 0 { BoxSplitter.add(draft, bytes, to: &drafts) }
  }

  /// A line of signs only (`====`, `____`, `/  /`): it parts blocks, or underlines a heading.
  private mutating func takeRule(_ line: TextLine) -> Bool {
    let first = bytes[line.range.start]
    guard first < 0x80, !Bytes.isLetter(first), !Bytes.isDigit(first) else { return false }
    for offset in line.range.start..<line.range.end {
      let byte = bytes[offset]
      // Signs beyond ASCII may be boxes, and brackets around nothing are.
      if byte >= 0x80 || byte == 0x5B || Bytes.isLetter(byte) || Bytes.isDigit(byte) { return false }
      if byte == 0x29, bytes[offset - 1] == 0x20, first == 0x28 { return false }
    }
    if line.range.length == 1, [0x2A, 0x2B, 0x2D].contains(first) { return false }
    let isUnderline = line.range.length >= 3 && (first == 0x3D || first == 0x2D) && line.blanksBefore == 0
    if isUnderline, let draft = current, draft.isOneLine, draft.marker == nil, draft.range.length <= 120 {
      current = nil
      drafts.append(
        Draft(range: draft.range, shape: .heading(level: first == 0x3D ? 1 : 2), indent: draft.indent))
    }
    flush()
    return true
  }

  /// True if `line`, which follows at once, belongs to the block of the line before it.
  private func isWrapped(before line: TextLine) -> Bool {
    guard let current, let previous = lastLine else { return false }
    let end = BlockEnd(bytes, previous.range)
    let letterCase = bytes.letterCase(at: line.range.start)
    if previous.width > TextLine.longest {
      return letterCase == .lower && !end.isSentenceEnd && !end.isColon && !end.goesOn
    }
    // The line is full if the next one's first word would not have fitted.
    let isFull = previous.indent + previous.width + 1 + min(firstWord(line), 25) > wrap.width - 2
    if current.marker != nil, line.indent > current.indent, !end.isColon { return true }
    if letterCase == .lower { return isFull || !(end.isColon || end.goesOn || end.isSentenceEnd) }
    guard isFull else { return false }
    if current.isOneLine, case .title(level: 1) = HeadingShape.of(bytes, previous.range) {
      return HeadingShape.of(bytes, line.range) == .title(level: 1)
    }
    return true
  }

  /// True if `line` goes on after an empty line: a page break in the middle of a sentence.
  private func joinsAcrossGap(_ line: TextLine) -> Bool {
    guard let current, let previous = lastLine, line.blanksBefore == 1, previous.width >= 60 else { return false }
    // Between long lines that were not wrapped, a bracket goes on too: "the Institutes of Health" / "(NIH) and others".
    let isBracket =
      bytes[line.range.start] == 0x28 && previous.width > TextLine.longest && line.width > TextLine.longest
    guard current.shape == .prose, isBracket || bytes.letterCase(at: line.range.start) == .lower else { return false }
    let last = bytes[previous.range.end - 1]
    guard Bytes.isLetter(last) || last == 0x2C else { return false }
    let end = BlockEnd(bytes, previous.range)
    if last != 0x2C, end.goesOn { return false }
    return line.width >= 60 || BlockEnd(bytes, line.range).isSentenceEnd
  }

  private func firstWord(_ line: TextLine) -> Int {
    var at = line.range.start
    while at < line.range.end, at - line.range.start < 40, !Bytes.isSpace(bytes[at]) { at += 1 }
    return at - line.range.start
  }
}
