import SourceText

/// A change to a text that keeps its source map right.
struct TextEdit {
  /// What goes, in the text before the change.
  var range: TextRange
  /// What comes in its place; empty to leave it out.
  var replacement: [UInt8] = []
}

/// A text with its source map, to be changed before it is given out.
struct EditableText {
  var bytes: [UInt8]
  var map: SourceMap

  /// Applies `edits`, which ascend and do not overlap, and moves `blocks` along. Linear in text and edits.
  mutating func apply(_ edits: [TextEdit], moving blocks: inout [Block]) {
    guard !edits.isEmpty else { return }
    var newBytes: [UInt8] = []
    newBytes.reserveCapacity(bytes.count)
    var newMap = SourceMap()
    var segment = 0
    var offsets = OffsetMover(blocks)
    var at = 0
    func keep(to end: Int) {
      guard end > at else { return }
      offsets.shift(to: end, by: newBytes.count - at)
      newBytes.append(contentsOf: bytes[at..<end])
      let range = TextRange(start: at, end: end)
      while segment < map.segments.count, map.segments[segment].text.start < end {
        let part = map.segments[segment].part(range)
        newMap.append(part.kind, textLength: part.text.length, origin: part.origin)
        guard map.segments[segment].text.end <= end else { break }
        segment += 1
      }
      at = end
    }
    for edit in edits where edit.range.start >= at && edit.range.end <= bytes.count {
      keep(to: edit.range.start)
      let start = newBytes.count
      newBytes.append(contentsOf: edit.replacement)
      newMap.append(.replaced, textLength: edit.replacement.count, origin: map.origin(of: edit.range))
      offsets.collapse(edit.range, start: start, end: newBytes.count)
      at = edit.range.end
      while segment < map.segments.count, map.segments[segment].text.end <= at { segment += 1 }
    }
    keep(to: bytes.count)
    offsets.shift(to: bytes.count + 1, by: newBytes.count - bytes.count)
    bytes = newBytes
    map = newMap
    offsets.write(to: &blocks)
  }
}

/// The starts and ends of blocks, moved in step with the text.
private struct OffsetMover {
  private var old: [Int]
  private var new: [Int] = []

  init(_ blocks: [Block]) {
    old = blocks.flatMap { [$0.range.start, $0.range.end] }
    new.reserveCapacity(old.count)
  }

  /// Moves the offsets before `end` by `distance`.
  mutating func shift(to end: Int, by distance: Int) {
    while new.count < old.count, old[new.count] < end { new.append(old[new.count] + distance) }
  }

  /// Moves the offsets in `range`, which is now `start..<end`: starts (and the range's first offset) to the front.
  mutating func collapse(_ range: TextRange, start: Int, end: Int) {
    while new.count < old.count, old[new.count] < range.end {
      new.append(new.count % 2 == 0 || old[new.count] == range.start ? start : end)
    }
  }

  func write(to blocks: inout [Block]) {
    for index in blocks.indices {
      blocks[index].range = TextRange(start: new[2 * index], end: max(new[2 * index], new[2 * index + 1]))
    }
  }
}
