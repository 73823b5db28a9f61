import SourceText

/// The sentences of a text that may differ from those of an earlier state: whole blocks, with others before and behind
/// them that have the same words, lines and traits in both.
public struct ChangedSentences: Sendable {
  /// Sentences before the change, the same in both.
  public let start: Int
  /// First sentence behind the change in the earlier state, and in the new one.
  public let oldEnd: Int
  public let newEnd: Int

  /// All sentences, for a text without an earlier state.
  public init(all sentences: Sentences, oldCount: Int = 0) {
    (start, oldEnd, newEnd) = (0, oldCount, sentences.sentences.count)
  }

  /// What is not the same in `sentences`, which are those of `text`, and in those of the earlier state. Linear in the
  /// text, but with a small factor.
  public init(_ sentences: Sentences, of text: Text, after old: Text, _ oldSentences: Sentences) {
    let bytes = CommonBytes(text.bytes, old.bytes)
    let (new, before) = (sentences.sentences, oldSentences.sentences)
    let shorter = min(new.count, before.count)
    func hasSameKind(_ a: Sentence, _ b: Sentence) -> Bool {
      text.blocks[Int(a.block)].kind == old.blocks[Int(b.block)].kind
    }
    var start = 0
    // Like blocks: a byte on each side is left to spare.
    while start < shorter, Self.isSame(new[start], before[start], shift: 0), hasSameKind(new[start], before[start]),
      Self.end(of: new[start], sentences) < bytes.prefix, Self.end(of: before[start], oldSentences) < bytes.prefix
    {
      start += 1
    }
    while start > 0, !(Self.beginsBlock(start, new) && Self.beginsBlock(start, before)) { start -= 1 }
    var behind = 0
    let shift = sentences.tokens.count - oldSentences.tokens.count
    while behind < shorter - start {
      let (own, other) = (new[new.count - behind - 1], before[before.count - behind - 1])
      guard Self.isSame(own, other, shift: shift), hasSameKind(own, other),
        Self.start(of: own, sentences) > text.bytes.count - bytes.suffix,
        Self.start(of: other, oldSentences) > old.bytes.count - bytes.suffix
      else { break }
      behind += 1
    }
    while behind > 0,
      !(Self.beginsBlock(new.count - behind, new) && Self.beginsBlock(before.count - behind, before))
    {
      behind -= 1
    }
    self.start = start
    (oldEnd, newEnd) = (before.count - behind, new.count - behind)
  }

  /// True if the two have the same traits and the same tokens, moved by `shift`.
  private static func isSame(_ a: Sentence, _ b: Sentence, shift: Int) -> Bool {
    a.traits == b.traits && a.tokens.count == b.tokens.count
      && Int(a.tokens.lowerBound) == Int(b.tokens.lowerBound) + shift
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
