import Analysis
import Clauses
import SourceText

/// Words of the form, and where they stand: what findings, other halves of contradictions and answers have in common.
struct Passage {
  var quote: String
  /// The sentence around the quote; empty where only the quote is known.
  var sentence: String
  var start: LineIndex.Position
  var end: LineIndex.Position
  var place: Place?
  var heading: String?

  init(_ finding: Finding) {
    self.init(finding.quote, finding.sentence, finding.start, finding.end, finding.place, finding.heading)
  }

  init(_ related: Finding.Related) {
    self.init(related.quote, "", related.start, related.end, related.place, related.heading)
  }

  init(_ words: AnsweredQuestion.Words) {
    self.init(words.quote, words.sentence, words.start, words.end, words.place, words.heading)
  }

  private init(
    _ quote: String, _ sentence: String, _ start: LineIndex.Position, _ end: LineIndex.Position, _ place: Place?,
    _ heading: String?
  ) {
    self.quote = quote
    self.sentence = sentence
    self.start = start
    self.end = end
    self.place = place
    self.heading = heading
  }

  /// The sentence in quotation marks, cut to about `limit` characters around the quote; printable.
  func quoted(limit: Int, in texts: any Texts) -> String {
    texts.quoted(Excerpt.around(quote, in: sentence, limit: limit).printable)
  }

  /// "lines 3–4", "page 2, line 14, under “Sharing”".
  func place(in texts: any Texts) -> String {
    if let place { return PlaceText.long(place, heading: heading, in: texts) }
    return end.line > start.line ? texts.lines(start.line, end.line) : texts.line(start.line)
  }

  /// The same without the heading.
  func shortPlace(in texts: any Texts) -> String { place.map { PlaceText.short($0, in: texts) } ?? place(in: texts) }
}
