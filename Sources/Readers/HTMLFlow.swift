import SourceText

/// Makes the blocks of an HTML page from its tags and texts.
struct HTMLFlow {
  /// An open element, and what it changed that its end must undo.
  private struct Element {
    var tag: HTMLElementKind
    var isHidden: Bool
    /// Word's label of a list item: its words stand before the block.
    var isListLabel = false
    var isWordItem = false
    /// The level of the heading around it, and so on: the state before.
    var heading: Int?
    var preformatted: Int
    var cell: FlowBlock.Cell?
  }

  private var flow: FlowText
  private let source: UnsafeBufferPointer<UInt8>
  private var elements: [Element] = []
  private var heading: Int?
  private var preformatted = 0
  private var isHidden = false
  /// The open list items: the marker that the item's first block is to get.
  private var items: [Marker?] = []
  /// The open lists: the next number, or nil for bullets.
  private var lists: [Int?] = []
  private var cell: FlowBlock.Cell?
  private var rows = 0
  /// The open tables: row and column.
  private var tables: [FlowBlock.Cell] = []
  private var labels = HTMLLabels()
  /// The state of the box whose label stands before it, in the open block.
  private var box: Block.CheckBox?

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    flow = FlowText(isMapped: true, capacity: source.count)
  }

  mutating func finish(at end: Int) -> FlowText {
    endBlock(at: end)
    return flow
  }

  /// True if the open block has words.
  var isInBlock: Bool { !flow.isBlank }

  // MARK: Texts

  mutating func copy(_ range: TextRange) {
    guard !isHidden else { return }
    guard preformatted > 0 else {
      flow.copy(range, of: source)
      return
    }
    var start = range.start
    for at in range.start..<range.end where source[at] == 0x0A {
      flow.copy(TextRange(start: start, end: at), of: source)
      flow.lineBreak(at: at)
      start = at + 1
    }
    flow.copy(TextRange(start: start, end: range.end), of: source)
  }

  mutating func replace(_ origin: TextRange, with bytes: UnsafeBufferPointer<UInt8>) {
    guard !isHidden else { return }
    flow.replace(origin, with: Signs.undone(bytes))
  }

  // MARK: Tags

  /// A start tag in `range` of the source; the range is empty for one that is only implied.
  mutating func start(_ tag: HTMLElementKind, _ attributes: HTMLAttributes, _ range: TextRange) {
    var element = Element(
      tag: tag, isHidden: isHidden, heading: heading, preformatted: preformatted, cell: cell)
    defer { elements.append(element) }
    guard !isHidden else { return }
    let style = attributes["style"].map(HTMLStyle.init)
    if tag == .hidden || attributes["hidden"] != nil || style?.isHidden ?? false || isNoteSign(attributes) {
      if tag != .hidden, tag != .inline { endBlock(at: range.start) }
      isHidden = true
      return
    }
    if style?.isListLabel ?? false { element.isListLabel = true }
    begin(tag, attributes, range)
    if let depth = style?.listDepth, tag != .inline {
      // Word's lists are paragraphs that say how deep they are.
      while items.count < depth - 1 { items.append(nil) }
      items.append(Self.bullet)
      element.isWordItem = true
    }
    if let role = attributes["role"] { begin(role: role, attributes, range) }
  }

  /// True for the sign of a footnote in the text, as word processors and books mark it: it is no part of the sentence.
  private func isNoteSign(_ attributes: HTMLAttributes) -> Bool {
    if attributes["role"] == "doc-noteref" { return true }
    let signs: Set<Substring> = ["sdfootnoteanc", "sdendnoteanc", "MsoFootnoteReference", "MsoEndnoteReference"]
    return attributes["class"]?.split(separator: " ").contains { signs.contains($0) } ?? false
  }

  private mutating func begin(_ tag: HTMLElementKind, _ attributes: HTMLAttributes, _ range: TextRange) {
    switch tag {
    case .inline, .hidden: break
    case .lineBreak: flow.lineBreak(at: range.start)
    case .input: input(attributes, range)
    case .label: labels.open(at: flow.bytes.count, block: flow.blocks.count, attributes["for"])
    case .block, .heading, .list, .item, .row, .cell, .table, .preformatted, .option:
      endBlock(at: range.start)
      beginBlock(tag, attributes)
    }
  }

  private mutating func beginBlock(_ tag: HTMLElementKind, _ attributes: HTMLAttributes) {
    switch tag {
    case .heading(let level): heading = level
    case .list(let isOrdered): lists.append(isOrdered ? Int(attributes["start"] ?? "") ?? 1 : nil)
    case .item: beginItem(attributes)
    case .option: items.append(Self.bullet)
    case .table:
      rows += 1
      tables.append(FlowBlock.Cell(row: rows, column: 0))
      cell = nil
    case .row where !tables.isEmpty:
      rows += 1
      tables[tables.count - 1] = FlowBlock.Cell(row: rows, column: 0)
    case .cell where !tables.isEmpty:
      tables[tables.count - 1].column += 1
      cell = tables[tables.count - 1]
    case .preformatted: preformatted += 1
    default: break
    }
  }

  /// Elements that play a part by their role.
  private mutating func begin(role: String, _ attributes: HTMLAttributes, _ range: TextRange) {
    switch role {
    case "heading": heading = Int(attributes["aria-level"] ?? "") ?? 2
    case "checkbox", "radio", "switch":
      flow.box(attributes["aria-checked"] == "true" ? .checked : .unchecked, at: range.start)
    default: break
    }
  }

  /// The end of the innermost element.
  mutating func end(at offset: Int) {
    guard let element = elements.popLast() else { return }
    let wasHidden = isHidden
    isHidden = element.isHidden
    if element.isHidden { return }
    if element.isListLabel, !wasHidden { flow.endLabel() }
    switch element.tag {
    case .inline, .hidden, .lineBreak, .input: break
    case .label: labels.close(at: flow.bytes.count, block: flow.blocks.count)
    case .block, .heading, .list, .item, .row, .cell, .table, .preformatted, .option:
      endBlock(at: offset)
      // A hidden one began nothing.
      if !wasHidden { endParts(of: element) }
    }
    if element.isWordItem { items.removeAll() }
    heading = element.heading
    preformatted = element.preformatted
    cell = element.cell
  }

  private mutating func endParts(of element: Element) {
    switch element.tag {
    case .list: if !lists.isEmpty { lists.removeLast() }
    case .item, .option: if !items.isEmpty { items.removeLast() }
    case .table: if !tables.isEmpty { tables.removeLast() }
    default: break
    }
  }

  // MARK: Blocks

  private mutating func endBlock(at offset: Int) {
    guard let range = flow.endBlock(at: offset) else { return }
    add(range)
    labels.blockEnded(flow.blocks.count - 1)
  }

  private mutating func add(_ range: TextRange) {
    var block = FlowBlock(range: range, heading: heading, cell: cell)
    if !items.isEmpty {
      block.depth = items.count
      block.marker = items[items.count - 1]
      items[items.count - 1] = nil
    }
    if let box {
      block.marker = Self.bullet
      block.marker?.checkBox = box
      self.box = nil
    }
    flow.blocks.append(block)
  }

  private static let bullet = Marker(kind: .bullet(0x2D), style: .bare, ordinal: 0, checkBox: nil, end: 0)

  private mutating func beginItem(_ attributes: HTMLAttributes) {
    var marker = Self.bullet
    if let next = lists.last, let next {
      let ordinal = attributes["value"].flatMap { Int($0) } ?? next
      lists[lists.count - 1] = ordinal &+ 1
      marker = Marker(kind: .number, style: .dot, ordinal: max(1, ordinal), checkBox: nil, end: 0)
    }
    items.append(marker)
  }

  // MARK: Form controls

  private mutating func input(_ attributes: HTMLAttributes, _ range: TextRange) {
    switch attributes["type"]?.lowercased() ?? "text" {
    case "checkbox", "radio": tick(attributes, range)
    case "hidden", "image", "password", "file", "color", "range": break
    case "submit", "button", "reset":
      endBlock(at: range.start)
      value(attributes, range)
      endBlock(at: range.end)
    default: value(attributes, range)
    }
  }

  /// A box or a radio button. Its label stands behind it, or around it, or is elsewhere and names it.
  private mutating func tick(_ attributes: HTMLAttributes, _ range: TextRange) {
    let state: Block.CheckBox = attributes["checked"] == nil ? .unchecked : .checked
    switch labels.place(of: attributes["id"], block: flow.blocks.count, end: flow.bytes.count) {
    case .before(let start) where start >= flow.start && !flow.isBlank(from: start):
      if let before = flow.split(at: start) { add(before) }
      box = state
    case .block(let index) where flow.blocks[index].heading == nil:
      if flow.blocks[index].marker == nil { flow.blocks[index].marker = Self.bullet }
      flow.blocks[index].marker?.checkBox = state
    default: flow.box(state, at: range.start)
    }
  }

  /// What is filled in, or a button's words: an attribute, so it has to be found in the tag.
  private mutating func value(_ attributes: HTMLAttributes, _ range: TextRange) {
    guard let value = attributes["value"], !value.isEmpty else { return }
    let bytes = Array(value.utf8)
    flow.replace(TextRange(start: range.start, end: range.start), with: [0x20])
    var at = range.start
    while at + bytes.count <= range.end {
      if source[at] == bytes[0], source[at..<at + bytes.count].elementsEqual(bytes), source[at - 1] != 0x20 {
        flow.copy(TextRange(start: at, end: at + bytes.count), of: source)
        return
      }
      at += 1
    }
    flow.replace(range, with: bytes)
  }
}
