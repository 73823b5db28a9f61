import Analysis
import SourceText

/// For people: the line of `LineReport`, the sentence with the words marked, what belongs to it elsewhere, and what to
/// ask.
struct FullReporter: LintReporter {
  var style: Style

  /// Bytes of a sentence that are shown; a longer one is cut around the words.
  private static let sentenceLimit = 600
  private static let margin = "    "

  mutating func report(on document: LintedDocument) -> String {
    document.report.findings.map { text(of: $0, path: document.report.path) }.joined()
  }

  private func text(of finding: Finding, path: String) -> String {
    var page = Page(style: style)
    page.line(LineReport(style: style).line(for: finding, path: path))
    if !finding.quote.isEmpty {
      let sentence = Excerpt.around(finding.quote, in: finding.sentence, limit: Self.sentenceLimit).printable
      for line in UnderlinedText.lines(sentence, marking: finding.quote.printable, width: style.width - 6) {
        page.line(style.paint(Self.margin + "| ", .faint) + line.text)
        if !line.marks.isEmpty {
          page.line(style.paint(Self.margin + "| ", .faint) + style.paint(line.marks, .choice))
        }
      }
    }
    for related in finding.related {
      let place = related.place.map { PlaceText.short($0) } ?? "line \(related.start.line)"
      let quote = Excerpt.around(related.quote, in: related.quote, limit: 200)
      page.lines("\(related.message) (\(place)): “\(quote)”", first: Self.margin + "> ")
    }
    if !finding.ask.isEmpty { page.lines("Ask: \(finding.ask)", first: Self.margin + "= ", role: .faint) }
    page.blank()
    return page.text
  }
}

/// Text in lines of a width, with a line of carets below the words that count.
enum UnderlinedText {
  struct Line: Equatable {
    var text: String
    /// Spaces and carets; empty if no word of the line counts.
    var marks: String
  }

  /// - Parameter quote: the words to mark, where they first stand in `text`.
  static func lines(_ text: String, marking quote: String, width: Int) -> [Line] {
    let marked = text.firstRange(of: quote)
    var lines: [Line] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = lineEnd(in: text, from: start, width: width)
      lines.append(line(text, start..<end, marked))
      start = text[end...].firstIndex { $0 != " " } ?? text.endIndex
    }
    return lines
  }

  /// The last space that fits, else as many characters as fit.
  private static func lineEnd(in text: String, from start: String.Index, width: Int) -> String.Index {
    var (at, columns, space) = (start, 0, String.Index?.none)
    while at < text.endIndex {
      if text[at] == " " { space = at }
      columns += text[at].columns
      if columns > width {
        if let space, space > start { return space }
        return at > start ? at : text.index(after: at)
      }
      at = text.index(after: at)
    }
    return at
  }

  private static func line(
    _ text: String, _ range: Range<String.Index>, _ marked: Range<String.Index>?
  ) -> Line {
    var marks = ""
    if let marked, marked.overlaps(range) {
      for index in text[range].indices where index < marked.upperBound {
        marks += String(repeating: index >= marked.lowerBound ? "^" : " ", count: text[index].columns)
      }
    }
    return Line(text: String(text[range]), marks: marks)
  }
}
