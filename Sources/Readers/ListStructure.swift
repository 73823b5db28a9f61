import SourceText

/// Decides what each draft is, and which block introduces each list item.
struct ListStructure {
  /// An open list.
  private struct Level {
    var marker: Marker
    var indent: Int
    var depth: Int
    /// Index of the block that introduces the list's items.
    var leadIn: Int?
    /// Index of the last item.
    var last: Int
  }

  private let bytes: Bytes
  private let drafts: [Draft]
  private var blocks: [Block] = []
  /// The open lists, the deepest last.
  private var open: [Level] = []
  /// Lists that prose has interrupted: numbers may go on behind it.
  private var suspended: [Level] = []
  /// The last block, where it ends with a colon and only items without markers have followed it.
  private var colon: Int?

  static func resolve(_ bytes: Bytes, _ drafts: [Draft]) -> [Block] {
    var structure = ListStructure(bytes: bytes, drafts: drafts)
    structure.blocks.reserveCapacity(drafts.count)
    for index in drafts.indices { structure.take(index) }
    return structure.blocks
  }

  private init(bytes: Bytes, drafts: [Draft]) {
    self.bytes = bytes
    self.drafts = drafts
  }

  private mutating func take(_ index: Int) {
    let draft = drafts[index]
    if draft.shape == .row {
      add(.tableRow, draft)
      colon = nil
      return
    }
    if let marker = draft.marker {
      if draft.depth == nil, let level = numberedHeading(index, marker) {
        addHeading(level, draft)
      } else {
        addItem(index, marker)
      }
      return
    }
    if draft.depth == nil, goesOnAsItem(index) || isFragment(index) {
      addItem(index, Marker(kind: .none, style: .bare, ordinal: 0, checkBox: nil, end: draft.range.start))
    } else if let level = heading(index) {
      addHeading(level, draft)
    } else {
      addProse(index)
    }
  }

  private mutating func add(_ kind: Block.Kind, _ draft: Draft, leadIn: Int? = nil) {
    blocks.append(Block(kind: kind, range: draft.range, leadIn: leadIn, checkBox: draft.marker?.checkBox))
  }

  private mutating func addHeading(_ level: Int, _ draft: Draft) {
    add(.heading(level: level), draft)
    open.removeAll()
    suspended.removeAll()
    colon = nil
  }

  private mutating func addProse(_ index: Int) {
    let draft = drafts[index]
    add(.paragraph, draft)
    // A paragraph that is indented under an item belongs to it, and the item's list goes on behind it.
    let before = open
    if let depth = draft.depth {
      while let level = open.last, level.depth > depth { open.removeLast() }
    } else {
      while let level = open.last, level.indent >= draft.indent { open.removeLast() }
    }
    if open.isEmpty, !before.isEmpty { suspended = before }
    let end = BlockEnd(bytes, draft.range)
    colon = end.isColon && !end.isFieldLabel ? index : nil
  }
}

// MARK: - Headings

extension ListStructure {
  private func heading(_ index: Int) -> Int? {
    guard drafts[index].depth == nil else {
      if case .heading(let level) = drafts[index].shape { return level }
      return nil
    }
    switch drafts[index].shape {
    case .heading(let level): return level
    case .title(let level): return index + 1 < drafts.count && hasTextBelow(index) ? level : nil
    case .question: return isOverProse(index) ? 2 : nil
    case .prose:
      guard index + 1 < drafts.count, isOverProse(index) || drafts[index + 1].marker != nil else { return nil }
      return hasLabelShape(index) && standsApart(index) ? 2 : nil
    case .row: return nil
    }
  }

