import CCMarkGFM
import SourceText

/// Walks cmark's blocks and makes drafts of them, with the edits that take the inline signs out.
struct MarkdownBlocks {
  private(set) var drafts: [Draft] = []
  private(set) var edits: [TextEdit] = []
  /// Comments that speak to this program; their ranges are in the text before the edits.
  private(set) var remarks: MarkdownRemarks
  private let bytes: Bytes
  private let bodyStart: Int
  /// Offsets where the body's lines begin, and its end.
  private var lineStarts: [Int]
  private let references: LinkReferences
  /// The open list items: the marker that the item's first block is to get.
  private var items: [Marker?] = []
  private var quoteDepth = 0

  /// cmark's registry is global and not made for several threads: a lazy constant is set once.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  init(_ bytes: Bytes, bodyStart: Int) {
    self.bytes = bytes
    remarks = MarkdownRemarks(bytes, bodyStart: bodyStart)
    self.bodyStart = bodyStart
    var starts = [bodyStart]
    var at = bytes.first(0x0A, from: bodyStart, to: bytes.count)
    while at < bytes.count {
      starts.append(at + 1)
      at = bytes.first(0x0A, from: at + 1, to: bytes.count)
    }
    lineStarts = starts
    references = LinkReferences(bytes, lineStarts: starts)
  }

  mutating func build() {
    guard Self.isRegistered else { return }
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    let body = UnsafeBufferPointer(rebasing: bytes.buffer[bodyStart...])
    body.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) {
        take(node, isEnter: event == CMARK_EVENT_ENTER)
        // What is inside of a leaf is inline, or cells that are cut by hand.
        if event == CMARK_EVENT_ENTER, isLeaf(node) { cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT) }
      }
      event = cmark_iter_next(iterator)
    }
  }

  private func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: return true
    default: return name(node).hasPrefix("table_")
    }
  }

  private func name(_ node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private mutating func take(_ node: OpaquePointer, isEnter: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: quoteDepth += isEnter ? 1 : -1
    case CMARK_NODE_ITEM: item(node, isEnter: isEnter)
    case CMARK_NODE_HEADING where isEnter: heading(node)
    case CMARK_NODE_PARAGRAPH where isEnter: paragraph(range(node))
    case CMARK_NODE_CODE_BLOCK where isEnter: code(node)
    case CMARK_NODE_HTML_BLOCK where isEnter: html(node)
    default:
      switch name(node) {
      case "tasklist": item(node, isEnter: isEnter)
      case "table_row", "table_header": if isEnter { row(range(node)) }
      default: break
      }
    }
  }

  /// The bytes of a block, by cmark's lines and columns (1-based, in bytes).
  private func range(_ node: OpaquePointer) -> TextRange {
    let start = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node) - 1)
    let end = offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node))
    // Blocks must not overlap, whatever cmark says.
    let free = max(start, drafts.last?.range.end ?? 0)
    return bytes.trimmed(TextRange(start: free, end: max(free, end)))
  }

  private func offset(_ line: Int32, _ column: Int32) -> Int {
    guard line >= 1, Int(line) <= lineStarts.count else { return line < 1 ? bodyStart : bytes.count }
    return min(bytes.count, lineStarts[Int(line) - 1] + max(0, Int(column)))
  }
}

// MARK: - Blocks

extension MarkdownBlocks {
  private mutating func item(_ node: OpaquePointer, isEnter: Bool) {
    guard isEnter else {
      if !items.isEmpty { items.removeLast() }
      return
    }
    var marker = Marker(kind: .bullet(0x2D), style: .bare, ordinal: 0, checkBox: nil, end: 0)
    if name(node) == "tasklist" {
      marker.checkBox = cmark_gfm_extensions_get_tasklist_item_checked(node) ? .checked : .unchecked
    }
    items.append(marker)
  }

  /// The marker for the next block: the innermost item's, if that has no block yet.
  private mutating func takeMarker() -> Marker? {
    guard let marker = items.last ?? nil else { return nil }
    items[items.count - 1] = nil
    return marker
  }

