import SourceText

/// The tokens of an earlier state of a text, for the blocks that are still the same.
///
/// A block's tokens depend on its bytes alone. So a block that lies wholly before or wholly behind all changes, and was
/// a block before, has the tokens that it had, moved by the change in length. A byte on each side is left to spare: a
/// tokenizer may look there.
struct TokenReuse {
  private let old: Text
  private let oldSentences: Sentences
  /// Bytes that both texts begin with, and end with; they do not overlap.
  private let prefix: Int
  private let suffixStart: Int
  /// How much longer the new text is.
  private let growth: Int
  /// The old block that is looked at next: both texts' blocks ascend.
  private var cursor = 0

  init(_ text: Text, after old: Text, _ oldSentences: Sentences, _ common: CommonBytes) {
    self.old = old
    self.oldSentences = oldSentences
    prefix = common.prefix
    suffixStart = text.bytes.count - common.suffix
    growth = text.bytes.count - old.bytes.count
  }

  /// Appends the tokens of the block at `range` if they are known.
  mutating func append(_ range: TextRange, to tokens: inout [Token]) -> Bool {
    let shift: Int
    if range.end < prefix {
      shift = 0
    } else if range.start > suffixStart {
      shift = growth
    } else {
      return false
    }
    let start = range.start - shift
    while cursor < old.blocks.count, old.blocks[cursor].range.start < start { cursor += 1 }
    guard cursor + 1 < oldSentences.blockTokens.count,
      old.blocks[cursor].range == TextRange(start: start, end: range.end - shift)
    else { return false }
    let first = tokens.count
    tokens.append(
      contentsOf: oldSentences.tokens[
        Int(oldSentences.blockTokens[cursor])..<Int(oldSentences.blockTokens[cursor + 1])])
    if shift != 0 {
      let distance = UInt32(truncatingIfNeeded: shift)
      for index in first..<tokens.count { tokens[index].start &+= distance }
    }
    return true
  }
}
