import Language
import Readers
import SourceText

/// A remark to this program, with the parts of the document that it can be about.
public struct Directive: Sendable {
  /// What it says, behind `consentlint:`.
  public var text: String
  /// As a finding's.
  public var start: LineIndex.Position
  public var end: LineIndex.Position
  public var place: Place?
  /// The bytes of its sentence or block, in which findings begin that it is about; empty if there is none.
  public var sentence: TextRange
  /// The bytes from it to the end of its section.
  public var section: TextRange
}

/// Finds out what each remark of a document is about.
struct DirectivePlacer {
  /// More remarks than any form has are not followed: each is compared with each finding.
  static let most = 2000

  private let read: ReadResult
  private let lines: LineIndex
  private let blocks: [TextRange]
  private let sentences: [TextRange]

  init(_ read: ReadResult, _ sentences: Sentences, lines: LineIndex) {
    self.read = read
    self.lines = lines
    blocks = read.text.blocks.map { read.text.map.origin(of: $0.range) }
    self.sentences = sentences.sentences.map { read.text.map.origin(of: sentences.range(of: $0)) }
  }

  static func directives(of read: ReadResult, _ sentences: Sentences, lines: LineIndex) -> [Directive] {
    guard !read.remarks.isEmpty else { return [] }
    let placer = DirectivePlacer(read, sentences, lines: lines)
    return read.remarks.prefix(most).map(placer.directive)
  }

  private func directive(for remark: Remark) -> Directive {
    let next = blocks.firstIndex { $0.end > remark.origin.start } ?? blocks.count
    return Directive(
      text: remark.text, start: lines.position(of: remark.origin.start), end: lines.position(of: remark.origin.end),
      place: blocks.indices.contains(next) ? read.text.place(ofBlock: next) : nil,
      sentence: sentence(of: remark, next: next), section: section(of: remark, next: next))
  }

  /// - Parameter next: the first block that ends behind the remark's start.
  private func sentence(of remark: Remark, next: Int) -> TextRange {
    let none = TextRange(start: remark.origin.end, end: remark.origin.end)
    let nextBlock = blocks.indices.contains(next) ? blocks[next] : none
    if remark.bond == .words {
      let about = sentences.filter { $0.overlaps(remark.origin) }
      if let first = about.first, let last = about.last { return TextRange(start: first.start, end: last.end) }
    }
    // Inside of a block: the sentence around it, or else the next one.
    if nextBlock.start < remark.origin.start {
      return sentences.first { $0.end > remark.origin.start && $0.start < nextBlock.end } ?? nextBlock
    }
    if isBehindWords(remark, previous: next - 1) {
      return sentences.last { $0.end <= remark.origin.start } ?? none
    }
    return nextBlock
  }

  /// True if the remark ends the block before it.
  private func isBehindWords(_ remark: Remark, previous: Int) -> Bool {
    guard blocks.indices.contains(previous) else { return false }
    switch remark.bond {
    case .behindWords, .words: return true
    case .betweenBlocks: return false
    case .line:
      return lines.position(of: blocks[previous].end).line == lines.position(of: remark.origin.start).line
    }
  }

  /// From the remark to the next heading that does not belong to its section. A remark right before a heading, between
  /// blocks, speaks of the section that begins there.
  private func section(of remark: Remark, next: Int) -> TextRange {
    var level = Int.max
    var from = next
    if blocks.indices.contains(next), let own = headingLevel(next), blocks[next].start >= remark.origin.end {
      level = own
      from = next + 1
    } else if let above = (0..<min(next, blocks.count)).last(where: { headingLevel($0) != nil }) {
      level = headingLevel(above) ?? level
    }
    let end = blocks.indices.dropFirst(from).first { headingLevel($0).map { $0 <= level } ?? false }
    let stop = end.map { blocks[$0].start } ?? max(blocks.last?.end ?? 0, remark.origin.end)
    return TextRange(start: remark.origin.start, end: max(remark.origin.start, stop))
  }

  private func headingLevel(_ block: Int) -> Int? {
    if case .heading(let level) = read.text.blocks[block].kind { level } else { nil }
  }
}
