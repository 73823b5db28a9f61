import Language
import SourceText
import Testing

/// Lines that are titles though they look like sentences.
@Suite struct TitleLineTests {
  /// The sentences of paragraphs and, where a line begins with "- ", items.
  private func headings(_ lines: [String]) -> [Bool] {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for line in lines {
      let isItem = line.hasPrefix("- ")
      let start = bytes.count
      bytes += Array((isItem ? String(line.dropFirst(2)) : line).utf8) + [0x0A]
      blocks.append(
        Block(kind: isItem ? .listItem(depth: 1) : .paragraph, range: TextRange(start: start, end: bytes.count - 1)))
    }
    let text = Text(bytes: bytes, blocks: blocks, map: .identity(length: bytes.count))
    return Segmenter(.english).sentences(of: text).sentences.map { $0.traits.contains(.heading) }
  }

  @Test func aLineOverSentencesIsATitle() {
    #expect(headings(["Ask us to limit what we share", "- You can ask us not to share some facts"]) == [true, false])
    #expect(headings(["Do research", "We can use your facts for health research."]) == [true, false])
  }

  @Test func otherLinesAreNone() {
    // A clause, a lead-in, a line to fill in, a row, a label, a line over words that say nothing by themselves, a
    // sentence.
    #expect(headings(["We share scans with vendors", "You can say no."]) == [false, false])
    #expect(headings(["Share my scans with:", "- The vendor below"]) == [false, false])
    #expect(headings(["Release of scans to ____", "You can say no."]) == [false, false])
    #expect(headings(["Recordings | kept for ever", "You can say no."]) == [false, false])
    #expect(headings(["End date: none", "You can say no."]) == [false, false])
    #expect(headings(["Release of scans to the vendor", "- chest images"]) == [false, false])
    #expect(headings(["Release of scans to the vendor.", "You can say no."]) == [false, false])
  }
}
