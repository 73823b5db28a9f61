import SourceText

/// Reads the comments of a Word document that speak to this program.
final class WordCommentsReader: XMLEvents {
  /// By the comment's name: what stands behind the mark.
  private(set) var remarks: [String: String] = [:]
  private var open: (name: String, text: [UInt8])?
  private var isInText = false

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .wordComment: open = attributes["id"].map { ($0, []) }
    case .wordParagraph, .wordTab, .wordBreak: open?.text.append(0x20)
    case .wordText: isInText = true
    default: break
    }
  }

  func end(_ tag: XMLTag) {
    switch tag {
    case .wordText: isInText = false
    case .wordComment:
      if let open, let remark = Self.remark(open.text) { remarks[open.name] = remark }
      open = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { open?.text.append(contentsOf: bytes) }
  }

  /// Word likes to begin a comment with a capital letter.
  private static func remark(_ text: [UInt8]) -> String? {
    text.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      let words = bytes.trimmed(TextRange(start: 0, end: bytes.count))
      guard bytes.matches(Remark.mark, at: words.start) else { return nil }
      return bytes.remarkText(words)
    }
  }
}
