import SourceText

/// Puts the cells of a table's row into one block, where the table is no mere layout.
enum FlowRows {
  /// `blocks` with the cells of each row as one; a tab takes the place of the line feed between two.
  static func joined(_ blocks: [FlowBlock], in bytes: inout [UInt8]) -> [FlowBlock] {
    guard blocks.contains(where: { $0.cell != nil }) else { return blocks }
    return bytes.withUnsafeMutableBufferPointer { joined(blocks, $0) }
  }

  private static func joined(_ blocks: [FlowBlock], _ buffer: UnsafeMutableBufferPointer<UInt8>) -> [FlowBlock] {
    var joined: [FlowBlock] = []
    joined.reserveCapacity(blocks.count)
    var index = 0
    while index < blocks.count {
      var end = index + 1
      if let row = blocks[index].cell?.row {
        while end < blocks.count, blocks[end].cell?.row == row { end += 1 }
      }
      let run = blocks[index..<end]
      if let first = run.first, let last = run.last, isRow(run, buffer) {
        for (left, right) in zip(run, run.dropFirst()) {
          for at in left.range.end..<right.range.start where buffer[at] == 0x0A { buffer[at] = 0x09 }
        }
        var row = first
        row.range.end = last.range.end
        joined.append(row)
      } else {
        for var block in run {
          block.cell = nil
          joined.append(block)
        }
      }
      index = end
    }
    return joined
  }

  /// True for cells that are one plain paragraph each. Anything more is a page's layout: its blocks stay apart.
  private static func isRow(_ run: ArraySlice<FlowBlock>, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    guard run.count >= 2, run.first?.cell != nil else { return false }
    let bytes = Bytes(UnsafeBufferPointer(buffer))
    var column = -1
    for block in run {
      guard let cell = block.cell, cell.column != column, block.heading == nil, block.marker == nil else {
        return false
      }
      column = cell.column
      // A box and its label are a choice, not cells.
      if holdsBox(bytes, block.range) { return false }
    }
    return true
  }

  private static func holdsBox(_ bytes: Bytes, _ range: TextRange) -> Bool {
    // A tick alone is what a table of features has.
    let isTick = bytes[range.start] == 0xE2 && bytes[range.start + 1] == 0x9C
    if !isTick, CheckBoxes.leading(bytes, at: range.start, lineEnd: range.end) != nil { return true }
    var at = bytes.first(0xE2, from: range.start, to: range.end)
    while at < range.end {
      if bytes[at + 1] == 0x98, (0x90...0x92).contains(bytes[at + 2]) { return true }
      at = bytes.first(0xE2, from: at + 1, to: range.end)
    }
    return false
  }
}
