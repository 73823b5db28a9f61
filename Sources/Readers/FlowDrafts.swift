import SourceText

/// Makes drafts of a structured document's blocks: parts them at line breaks and boxes, and finds typed markers.
struct FlowDrafts {
  private let bytes: Bytes
  private var drafts: [Draft] = []
  private var places: [Place?] = []
  private var markers = MarkerReader()
  /// A marker that stood alone in its block: a box in a table's cell, before the cell with its label.
  private var pending: Marker?

  /// The drafts for `blocks` in the text `bytes`, and the place of each.
  static func make(_ bytes: Bytes, _ blocks: [FlowBlock]) -> (drafts: [Draft], places: [Place?]) {
    var maker = FlowDrafts(bytes: bytes)
    maker.drafts.reserveCapacity(blocks.count)
    for block in blocks { maker.take(block) }
    return (maker.drafts, maker.places)
  }

  private init(bytes: Bytes) {
    self.bytes = bytes
  }

  private mutating func take(_ block: FlowBlock) {
    if block.cell != nil {
      pending = nil
      add(Draft(range: block.range, shape: .row, depth: 0), block)
    } else if let level = block.heading {
      pending = nil
      var range = block.range
      // The number of a heading is no word of it.
      if let marker = markers.read(bytes, range, indent: 0, MarkerReader.Context()), marker.end < range.end {
        range.start = marker.end
      }
      add(Draft(range: range, shape: .heading(level: level), depth: 0), block)
    } else {
      for (index, line) in lines(of: block.range).enumerated() { take(line, of: block, isFirst: index == 0) }
    }
  }

  /// One line, or several that go on, of a block.
  private mutating func take(_ line: TextRange, of block: FlowBlock, isFirst: Bool) {
    var draft = Draft(range: line, marker: isFirst ? block.marker : nil, indent: block.indent, depth: block.depth)
    let context = MarkerReader.Context(
      isInList: drafts.last.map { $0.marker != nil || BlockEnd(bytes, $0.range).isColon } ?? false)
    if let typed = markers.read(bytes, line, indent: 0, context) {
      if typed.end >= line.end {
        pending = typed
        return
      }
      draft.range.start = typed.end
      if draft.marker == nil {
        draft.marker = typed
        if let depth = block.depth { draft.depth = depth + (block.marker == nil || isFirst ? 0 : 1) }
      } else if let box = typed.checkBox {
        draft.marker?.checkBox = box
      }
    }
    if let pending, draft.marker == nil { draft.marker = pending }
    pending = nil
    draft.isOneLine = bytes.first(0x0A, from: line.start, to: line.end) == line.end
    if draft.depth == nil, draft.isOneLine {
      let shape = HeadingShape.of(bytes, draft.range)
      if case .heading = shape {} else { draft.shape = shape }
    }
    add(draft, block)
  }

  private mutating func add(_ draft: Draft, _ block: FlowBlock) {
    switch draft.shape {
    case .heading, .row: drafts.append(draft)
    case .prose, .title, .question: BoxSplitter.add(draft, bytes, to: &drafts)
    }
    while places.count < drafts.count { places.append(block.place) }
  }

  /// The lines in `range`; those that a sentence runs through are one.
  private func lines(of range: TextRange) -> [TextRange] {
    var at = bytes.first(0x0A, from: range.start, to: range.end)
    guard at < range.end else { return [range] }
    var lines: [TextRange] = []
    var start = range.start
    while at < range.end {
      let line = bytes.trimmed(TextRange(start: start, end: at))
      var next = at + 1
      while next < range.end, Bytes.isSpace(bytes[next]) { next += 1 }
      // Two breaks part paragraphs.
      let isGap = bytes.first(0x0A, from: at + 1, to: next) < next
      let following = bytes.first(0x0A, from: next, to: range.end)
      if isGap || !goesOn(line, before: TextRange(start: next, end: following)) {
        lines.append(line)
        start = next
      }
      at = following
    }
    lines.append(bytes.trimmed(TextRange(start: start, end: range.end)))
    return lines.filter { $0.length > 0 }
  }

  /// True if a sentence runs from `line` into `next`: the break was for the looks.
  private func goesOn(_ line: TextRange, before next: TextRange) -> Bool {
    guard line.length > 0 else { return false }
    let end = BlockEnd(bytes, line)
    if end.isSentenceEnd || end.isColon || end.goesOn { return false }
    switch bytes.letterCase(at: next.start) {
    case .lower: return true
    case .none: return false
    case .upper:
      // A full line that is no title: the break came where the page ended.
      let last = max(line.start, bytes.lastLineStart(in: line))
      return line.end - last >= 60 && next.length >= 40
        && HeadingShape.of(bytes, TextRange(start: last, end: line.end)) == .prose
    }
  }
}

extension Bytes {
  /// Where the last line of `range` begins.
  fileprivate func lastLineStart(in range: TextRange) -> Int {
    var at = range.end
    while at > range.start, self[at - 1] != 0x0A { at -= 1 }
    return at
  }
}
