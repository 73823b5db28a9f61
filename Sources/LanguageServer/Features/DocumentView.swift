import Analysis
import SourceText

/// A document as one request sees it: text, report, and the client's way of counting.
struct DocumentView {
  let document: OpenDocument
  /// As the document's project wants it.
  let report: DocumentReport
  let encoding: PositionEncoding

  var buffer: TextBuffer { document.buffer }

  func json(_ range: TextRange) -> JSON { document.json(range, encoding) }

  /// The offset of a position in a message.
  func offset(_ json: JSON?) throws(ResponseError) -> Int {
    guard let position = LSPPosition(json) else { throw .invalidParams("no position") }
    return buffer.offset(of: position, encoding)
  }

  /// The offsets of a range in a message.
  func range(_ json: JSON?) throws(ResponseError) -> TextRange {
    let (first, last) = (try offset(json?["start"]), try offset(json?["end"]))
    return TextRange(start: min(first, last), end: max(first, last))
  }

  /// The findings that have a place in the text, with it.
  var placed: [(finding: Finding, range: TextRange)] {
    report.findings.filter { $0.place == nil }.map {
      ($0, TextRange(start: $0.start.byte, end: max($0.start.byte, $0.end.byte)))
    }
  }

  /// The findings that touch `range`, each with its place there; of a contradiction either half counts.
  func findings(touching range: TextRange) -> [(finding: Finding, range: TextRange)] {
    placed.compactMap { finding, own in
      let others = finding.kind == .conflict ? finding.related.filter { $0.place == nil }.map(\.range) : []
      let place = ([own] + others).first { $0.start <= range.end && range.start <= $0.end }
      return place.map { (finding, $0) }
    }
  }
}
