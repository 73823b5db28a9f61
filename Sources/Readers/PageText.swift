import SourceText

/// Pages as they are printed -> one text with blocks and places.
enum PageText {
  static func make(_ printed: PrintedPages) -> Text {
    var printed = printed
    BoxSigns.replace(in: &printed)
    var pages = printed.pages
    for index in pages.indices { pages[index].numberRows() }
    let running = printed.bytes.withUnsafeBufferPointer { RunningLines.remove(from: &pages, Bytes($0)) }
    var grouper = PageGrouper(printed.bytes, bodySize: RunningLines.bodySize(pages))
    for page in pages {
      for region in PageColumns.regions(page) { grouper.take(region, of: page) }
    }
    grouper.finish()
    for page in running {
      for region in PageColumns.regions(page) { grouper.take(region, of: page) }
      grouper.finish()
    }
    // The sign for soft hyphens may be left at the end of a block.
    var text = EditableText(bytes: grouper.text, map: .identity(length: grouper.text.count))
    var (blocks, edits) = text.bytes.withUnsafeBufferPointer { buffer in
      let blocks = ListStructure.resolve(Bytes(buffer), grouper.drafts)
      return (blocks, HyphenatedLines.edits(Bytes(buffer), blocks, merging: []))
    }
    let places = places(of: blocks, grouper.starts)
    text.apply(edits, moving: &blocks)
    edits = []
    return Text(bytes: text.bytes, blocks: blocks, map: .identity(length: text.bytes.count), places: places)
  }

  /// The page and the line on which each block begins; for pictures also how sure the recogniser is of the block.
  private static func places(of blocks: [Block], _ starts: [PageGrouper.LineStart]) -> [Place?] {
    var at = 0
    return blocks.map { block -> Place? in
      while at + 1 < starts.count, starts[at + 1].offset <= block.range.start { at += 1 }
      guard starts.indices.contains(at) else { return nil }
      var words = 0
      var sum: Float = 0
      var line = at
      while line < starts.count, line == at || starts[line].offset < block.range.end {
        if let confidence = starts[line].confidence {
          sum += confidence
          words += starts[line].words
        }
        line += 1
      }
      return .page(
        starts[at].page, line: starts[at].row,
        confidence: words > 0 ? Double((sum / Float(words) * 100).rounded()) / 100 : nil)
    }
  }
}