  private mutating func heading(_ node: OpaquePointer) {
    var range = range(node)
    guard range.length > 0 else { return }
    if bytes[range.start] == 0x23 {
      range = HeadingShape.withoutHashes(bytes, range)
    } else {
      range.end = underline(range)
    }
    let level = Int(cmark_node_get_heading_level(node))
    _ = takeMarker()
    add(Draft(range: range, shape: .heading(level: level), depth: 0))
  }

  /// End of the words over an underline. cmark's end of such a heading may lie behind the line.
  private func underline(_ range: TextRange) -> Int {
    var at = bytes.first(0x0A, from: range.start, to: range.end)
    while at < range.end {
      let end = bytes.first(0x0A, from: at + 1, to: range.end)
      let line = bytes.trimmed(TextRange(start: prefixEnd(at + 1, isFirst: false), end: end))
      let sign = bytes[line.start]
      if sign == 0x3D || sign == 0x2D, (line.start..<line.end).allSatisfy({ bytes[$0] == sign }) {
        return bytes.trimmed(TextRange(start: range.start, end: at)).end
      }
      at = end
    }
    return range.end
  }

  /// A paragraph; lines that begin with a bullet sign or a box of their own become items.
  private mutating func paragraph(_ whole: TextRange) {
    var range = references.skippingDefinitions(bytes, whole)
    guard range.length > 0 else { return }
    let marker = takeMarker()
    var draft = Draft(range: range, marker: marker, depth: items.count)
    if marker?.checkBox != nil, let box = CheckBoxes.leading(bytes, at: range.start, lineEnd: range.end) {
      draft.range = bytes.trimmed(TextRange(start: box.end, end: range.end))
    }
    if marker == nil, isBold(range), case .title = HeadingShape.of(bytes, inner(range, 2)) {
      draft.shape = .heading(level: 6)
      add(draft)
      return
    }
    range = draft.range
    var lines: [Draft] = []
    var at = range.start
    var start = at
    while at < range.end {
      let end = bytes.first(0x0A, from: at, to: range.end)
      let words = bytes.trimmed(TextRange(start: prefixEnd(at, isFirst: at == range.start), end: end))
      if let found = signMarker(words) {
        if at > start { lines.append(part(draft, start, at)) }
        draft.marker = Marker(
          kind: found.kind, style: found.style, ordinal: found.ordinal,
          checkBox: found.checkBox ?? (at == range.start ? marker?.checkBox : nil), end: found.end)
        draft.depth = marker != nil && at == range.start ? items.count : items.count + 1
        start = found.end
      }
      at = end + 1
    }
    lines.append(part(draft, start, range.end))
    for line in lines where line.range.length > 0 { add(line) }
  }

  private func part(_ draft: Draft, _ start: Int, _ end: Int) -> Draft {
    var draft = draft
    draft.range = bytes.trimmed(TextRange(start: start, end: end))
    return draft
  }

  /// Bullets and boxes that Markdown does not know: pasted from a word processor.
  private func signMarker(_ line: TextRange) -> Marker? {
    guard
      bytes[line.start] >= 0x80 || bytes[line.start] == 0x5F || bytes[line.start] == 0x5B || bytes[line.start] == 0x28
    else { return nil }
    var reader = MarkerReader()
    guard let marker = reader.read(bytes, line, indent: 0, MarkerReader.Context(isInsideSentence: true)) else {
      return nil
    }
    if marker.isOrdered || marker.kind == .bullet(0x2013) || marker.kind == .bullet(0x2014) { return nil }
    return marker
  }

  private func isBold(_ range: TextRange) -> Bool {
    guard range.length > 4, bytes.matches("**", at: range.start), bytes.ends(with: "**", at: range.end) else {
      return false
    }
    return bytes.first(0x2A, from: range.start + 2, to: range.end) == range.end - 2
  }

