import Language
import SourceText

/// Where words go that a document does not have yet.
public enum Insertion: Sendable, Equatable {
  /// In front of the block in this range.
  case before(TextRange)
  /// Behind the block in this range.
  case after(TextRange)
}

extension LiveAnalysis {
  /// Most blocks of a signature: name, date, witness and so on.
  private static let longestSignature = 20
  /// A line of a signature has no more tokens, apart from its rule.
  private static let signatureTokens = 12

  /// Where the words belong that a finding at byte `offset` of the file misses: at the end of the section of a heading,
  /// in front of a signature, else behind the block. Nil for documents that have no lines.
  public func insertion(forMissingAt offset: Int) -> Insertion? {
    guard rangesAreInFile,
      let sentence = sentences.sentences.first(where: { origin(of: $0).start == offset && !$0.tokens.isEmpty })
    else { return nil }
    let block = Int(sentence.block)
    if sentence.traits.contains(.heading) { return .after(origin(ofBlock: lastBlock(under: block))) }
    guard isSigned(block) else { return .after(origin(ofBlock: block)) }
    var first = block
    while first > 0, block - first < Self.longestSignature, !text.blocks[first - 1].isHeading,
      isSigned(first - 1) || isShort(first - 1)
    {
      first -= 1
    }
    return .before(origin(ofBlock: first))
  }

  /// The last block of the text that stands right under a heading: what is under smaller headings is another matter.
  private func lastBlock(under heading: Int) -> Int {
    var last = heading
    while last + 1 < text.blocks.count, !text.blocks[last + 1].isHeading { last += 1 }
    return last
  }

  private func isSigned(_ block: Int) -> Bool {
    sentences.tokens[tokens(ofBlock: block)].contains { token in
      Language.all.contains { $0.signatureWords.contains(token.key) }
    }
  }

  private func isShort(_ block: Int) -> Bool { tokens(ofBlock: block).count <= Self.signatureTokens }

  private func tokens(ofBlock block: Int) -> Range<Int> {
    guard block + 1 < sentences.blockTokens.count else { return 0..<0 }
    return Int(sentences.blockTokens[block])..<Int(sentences.blockTokens[block + 1])
  }

  private func origin(of sentence: Sentence) -> TextRange { text.map.origin(of: sentences.range(of: sentence)) }

  private func origin(ofBlock block: Int) -> TextRange { text.map.origin(of: text.blocks[block].range) }
}
