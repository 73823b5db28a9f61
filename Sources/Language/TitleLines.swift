import SourceText

extension Language {
  /// Most words of a title.
  private static let longestTitle = 12

  /// Marks lines as headings that have the case of a sentence, but no end, and stand over sentences that have both: "Ask
  /// us to correct your record" over "You can ask ...". Such a line says what its section is about, no more. Linear in
  /// the text.
  func markTitles(in document: inout Sentences, of text: Text) {
    for index in document.sentences.indices.dropLast() {
      let (line, next) = (document.sentences[index], document.sentences[index + 1])
      guard line.traits.isEmpty, case .paragraph = text.blocks[Int(line.block)].kind, next.block != line.block,
        index == 0 || document.sentences[index - 1].block != line.block,
        isTitle(line, in: document), isUnderTitle(next, in: document)
      else { continue }
      document.sentences[index].traits.insert(.heading)
      // A title introduces no list.
      for item in document.sentences.indices[(index + 1)...] {
        guard document.sentences[item].leadIn >= index else { break }
        if document.sentences[item].leadIn == index { document.sentences[item].leadIn = -1 }
      }
    }
  }

  /// True for some words that begin as a sentence does and have no end: no cells of a row, no label with its value, no
  /// line to fill in.
  private func isTitle(_ sentence: Sentence, in document: Sentences) -> Bool {
    let tokens = document.tokens(of: sentence)
    guard let first = tokens.first, first.kind == .word, first.traits.contains(.capitalized),
      !beginsSentence(first.key), let last = tokens.last, last.kind == .word || last.kind == .closeBracket
    else { return false }
    let words = tokens.count { $0.isWord }
    return (2...Self.longestTitle).contains(words)
      && !tokens.contains { [.blank, .box, .colon, .other].contains($0.kind) }
  }

  /// True for a sentence that says something by itself: an item of a list, or one that ends as a sentence does.
  private func isUnderTitle(_ sentence: Sentence, in document: Sentences) -> Bool {
    guard sentence.traits.isSubset(of: [.listItem]), let first = sentence.tokens.first, let last = sentence.tokens.last
    else { return false }
    let isClosed = document.tokens[Int(last)].kind == .terminator
    return beginsSentence(document.tokens[Int(first)].key) && (isClosed || sentence.traits.contains(.listItem))
  }
}
