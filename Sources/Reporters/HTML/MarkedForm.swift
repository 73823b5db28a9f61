import SourceText

/// The whole form with its marks: what overlaps is cut into pieces, so that no element crosses another.
struct MarkedForm {
  let text: Text
  /// In the order of the text; of two that begin together, the longer one first.
  private let marks: [FormMark]
  /// What links back say: number 1 is the first.
  private let points: [PagePoints.Point]
  private let texts: any Texts

  init(_ text: Text, marks: [FormMark], points: [PagePoints.Point], texts: any Texts) {
    self.text = text
    self.marks = marks.sorted { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
    self.points = points
    self.texts = texts
  }

  /// Writes the blocks. Headings begin at level 3 and skip no level.
  func write(to html: inout HTMLWriter) {
    var isInList = false
    var level = 2
    var next = 0
    var end = 0
    for block in text.blocks {
      // Marks ascend by their start: those that ended before this block are done with.
      while next < marks.count, marks[next].range.end <= block.range.start { next += 1 }
      let isItem = if case .listItem = block.kind { true } else { false }
      if isItem != isInList { isItem ? html.open("ul") : html.close("ul") }
      isInList = isItem
      let lead = lead(of: block, after: end)
      end = block.range.end
      let (name, attributes) = element(of: block, level: &level)
      html.block(name, attributes) { html in
        if let box = block.checkBox {
          let isTicked = box == .checked
          html.inline(
            "span", ["role": "img", "aria-label": isTicked ? texts.tickedBox : texts.emptyBox], isTicked ? "☑" : "☐")
          html.write(" ")
        } else if let lead {
          html.write(lead + " ")
        }
        write(block.range, marks: marks[next...].prefix { $0.range.start < block.range.end }, to: &html)
      }
    }
    if isInList { html.close("ul") }
  }

  private func element(of block: Block, level: inout Int) -> (String, KeyValuePairs<String, String>) {
    switch block.kind {
    case .heading(let own):
      level = min(own + 2, level + 1, 6)
      return ("h\(level)", [:])
    case .paragraph: return ("p", [:])
    case .listItem(let depth): return ("li", ["class": "d\(min(depth, 3))"])
    case .tableRow: return ("p", ["class": "row"])
    }
  }

  /// The bullet or number of a list item, which stands between `end` and the block on its line.
  private func lead(of block: Block, after end: Int) -> String? {
    guard case .listItem = block.kind else { return nil }
    let between = text.string(in: TextRange(start: end, end: max(end, block.range.start)))
    let line = between.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || words.count > 8 ? "•" : words
  }

  /// Writes the words in `range`, cut where a mark begins or ends.
  private func write(_ range: TextRange, marks: ArraySlice<FormMark>, to html: inout HTMLWriter) {
    var cuts: Set<Int> = [range.start, range.end]
    for mark in marks {
      cuts.insert(characterStart(max(range.start, mark.range.start)))
      cuts.insert(characterStart(min(range.end, mark.range.end)))
    }
    let places = cuts.sorted()
    for (start, end) in zip(places, places.dropFirst()) {
      let piece = TextRange(start: start, end: end)
      let active = marks.filter { $0.range.overlaps(piece) }
      write(piece, active, to: &html)
      writeLinksBack(from: active.filter { characterStart($0.range.end) <= end }, to: &html)
    }
  }

  private func write(_ piece: TextRange, _ active: [FormMark], to html: inout HTMLWriter) {
    let words = text.string(in: piece).split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " | ")
    guard let look = active.map(\.look).min(by: { $0.weight < $1.weight }) else { return html.write(words) }
    for mark in active where characterStart(mark.range.start) == piece.start {
      html.inline("span", ["id": mark.id]) { _ in }
    }
    if look == .plain {
      html.inline("mark", [:], words)
    } else {
      html.inline("mark", ["class": look.rawValue], words)
    }
  }

  private func writeLinksBack(from ended: [FormMark], to html: inout HTMLWriter) {
    for number in Set(ended.flatMap(\.points)).sorted() {
      let label = texts.backLink(number, title: points[number - 1].title)
      html.inline("a", ["class": "back", "href": "#p\(number)", "aria-label": label], "\(number)")
    }
  }

  /// The nearest start of a code point at or before `offset`.
  private func characterStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

extension FormMark.Look {
  /// The look that shows where several marks overlap has the smallest weight.
  fileprivate var weight: Int {
    switch self {
    case .risk: 0
    case .choice: 1
    case .promise: 2
    case .plain: 3
    }
  }
}