  /// True for a few words between sentences: "Sharing with the sponsor" is a heading there, in a list it is an item.
  private func standsApart(_ index: Int) -> Bool {
    let range = drafts[index].range
    guard range.length <= 50 else { return false }
    let next = drafts[index + 1]
    guard next.marker.map({ $0.checkBox == nil }) ?? BlockEnd(bytes, next.range).isSentenceEnd else { return false }
    // Cells of a table, and answers to choose from.
    for sign in [UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ":")]
    where bytes.first(sign, from: range.start, to: range.end) < range.end { return false }
    guard index > 0, drafts[index - 1].shape == .prose else { return true }
    let before = drafts[index - 1].range
    return BlockEnd(bytes, before).isSentenceEnd || hasField(before)
  }

  /// "5. Data Usage" over text is a heading; "1. Treatment" over "2. Payment" is a list.
  private func numberedHeading(_ index: Int, _ marker: Marker) -> Int? {
    guard marker.isOrdered || marker.kind == .decimal, marker.checkBox == nil else { return nil }
    guard marker.style != .parentheses, index + 1 < drafts.count else { return nil }
    let level: Int
    switch drafts[index].shape {
    case .title(let found): level = found
    case .question: level = 2
    case .prose: if isLabel(index), colon == nil { level = 2 } else { return nil }
    case .heading, .row: return nil
    }
    if let next = drafts[index + 1].marker, next.isLike(marker) { return nil }
    if drafts[index].shape == .question, isOverProse(index) { return level }
    if let last = open.last, last.marker.isLike(marker), index > 0, last.last == index - 1 { return nil }
    return hasTextBelow(index) ? level : nil
  }

  /// True for a short line that ends no sentence and stands over a paragraph.
  private func isLabel(_ index: Int) -> Bool {
    hasLabelShape(index) && isOverProse(index)
  }

  /// True for a few words that begin with a capital and end no sentence.
  private func hasLabelShape(_ index: Int) -> Bool {
    let range = drafts[index].range
    guard range.length <= 80, bytes.letterCase(at: range.start) == .upper, drafts[index].isOneLine else { return false }
    let end = BlockEnd(bytes, range)
    return !end.isSentenceEnd && !end.isColon && !end.goesOn && !hasField(range)
  }

  /// True if some block below, headings aside, is text. Few steps: a title page has few lines.
  private func hasTextBelow(_ index: Int) -> Bool {
    for next in drafts[(index + 1)...].prefix(6) {
      switch next.shape {
      case .title: if next.marker != nil { return true }
      case .prose, .question, .row, .heading: return true
      }
    }
    return false
  }

  private func isOverProse(_ index: Int) -> Bool {
    guard index + 1 < drafts.count else { return false }
    let next = drafts[index + 1]
    return next.marker == nil && next.shape == .prose && next.range.length >= 40
  }
}

// MARK: - Items without markers

extension ListStructure {
  private static let longestFragment = 220
  private static let deepest = 12

  /// True if the item before ended as a list goes on: "your doctors; and".
  private func goesOnAsItem(_ index: Int) -> Bool {
    guard index > 0, let level = open.last, level.last == index - 1 else { return false }
    return BlockEnd(bytes, drafts[index - 1].range).goesOn && !isTitle(drafts[index].shape)
  }

  /// True if the block is one of a list that lost its bullets: short lines under a colon.
  private func isFragment(_ index: Int) -> Bool {
    guard let colon, index > 0 else { return false }
    let draft = drafts[index]
    let end = BlockEnd(bytes, draft.range)
    if end.isColon || draft.shape == .question || end.range.length == 0 { return false }
    if case .heading = draft.shape { return false }
    // A field to fill in is no item, but "Other: ____" is one.
    if hasField(draft.range), !bytes.matches("other", at: draft.range.start),
      !bytes.matches("otr", at: draft.range.start)
    {
      return false
    }
    let isFirst = colon == index - 1
    if !isFirst, drafts[index - 1].marker == nil, BlockEnd(bytes, drafts[index - 1].range).isSentenceEnd {
      return false
    }
    if isTitle(draft.shape), isOverProse(index) { return false }
    if end.goesOn { return draft.range.length <= 2 * Self.longestFragment }
    if bytes.letterCase(at: draft.range.start) == .lower { return draft.range.length <= 2 * Self.longestFragment }
    return draft.range.length <= Self.longestFragment && !end.isSentenceEnd
  }

  fileprivate func hasField(_ range: TextRange) -> Bool {
    let line = bytes.first(0x5F, from: range.start, to: range.end)
    return line < range.end && bytes[line + 1] == 0x5F
  }

  private func isTitle(_ shape: Draft.Shape) -> Bool {
    switch shape {
    case .title, .heading: true
    case .prose, .question, .row: false
    }
  }
}

// MARK: - Lists

extension ListStructure {
  private mutating func addItem(_ index: Int, _ marker: Marker) {
    let draft = drafts[index]
    let level = draft.depth.map { explicitLevel(index, marker, depth: $0) } ?? foundLevel(index, marker)
    // No form nests deeper; without a limit a hostile one costs the square of its length.
    if open.count >= Self.deepest { open.removeFirst() }
    open.append(level)
    suspended.removeAll { $0.marker.isLike(marker) }
    add(.listItem(depth: level.depth), draft, leadIn: level.leadIn)
    // Items without markers may follow each other, but not items with markers. A colon of the item's own opens a list
    // below it.
    if BlockEnd(bytes, draft.range).isColon {
      colon = index
    } else if marker.kind != .none || BlockEnd(bytes, draft.range).isSentenceEnd {
      colon = nil
    }
  }

