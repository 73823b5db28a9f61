import SourceText

/// Reads Markdown as GitHub has it: blocks from libcmark-gfm, whose block positions are exact; inline signs by an own
/// pass, since its inline positions are not.
enum MarkdownReader {
  static func read(_ bytes: [UInt8]) -> ReadResult {
    guard let decoded = TextDecoder.decode(bytes) else { return .unread(.markdown, .binary(looksLike: nil)) }
    // cmark counts in 32 bits.
    guard decoded.bytes.count < Int32.max / 2 else {
      var result = PlainTextReader.read(bytes)
      result.format = .markdown
      return result
    }
    var text = EditableText(bytes: decoded.bytes, map: decoded.map)
    var blocks: [Block] = []
    var edits: [TextEdit] = []
    var remarks: [Remark] = []
    text.bytes.withUnsafeBufferPointer { buffer in
      let view = Bytes(buffer)
      var builder = MarkdownBlocks(view, bodyStart: FrontMatter.end(view))
      builder.build()
      edits = builder.edits
      remarks = builder.remarks.all
      blocks = ListStructure.resolve(view, builder.drafts)
    }
    text.apply(edits, moving: &blocks)
    // Tags leave spaces behind.
    text.bytes.withUnsafeBufferPointer { buffer in
      for index in blocks.indices { blocks[index].range = Bytes(buffer).trimmed(blocks[index].range) }
    }
    var result = ReadResult(
      format: .markdown, encoding: decoded.encoding, text: Text(bytes: text.bytes, blocks: blocks, map: text.map),
      problems: decoded.problems + (blocks.isEmpty ? [.empty] : []))
    result.remarks = remarks.map { $0.moved(through: decoded.map) }
    return result
  }
}

/// YAML between `---` lines at the top: facts about the file, not text.
enum FrontMatter {
  /// Where the text begins.
  static func end(_ bytes: Bytes) -> Int {
    guard bytes.matches("---\n", at: 0) else { return 0 }
    var at = 4
    while at < bytes.count {
      let end = bytes.first(0x0A, from: at, to: bytes.count)
      let line = bytes.trimmed(TextRange(start: at, end: end))
      if line.length == 3, bytes.matches("---", at: line.start) || bytes.matches("...", at: line.start) {
        return min(end + 1, bytes.count)
      }
      at = end + 1
    }
    return 0
  }
}
