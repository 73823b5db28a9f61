import SourceText

/// The sentences of a text that may differ from those of an earlier state: whole blocks, with others before and behind
/// them that have the same words, lines, traits and lead-ins in both.
public struct ChangedSentences: Sendable {
  /// Sentences before the change, the same in both.
  public private(set) var start = 0
  /// First sentence behind the change in the earlier state, and in the new one.
  public private(set) var oldEnd = 0
  public private(set) var newEnd: Int
  /// The first byte behind the change in the earlier text, and how far it and those behind it have moved.
  public private(set) var oldTail = 0
  public private(set) var growth = 0
  /// By how much the numbers of the blocks behind the change have grown.
  public private(set) var blockShift: Int32 = 0

  /// How far the numbers of the sentences behind the change have moved.
  public var shift: Int { newEnd - oldEnd }

  /// Where words of the earlier text are now that stand before or behind the change.
  public func moved(_ range: TextRange) -> TextRange {
    TextRange(start: moved(range.start), end: moved(range.end))
  }

  private func moved(_ offset: Int) -> Int { offset < oldTail ? offset : offset + growth }

  /// All sentences, for a text without an earlier state, or with one of so many sentences.
  public init(all sentences: Sentences, oldCount: Int = 0) {
    oldEnd = oldCount
    newEnd = sentences.sentences.count
  }

  /// What is not the same in `sentences`, which are those of `text`, and in those of the earlier state. Linear in the
  /// text, but with a small factor.
  ///
  /// - Parameter common: what the two texts share.
  public init(
    _ sentences: Sentences, of text: Text, after old: Text, _ oldSentences: Sentences, _ common: CommonBytes
  ) {
    let (new, before) = (sentences.sentences, oldSentences.sentences)
    newEnd = new.count
    oldTail = old.bytes.count - common.suffix
    growth = text.bytes.count - old.bytes.count
    blockShift = Int32(text.blocks.count - old.blocks.count)
    let shorter = min(new.count, before.count)
    func hasSameKind(_ a: Sentence, _ b: Sentence) -> Bool {
      text.blocks[Int(a.block)].kind == old.blocks[Int(b.block)].kind
    }
    // Like blocks: a byte on each side is left to spare.
    while start < shorter, new[start] == before[start], hasSameKind(new[start], before[start]),
      Self.end(of: new[start], sentences) < common.prefix, Self.end(of: before[start], oldSentences) < common.prefix
    {
      start += 1
    }
    while start > 0, !(Self.beginsBlock(start, new) && Self.beginsBlock(start, before)) { start -= 1 }
    var behind = 0
    let tokenShift = Int32(sentences.tokens.count - oldSentences.tokens.count)
    let shift = Int32(new.count - before.count)
    while behind < shorter - start {
      let (own, other) = (new[new.count - behind - 1], before[before.count - behind - 1])
      // A lead-in stands before the change, or behind it.
      let leadIn = other.leadIn < start ? other.leadIn : other.leadIn + shift
      guard own.traits == other.traits, own.leadIn == leadIn, (own.leadIn < start) == (other.leadIn < start),
        own.block == other.block + blockShift,
        own.tokens.lowerBound == other.tokens.lowerBound + tokenShift,
        own.tokens.upperBound == other.tokens.upperBound + tokenShift, hasSameKind(own, other),
        Self.start(of: own, sentences) > text.bytes.count - common.suffix,
        Self.start(of: other, oldSentences) > oldTail
      else { break }
      behind += 1
    }
    (oldEnd, newEnd) = (before.count - behind, new.count - behind)
    var end: Int
    repeat {
      end = newEnd
      takeItems(new)
      while newEnd < new.count, !(Self.beginsBlock(newEnd, new) && Self.beginsBlock(oldEnd, before)) { moveEnd(1) }
    } while newEnd > end
  }

  /// Takes the items whose lead-in has changed into the change.
  private mutating func takeItems(_ sentences: [Sentence]) {
    for index in newEnd..<sentences.count where (start..<newEnd).contains(Int(sentences[index].leadIn)) {
      moveEnd(index + 1 - newEnd)
    }
  }

  private mutating func moveEnd(_ count: Int) {
    oldEnd += count
    newEnd += count
  }

  private static func beginsBlock(_ index: Int, _ sentences: [Sentence]) -> Bool {
    index == 0 || index == sentences.count || sentences[index].block != sentences[index - 1].block
  }

  private static func start(of sentence: Sentence, _ all: Sentences) -> Int {
    sentence.tokens.isEmpty ? 0 : Int(all.tokens[Int(sentence.tokens.lowerBound)].start)
  }

  private static func end(of sentence: Sentence, _ all: Sentences) -> Int {
    sentence.tokens.isEmpty ? .max : Int(all.tokens[Int(sentence.tokens.upperBound) - 1].end)
  }
}