  /// The level of an item whose depth the format gives.
  private mutating func explicitLevel(_ index: Int, _ marker: Marker, depth: Int) -> Level {
    while let last = open.last, last.depth > depth { open.removeLast() }
    if let last = open.last, last.depth == depth {
      open.removeLast()
      return Level(marker: marker, indent: 0, depth: depth, leadIn: last.leadIn, last: index)
    }
    let isNewParagraph =
      index > 0 && blocks[index - 1].kind == .paragraph && open.last.map { $0.last < index - 1 } ?? true
    let leadIn =
      isNewParagraph ? introduction(of: index) ?? open.last?.last : open.last?.last ?? introduction(of: index)
    return Level(marker: marker, indent: 0, depth: max(depth, 1), leadIn: leadIn, last: index)
  }

  /// The level of an item by its marker and its indent. Takes the levels that it replaces off `open`.
  private mutating func foundLevel(_ index: Int, _ marker: Marker) -> Level {
    let indent = drafts[index].indent
    if let at = open.lastIndex(where: { continues($0, marker, indent) }) {
      let level = open[at]
      open.removeLast(open.count - at)
      return Level(marker: marker, indent: indent, depth: level.depth, leadIn: level.leadIn, last: index)
    }
    while open.count > 1, let top = open.last, indent + 1 < top.indent { open.removeLast() }
    if let top = open.last {
      // A paragraph of its own introduces the list: "I choose:".
      if colon == index - 1, blocks[index - 1].kind == .paragraph, let leadIn = introduction(of: index) {
        return Level(
          marker: marker, indent: indent, depth: top.depth + (indent > top.indent + 1 ? 1 : 0), leadIn: leadIn,
          last: index)
      }
      return under(top, index, marker, indent)
    }
    if marker.isOrdered, let level = suspended.last(where: { continues($0, marker, indent) }) {
      return Level(marker: marker, indent: indent, depth: level.depth, leadIn: level.leadIn, last: index)
    }
    return Level(marker: marker, indent: indent, depth: 1, leadIn: introduction(of: index), last: index)
  }

  private func continues(_ level: Level, _ marker: Marker, _ indent: Int) -> Bool {
    guard level.marker.isLike(marker) else { return false }
    if marker.isOrdered { return marker.ordinal == level.marker.ordinal + 1 }
    return abs(level.indent - indent) <= 1
  }

  /// The level of an item that comes after an item of another kind, or of another indent.
  private mutating func under(_ top: Level, _ index: Int, _ marker: Marker, _ indent: Int) -> Level {
    let end = BlockEnd(bytes, drafts[top.last].range)
    let isDirect = top.last == index - 1
    if isDirect, end.isColon || end.pointsOn {
      return Level(marker: marker, indent: indent, depth: top.depth + 1, leadIn: top.last, last: index)
    }
    if indent > top.indent + 1 {
      let leadIn = end.isSentenceEnd ? nil : top.last
      return Level(marker: marker, indent: indent, depth: top.depth + 1, leadIn: leadIn, last: index)
    }
    if top.marker.isOrdered, marker.isOrdered, !top.marker.isLike(marker), isDirect {
      // "(a)" under "1.".
      let leadIn = end.isSentenceEnd ? nil : top.last
      return Level(marker: marker, indent: indent, depth: top.depth + 1, leadIn: leadIn, last: index)
    }
    open.removeLast()
    // Bullets under a numbered sentence that is complete are a list of their own; so are numbers that begin anew.
    if end.isSentenceEnd, top.marker.isOrdered || marker.isOrdered {
      return Level(marker: marker, indent: indent, depth: top.depth, leadIn: nil, last: index)
    }
    return Level(marker: marker, indent: indent, depth: top.depth, leadIn: isDirect ? top.leadIn : nil, last: index)
  }

  /// The block that introduces a list which begins with block `index`.
  private func introduction(of index: Int) -> Int? {
    var before = index - 1
    // "(tick all that apply)" stands between the two.
    if before > 0, isRemark(drafts[before].range) { before -= 1 }
    guard before >= 0 else { return nil }
    switch blocks[before].kind {
    case .heading: return BlockEnd(bytes, blocks[before].range).isFieldLabel ? nil : before
    case .paragraph:
      let end = BlockEnd(bytes, blocks[before].range)
      return end.introduces && !end.isFieldLabel ? before : nil
    case .listItem, .tableRow: return nil
    }
  }

  private func isRemark(_ range: TextRange) -> Bool {
    bytes[range.start] == 0x28 && bytes[range.end - 1] == 0x29 && range.length <= 120
  }
}