  private func inner(_ range: TextRange, _ signs: Int) -> TextRange {
    TextRange(start: range.start + signs, end: range.end - signs)
  }

  private mutating func code(_ node: OpaquePointer) {
    var range = range(node)
    var fence: Int32 = 0
    var length: Int32 = 0
    var sign: CChar = 0
    if cmark_node_get_fenced(node, &fence, &length, &sign) != 0 {
      // The words are the lines behind the fence. cmark's end of a block without a closing fence may lie behind it.
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      let first = cmark_node_get_start_line(node) + 1
      let lines = literal.utf8.count { $0 == 0x0A }
      range = bytes.trimmed(TextRange(start: offset(first, 0), end: offset(first + Int32(lines), 0)))
      range.start = min(range.end, prefixEnd(range.start, isFirst: false))
    }
    guard range.length > 0 else { return }
    let marker = takeMarker()
    drafts.append(Draft(range: range, marker: marker, depth: items.count, isOneLine: false))
    var line = bytes.first(0x0A, from: range.start, to: range.end)
    while line < range.end {
      let words = min(range.end, prefixEnd(line + 1, isFirst: false))
      if words > line + 1 { edits.append(TextEdit(range: TextRange(start: line + 1, end: words))) }
      line = bytes.first(0x0A, from: max(words, line + 1), to: range.end)
    }
  }

  private mutating func html(_ node: OpaquePointer) {
    // cmark's end of a block that a sign ends, as `-->` ends a comment, lies a line before it.
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let next = cmark_node_get_start_line(node) + Int32(literal.utf8.count { $0 == 0x0A })
    let start = range(node).start
    let range = bytes.trimmed(TextRange(start: start, end: max(start, offset(next, 0))))
    guard range.length > 0 else { return }
    let marker = takeMarker()
    add(Draft(range: range, marker: marker, depth: items.count, isOneLine: false))
  }

  private mutating func row(_ range: TextRange) {
    guard range.length > 0 else { return }
    var cells: [TextRange] = []
    var start = bytes[range.start] == 0x7C ? range.start + 1 : range.start
    var at = start
    while at <= range.end {
      if at == range.end || (bytes[at] == 0x7C && bytes[at - 1] != 0x5C) {
        let cell = bytes.trimmed(TextRange(start: start, end: at))
        if cell.length > 0 { cells.append(cell) }
        start = at + 1
      }
      at += 1
    }
    guard let first = cells.first, let last = cells.last else { return }
    var previous: TextRange?
    for cell in cells {
      if let previous {
        edits.append(TextEdit(range: TextRange(start: previous.end, end: cell.start), replacement: [0x09]))
      }
      edits += inlineEdits(cell)
      previous = cell
    }
    drafts.append(Draft(range: TextRange(start: first.start, end: last.end), shape: .row, depth: 0))
  }

  /// Adds a draft, parted at its boxes, and the edits of its inline signs; nothing if no words are left.
  private mutating func add(_ draft: Draft) {
    let first = drafts.count
    BoxSplitter.add(draft, bytes, to: &drafts)
    var kept: [Draft] = []
    for part in drafts[first...] {
      let found = inlineEdits(part.range)
      remarks.take(found)
      let gone = found.reduce(0) { $0 + $1.range.length }
      if gone < part.range.length || found.contains(where: { !$0.replacement.isEmpty && $0.replacement != [0x20] }) {
        kept.append(part)
        edits += found
      }
    }
    drafts.replaceSubrange(first..., with: kept)
  }

  private func inlineEdits(_ range: TextRange) -> [TextEdit] {
    var scanner = MarkdownInlines(bytes, range, quoteDepth: quoteDepth, references: references)
    return scanner.edits()
  }

  /// Where the words of the line that begins at `start` begin: after quote signs and spaces.
  private func prefixEnd(_ start: Int, isFirst: Bool) -> Int {
    isFirst ? start : MarkdownInlines.prefixEnd(bytes, start, quoteDepth: quoteDepth)
  }
}
