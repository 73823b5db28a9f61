import SourceText

/// A document as the program read it, so that a person can check what was read.
public struct DocumentText: Sendable {
  private let text: Text
  /// Line of each block in the file; nil where blocks have places.
  private let lines: LineIndex?

  /// - Parameter lines: the lines of the file, for formats that have some.
  public init(_ text: Text, lines: LineIndex?) {
    self.text = text
    self.lines = lines
  }

  /// The words as a plain page: headings, paragraphs, lists, boxes; cells of a table are parted by bars.
  public func plain() -> String {
    var page = ""
    var before: Block?
    for block in text.blocks {
      if let before, !before.isInList(with: block) { page += "\n" }
      page += lead(of: block) + words(of: block) + "\n"
      before = block
    }
    return page
  }

  /// One line a block: its number, its place, its kind, the number of the block that introduces it, its words.
  public func outline() -> String {
    let rows = text.blocks.enumerated().map { index, block in
      (number: "\(index)", place: place(of: block, at: index), kind: kind(of: block), words: words(of: block))
    }
    let widths = (
      rows.map(\.number.count).max() ?? 0, rows.map(\.place.count).max() ?? 0, rows.map(\.kind.count).max() ?? 0
    )
    return rows.map { row in
      let number = String(repeating: " ", count: widths.0 - row.number.count) + row.number
      let place = row.place + String(repeating: " ", count: widths.1 - row.place.count)
      let kind = row.kind + String(repeating: " ", count: widths.2 - row.kind.count)
      return "\(number)  \(place)  \(kind)  \(row.words)\n"
    }.joined()
  }

  private func lead(of block: Block) -> String {
    let box = block.checkBox.map { $0 == .checked ? "[x] " : "[ ] " } ?? ""
    switch block.kind {
    case .heading(let level): return String(repeating: "#", count: level) + " "
    case .listItem(let depth):
      return String(repeating: "  ", count: depth - 1) + (box.isEmpty ? "- " : box)
    case .paragraph, .tableRow: return box
    }
  }

  private func words(of block: Block) -> String {
    let isRow = block.kind == .tableRow
    let parts = text.string(in: block.range).split(whereSeparator: { $0 == "\n" || isRow && $0 == "\t" })
    return parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: isRow ? " | " : " ").printable
  }

  private func place(of block: Block, at index: Int) -> String {
    if let place = text.place(ofBlock: index) { return PlaceText.short(place) }
    guard let lines else { return "" }
    return "line \(lines.position(of: text.map.origin(of: block.range).start).line)"
  }

  private func kind(of block: Block) -> String {
    var kind: String
    switch block.kind {
    case .heading(let level): kind = "heading \(level)"
    case .paragraph: kind = "paragraph"
    case .listItem(let depth): kind = "item \(depth)"
    case .tableRow: kind = "row"
    }
    if let box = block.checkBox { kind += box == .checked ? ", ticked" : ", not ticked" }
    if let leadIn = block.leadIn { kind += ", under \(leadIn)" }
    return kind
  }
}

extension Block {
  /// True if `next` follows without a blank line: both are of one list, or of one table.
  fileprivate func isInList(with next: Block) -> Bool {
    switch (kind, next.kind) {
    case (.listItem, .listItem), (.tableRow, .tableRow): true
    default: checkBox != nil && next.checkBox != nil
    }
  }
}
