import SourceText

/// Reads plain text in any encoding.
enum PlainTextReader {
  static func read(_ bytes: [UInt8]) -> ReadResult {
    guard let decoded = TextDecoder.decode(bytes) else { return .unread(.text, .binary(looksLike: nil)) }
    var text = EditableText(bytes: decoded.bytes, map: decoded.map)
    var blocks: [Block] = []
    let remarks = text.bytes.withUnsafeBufferPointer { PlainTextRemarks(Bytes($0)) }
    text.apply(remarks.edits, moving: &blocks)
    let quotes = text.bytes.withUnsafeBufferPointer { MailQuoting.edits(Bytes($0)) }
    text.apply(quotes, moving: &blocks)
    let edits: [TextEdit]
    (blocks, edits) = text.bytes.withUnsafeBufferPointer { buffer in
      let (blocks, rows) = TextBlocks.find(in: Bytes(buffer))
      return (blocks, HyphenatedLines.edits(Bytes(buffer), blocks, merging: rows))
    }
    text.apply(edits, moving: &blocks)
    let problems = decoded.problems + (blocks.isEmpty ? [.empty] : [])
    var result = ReadResult(
      format: .text, encoding: decoded.encoding, text: Text(bytes: text.bytes, blocks: blocks, map: text.map),
      problems: problems)
    result.remarks = remarks.remarks.map { $0.moved(through: decoded.map) }
    return result
  }
}
