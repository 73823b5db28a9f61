import Analysis
import SourceText

/// What can be folded: sections, and blocks of several lines.
struct FoldingRanges {
  let view: DocumentView
  let wholeLines: Bool

  var json: JSON {
    let blocks = view.document.blocks
    var ranges = sections(Section.all(in: blocks))
    ranges += blocks.filter { $0.kind == .block }.map(\.range)
    var seen: Set<Int> = []
    return .array(
      ranges.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }.compactMap { range in
        let start = view.buffer.position(of: range.start, view.encoding)
        let end = view.buffer.position(of: range.end, view.encoding)
        // Two folds that begin in one line cannot be told apart.
        guard end.line > start.line, seen.insert(start.line).inserted else { return nil }
        return [
          "startLine": .integer(start.line), "endLine": .integer(end.line),
          "endCharacter": wholeLines ? nil : .integer(end.character), "kind": "region",
        ]
      })
  }

  private func sections(_ sections: [Section]) -> [TextRange] {
    sections.flatMap { [$0.range] + self.sections($0.children) }
  }
}
