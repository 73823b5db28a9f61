import SourceText

/// Reads HTML as a browser shows it; the source map leads to the file's own bytes.
enum HTMLReader {
  static func read(_ bytes: [UInt8], limits: ReadingLimits) -> ReadResult {
    let declared = DeclaredEncoding.name(inHTML: bytes).flatMap(DeclaredEncoding.init)
    guard let decoded = TextDecoder.decode(bytes, declared: declared) else {
      return .unread(.html, .binary(looksLike: nil))
    }
    var problems = decoded.problems
    var remarks: [Remark] = []
    let flow = decoded.bytes.withUnsafeBufferPointer { source in
      let events = HTMLEvents(source, limits: limits)
      if let tidied = HTMLDeclarations.closed(source) {
        tidied.withUnsafeBufferPointer { HTMLParser.parse($0, into: events) }
      } else {
        HTMLParser.parse(source, into: events)
      }
      if let limit = events.exceeded { problems.append(.limit(limit, limits)) }
      remarks = events.remarks.map { $0.moved(through: decoded.map) }
      return events.finish()
    }
    let text = flow.text(through: decoded.map)
    if text.blocks.isEmpty { problems.append(.empty) }
    var result = ReadResult(format: .html, encoding: decoded.encoding, text: text, problems: problems)
    result.remarks = remarks
    return result
  }
}

/// `<![if !supportLists]>` and its like, which Word writes: a browser takes them for comments, libxml2 for text.
enum HTMLDeclarations {
  /// `source` with comments of the same length in their place; nil if there are none.
  static func closed(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let bytes = Bytes(source)
    var result: [UInt8]?
    var at = bytes.first(0x3C, from: 0, to: bytes.count)
    while at < bytes.count {
      if bytes[at + 1] == 0x21, !bytes.matches("--", at: at + 2), !bytes.matches("doctype", at: at + 2) {
        let end = bytes.first(0x3E, from: at, to: bytes.count)
        if end < bytes.count, end - at >= 6 {
          if result == nil { result = Array(source) }
          for offset in [at + 2, at + 3, end - 2, end - 1] { result?[offset] = 0x2D }
        }
      }
      at = bytes.first(0x3C, from: at + 1, to: bytes.count)
    }
    return result
  }
}
