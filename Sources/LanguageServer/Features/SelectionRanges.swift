import Analysis
import SourceText

/// What a selection grows to: clause, sentence, block, section, document.
struct SelectionRanges {
  let view: DocumentView

  func json(at offset: Int) -> JSON {
    var ranges = view.findings(touching: TextRange(start: offset, end: offset)).map(\.range)
    if let sentence = view.document.sentence(at: offset) { ranges.append(sentence.range) }
    let blocks = view.document.blocks
    ranges += blocks.map(\.range).filter { holds($0, offset) }
    ranges += sections(Section.all(in: blocks), offset)
    ranges.append(TextRange(start: 0, end: view.buffer.bytes.count))
    // Each must lie in the next; what only overlaps is left out.
    var result: JSON?
    var chain: [TextRange] = []
    for range in ranges.sorted(by: { ($0.length, $0.start) < ($1.length, $1.start) }) {
      guard let last = chain.last else {
        chain.append(range)
        continue
      }
      if range != last, range.contains(last) { chain.append(range) }
    }
    for range in chain.reversed() { result = ["range": view.json(range), "parent": result] }
    return result ?? ["range": view.json(TextRange(start: offset, end: offset))]
  }

  private func holds(_ range: TextRange, _ offset: Int) -> Bool { range.start <= offset && offset <= range.end }

  private func sections(_ sections: [Section], _ offset: Int) -> [TextRange] {
    sections.filter { holds($0.range, offset) }.flatMap { [$0.range] + self.sections($0.children, offset) }
  }
}
