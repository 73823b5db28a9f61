import SourceText

/// Cuts the blocks of a text into sentences, and links list items to the sentence that introduces them.
public struct Segmenter: Sendable {
  /// A sentence never has more tokens than this: what a hostile or broken text makes longer is cut.
  public static let longestSentence = 400

  private static let pronounI = WordKey.of(folded: "i".utf8)

  private let language: Language

  public init(_ language: Language) {
    self.language = language
  }

  /// The sentences of `text`, in its order. Linear in the text.
  public func sentences(of text: Text) -> Sentences {
    sentences(of: text, reusing: nil)
  }

  /// The same, for a text of which an earlier state was cut: only blocks that changed are cut into tokens again.
  ///
  /// - Parameter common: what the two texts share.
  public func sentences(
    of text: Text, after old: Text, _ oldSentences: Sentences, _ common: CommonBytes
  ) -> Sentences {
    sentences(of: text, reusing: TokenReuse(text, after: old, oldSentences, common))
  }

  private func sentences(of text: Text, reusing known: TokenReuse?) -> Sentences {
    var known = known
    var result = Sentences()
    result.blockTokens.reserveCapacity(text.blocks.count + 1)
    result.blockTokens.append(0)
    result.tokens.reserveCapacity(text.bytes.count / 5)
    result.sentences.reserveCapacity(text.bytes.count / 90)
    var lastOfBlock = [Int32](repeating: -1, count: text.blocks.count)
    var labels = LabelLines(language)
    text.bytes.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress else { return }
      for (index, block) in text.blocks.enumerated() {
        let first = result.tokens.count
        let end = min(block.range.end, buffer.count)
        let range = TextRange(start: max(0, block.range.start), end: end)
        if known?.append(range, to: &result.tokens) != true {
          var tokenizer = Tokenizer(bytes, range: range)
          tokenizer.run(into: &result.tokens)
        }
        result.blockTokens.append(Int32(result.tokens.count))
        guard result.tokens.count > first else { continue }
        let leadIn = block.leadIn.flatMap { $0 < index ? lastOfBlock[$0] : nil } ?? -1
        let firstSentence = result.sentences.count
        cut(from: first, block: block, index: Int32(index), leadIn: leadIn, into: &result)
        lastOfBlock[index] = Int32(result.sentences.count - 1)
        labels.take(block, from: firstSentence, in: &result)
      }
    }
    language.markTitles(in: &result, of: text)
    language.markChoices(in: &result)
    return result
  }

  private func cut(from first: Int, block: Block, index: Int32, leadIn: Int32, into result: inout Sentences) {
    var context = BlockContext(block: index, leadIn: leadIn)
    if block.isHeading { context.traits.insert(.heading) }
    if case .listItem = block.kind { context.traits.insert(.listItem) }
    if block.checkBox != nil { context.traits.insert(.checkBox) }
    let end = result.tokens.count
    var start = first
    var at = first
    while at < end {
      let token = result.tokens[at]
      if token.kind == .bullet || token.kind == .box {
        // A bullet or a box inside a line begins an item of a list that was run together.
        close(start..<at, in: &context, into: &result)
        let introducing = result.sentences.last?.block == index ? Int32(result.sentences.count - 1) : -1
        context.beginItem(box: token.kind == .box, introducedBy: introducing)
        at += 1
        start = at
      } else if at + 1 - start >= Self.longestSentence || endsSentence(at, start: start, end: end, in: result.tokens) {
        var stop = at + 1
        while stop < end, closesQuote(result.tokens[stop]) { stop += 1 }
        close(start..<stop, in: &context, into: &result)
        at = stop
        start = stop
      } else {
        at += 1
      }
    }
    close(start..<end, in: &context, into: &result)
  }

  /// Adds the tokens in `range` as a sentence, if there is a word among them.
  private func close(_ range: Range<Int>, in context: inout BlockContext, into result: inout Sentences) {
    guard result.tokens[range].contains(where: \.isWord) else { return }
    var traits = context.traits
    let last = result.tokens[range.upperBound - 1]
    if last.traits.contains(.question) { traits.insert(.question) }
    if isTemplateNote(result.tokens[range]) { traits.insert(.templateNote) }
    if isDefinition(result.tokens[range]) { traits.insert(.definition) }
    result.sentences.append(
      Sentence(
        block: context.block, tokens: Int32(range.lowerBound)..<Int32(range.upperBound), leadIn: context.leadIn,
        traits: traits))
    if traits.contains(.checkBox), context.leadIn >= 0, result.sentences[Int(context.leadIn)].traits.contains(.question)
    {
      result.sentences[Int(context.leadIn)].traits.insert(.checkBox)
    }
    context.afterSentence()
  }

  // MARK: Where a sentence ends

  private func endsSentence(_ at: Int, start: Int, end: Int, in tokens: [Token]) -> Bool {
    let token = tokens[at]
    guard token.kind == .terminator else { return false }
    guard at + 1 < end else { return true }
    var next = at + 1
    while next < end, closesQuote(tokens[next]) { next += 1 }
    guard next < end else { return true }
    let following = tokens[next]
    if following.kind == .terminator { return false }
    let startsAnew: Bool
    switch following.kind {
    case .word: startsAnew = following.traits.contains(.capitalized)
    case .number, .openBracket, .quote, .bullet, .box, .blank, .dash, .other: startsAnew = true
    case .comma, .semicolon, .colon, .terminator, .closeBracket: startsAnew = false
    }
    if token.traits.contains(.question) { return startsAnew || following.traits.contains(.spaced) }
    guard startsAnew, at > start else { return false }
    let before = tokens[at - 1]
    if !following.traits.contains(.spaced) {
      // "access.We may": a lost space. Anything else without a space is a number, an address or an initial.
      return following.kind == .word && before.kind == .word && before.length >= 3
        && !before.traits.contains(.capitalized)
    }
    guard before.kind == .word, !before.traits.contains(.spaced) || token.length == 1 else { return true }
    if language.isAbbreviation(before.key) { return language.isFinalAbbreviation(before.key) }
    // A lone letter is an initial or a list letter ("J. Smith", "A. Purpose"), but not the end of "A-T".
    let isJoined = at - 1 > start && !before.traits.contains(.spaced) && tokens[at - 2].kind == .dash
    return before.length > 1 || before.key == Self.pronounI || isJoined
  }

  private func closesQuote(_ token: Token) -> Bool {
    !token.traits.contains(.spaced) && (token.kind == .quote || token.kind == .closeBracket)
  }

  // MARK: What kind of sentence it is

  private func isTemplateNote(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, first.kind == .openBracket, first.length == 1 else { return false }
    var depth = 0
    for (offset, token) in tokens.enumerated() {
      if token.kind == .openBracket { depth += 1 }
      if token.kind == .closeBracket { depth -= 1 }
      if depth == 0, offset < tokens.count - 2 { return false }
    }
    return depth <= 0
  }

  private func isDefinition(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, first.kind == .quote else { return false }
    // The quoted term may be long; the verb follows the closing quote.
    let head = tokens.prefix(10)
    guard let close = head.dropFirst().firstIndex(where: { $0.kind == .quote }) else { return false }
    return tokens[close...].dropFirst().prefix(2).contains { language.isDefinitionVerb($0.key) }
  }
}

/// What carries over from one sentence of a block to the next.
private struct BlockContext {
  let block: Int32
  var leadIn: Int32
  var traits: Sentence.Traits = []
  private var inlineLeadIn: Int32 = -1

  init(block: Int32, leadIn: Int32) {
    self.block = block
    self.leadIn = leadIn
  }

  mutating func beginItem(box: Bool, introducedBy sentence: Int32) {
    if inlineLeadIn < 0 { inlineLeadIn = sentence }
    if inlineLeadIn >= 0 { leadIn = inlineLeadIn }
    traits.insert(.listItem)
    traits.remove(.continuation)
    if box { traits.insert(.checkBox) } else { traits.remove(.checkBox) }
  }

  /// Only an item's first sentence inherits the lead-in.
  mutating func afterSentence() {
    leadIn = -1
    traits.insert(.continuation)
  }
}
