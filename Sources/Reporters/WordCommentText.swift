import Analysis
import Clauses

/// What a comment in a Word document says of a finding.
public enum WordCommentText {
  /// Sentences of a rule's `why` that a comment has room for.
  private static let whySentences = 2
  /// Characters of words that are quoted where a comment cannot stand at them.
  private static let quoteLimit = 160

  /// The paragraphs: title, meaning, why it matters, question. The caller adds the last line.
  ///
  /// - Parameters:
  ///   - language: the document's, as a code such as "es".
  ///   - quotes: true to quote the words, for a comment that cannot stand at them.
  public static func paragraphs(for finding: Finding, language: String, quotes: Bool = false) -> [String] {
    let texts = SpokenLanguages.texts(in: language)
    var paragraphs = [finding.headline(in: texts)]
    if quotes {
      let words = Passage(finding).quoted(limit: quoteLimit, in: texts)
      paragraphs.append(texts.labelled(texts.aboutTheseWords, words))
    }
    if finding.stance == .conditional { paragraphs.append(texts.conditionInComment) }
    paragraphs.append(texts.meaning(finding.message))
    if !finding.why.isEmpty { paragraphs.append(texts.reason(short(finding.why))) }
    if !finding.ask.isEmpty { paragraphs.append(texts.question(finding.ask)) }
    return paragraphs.map(\.printable)
  }

  /// The first sentences of `text`.
  private static func short(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    var sentences = 0
    for (index, word) in words.enumerated() where word.last.map({ ".?!".contains($0) }) ?? false {
      sentences += 1
      if sentences == whySentences { return words[...index].joined(separator: " ") }
    }
    return words.joined(separator: " ")
  }
}
