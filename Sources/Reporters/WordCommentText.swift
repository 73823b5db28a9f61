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
  /// - Parameter quotes: true to quote the words, for a comment that cannot stand at them.
  public static func paragraphs(for finding: Finding, quotes: Bool = false) -> [String] {
    var paragraphs = [finding.headline]
    if quotes {
      let words = Passage(finding).quoted(limit: quoteLimit)
      paragraphs.append("About these words, which stand in a note or in a box: \(words)")
    }
    if finding.stance == .conditional { paragraphs.append("Only under a condition: the words say when it holds.") }
    paragraphs.append("What it means: \(finding.message)")
    if !finding.why.isEmpty { paragraphs.append("Why it matters: \(short(finding.why))") }
    if !finding.ask.isEmpty { paragraphs.append("Ask: \(finding.ask)") }
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
