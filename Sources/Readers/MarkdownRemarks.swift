import SourceText

/// Collects the comments of a Markdown document that speak to this program, as its blocks are walked.
struct MarkdownRemarks {
  /// In order; their ranges are in the text before the edits.
  private(set) var all: [Remark] = []
  private let bytes: Bytes
  private let mayHoldAny: Bool

  init(_ bytes: Bytes, bodyStart: Int) {
    self.bytes = bytes
    mayHoldAny = bytes.remarkMark(from: bodyStart, to: bytes.count) != nil
  }

  /// Takes the comments among what is left out of a block.
  mutating func take(_ edits: [TextEdit]) {
    guard mayHoldAny else { return }
    for edit in edits { take(edit.range) }
  }

  private mutating func take(_ comment: TextRange) {
    guard all.last.map({ $0.origin.end <= comment.start }) ?? true else { return }
    if let remark = bytes.remark(inComment: comment, bond: .line) { all.append(remark) }
  }
}
