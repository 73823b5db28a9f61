import SourceText

/// A paragraph, heading, list item or table cell as a structured format gives it, before lists are resolved.
struct FlowBlock {
  /// A place in a table: blocks of one row share `row`.
  struct Cell: Equatable {
    var row: Int
    var column: Int
  }

  /// The words, trimmed; a label that the format made ("1.") stands before it.
  var range: TextRange
  var heading: Int?
  /// Set for the first block of a list item.
  var marker: Marker?
  /// Depth in lists where the format says it; nil: find out.
  var depth: Int?
  /// Columns before the marker, or before the words; counts where `depth` is nil.
  var indent = 0
  var cell: Cell?
  var place: Place?
}

/// Collects the text of a structured document, block by block, with white space collapsed as a browser does.
///
/// Between two blocks stands one line feed, which no block holds.
struct FlowText {
  private(set) var bytes: [UInt8] = []
  /// From the text to the source that the copied ranges are in; empty if `isMapped` is false.
  private(set) var map = SourceMap()
  var blocks: [FlowBlock] = []
  /// Where the open block's words begin.
  private(set) var start = 0
  private var endsInSpace = true
  private let isMapped: Bool

  init(isMapped: Bool, capacity: Int = 0) {
    self.isMapped = isMapped
    bytes.reserveCapacity(capacity)
  }

  /// True if the open block has no words yet.
  var isBlank: Bool { isBlank(from: start) }

  /// True if there are no words from `offset` on.
  func isBlank(from offset: Int) -> Bool { bytes[offset...].allSatisfy(Bytes.isSpace) }

  // MARK: Adding text

  /// Copies `range` of `source`; a run of white space becomes one space, or none at a line's start.
  mutating func copy(_ range: TextRange, of source: UnsafeBufferPointer<UInt8>) {
    var run = range.start
    var at = range.start
    while at < range.end {
      let byte = source[at]
      guard byte <= 0x20 else {
        endsInSpace = false
        at += 1
        continue
      }
      if endsInSpace || byte != 0x20 {
        add(source, run, at)
        if !endsInSpace { put(0x20, .replaced, TextRange(start: at, end: at + 1)) }
        run = at + 1
      }
      endsInSpace = true
      at += 1
    }
    add(source, run, range.end)
  }

  /// Adds `words` that stand for `origin` of the source.
  mutating func replace(_ origin: TextRange, with words: some Sequence<UInt8>) {
    let before = bytes.count
    for byte in words {
      if byte <= 0x20 {
        if !endsInSpace { bytes.append(0x20) }
        endsInSpace = true
      } else {
        bytes.append(byte)
        endsInSpace = false
      }
    }
    if isMapped { map.append(.replaced, textLength: bytes.count - before, origin: origin) }
  }

  /// Adds words of a format whose text has no way back to the file.
  mutating func append(_ words: some Sequence<UInt8>) {
    replace(TextRange(start: 0, end: 0), with: words)
  }

  /// Puts in a box to tick, by its sign: what parts lines at boxes finds it there.
  mutating func box(_ state: Block.CheckBox, at origin: Int) {
    let sign: StaticString = state == .checked ? " \u{2612} " : " \u{2610} "
    insert(sign, at: origin)
    endsInSpace = true
  }

  /// Ends a line inside of the block.
  mutating func lineBreak(at origin: Int) {
    guard !isBlank else { return }
    put(0x0A, .inserted, TextRange(start: origin, end: origin))
    endsInSpace = true
  }

  /// Makes what comes next begin the block's words: what stands before was a label.
  mutating func endLabel() {
    start = bytes.count
    endsInSpace = true
  }

  /// Ends the block and gives its range; nil if it has no words.
  mutating func endBlock(at origin: Int) -> TextRange? {
    let range = bytes.withUnsafeBufferPointer { Bytes($0).trimmed(TextRange(start: start, end: bytes.count)) }
    if bytes.count > start || bytes.last.map({ $0 != 0x0A }) ?? false {
      put(0x0A, .inserted, TextRange(start: origin, end: origin))
    }
    start = bytes.count
    endsInSpace = true
    return range.length > 0 ? range : nil
  }

  /// Ends the block before `offset`, which is in it, and goes on from there with a new one.
  mutating func split(at offset: Int) -> TextRange? {
    let range = bytes.withUnsafeBufferPointer { Bytes($0).trimmed(TextRange(start: start, end: offset)) }
    start = offset
    return range.length > 0 ? range : nil
  }

  private mutating func add(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard end > start else { return }
    bytes.append(contentsOf: source[start..<end])
    if isMapped { map.append(.copied, textLength: end - start, origin: TextRange(start: start, end: end)) }
  }

  private mutating func put(_ byte: UInt8, _ kind: SourceMap.Kind, _ origin: TextRange) {
    bytes.append(byte)
    if isMapped { map.append(kind, textLength: 1, origin: origin) }
  }

  private mutating func insert(_ string: StaticString, at origin: Int) {
    string.withUTF8Buffer { bytes.append(contentsOf: $0) }
    guard isMapped else { return }
    map.append(.inserted, textLength: string.utf8CodeUnitCount, origin: TextRange(start: origin, end: origin))
  }
}

// MARK: - What becomes of it

extension FlowText {
  /// The finished text; its map leads to the file through `decoded`, or is the identity.
  func text(through decoded: SourceMap? = nil) -> Text {
    var bytes = bytes
    let rows = FlowRows.joined(blocks, in: &bytes)
    var places: [Place?] = []
    let resolved = bytes.withUnsafeBufferPointer { buffer in
      let made = FlowDrafts.make(Bytes(buffer), rows)
      places = made.places
      return ListStructure.resolve(Bytes(buffer), made.drafts)
    }
    let map = decoded.map { self.map.followed(by: $0) } ?? .identity(length: bytes.count)
    let hasPlaces = places.contains { $0 != nil }
    return Text(bytes: bytes, blocks: resolved, map: map, places: hasPlaces ? places : [])
  }
}

extension SourceMap {
  /// The map from this one's text to the source of `outer`, whose text is this map's source.
  func followed(by outer: SourceMap) -> SourceMap {
    var result = SourceMap()
    var index = 0
    for segment in segments {
      guard segment.kind.scale != nil else {
        // An empty range is a place between two bytes, and stays one.
        let origin = outer.origin(of: segment.origin)
        result.append(segment.kind, textLength: segment.text.length, origin: origin)
        continue
      }
      while index + 1 < outer.segments.count, outer.segments[index].text.end <= segment.origin.start { index += 1 }
      var at = index
      while at < outer.segments.count, outer.segments[at].text.start < segment.origin.end {
        let part = outer.segments[at].part(segment.origin)
        result.append(part.kind, textLength: part.text.length, origin: part.origin)
        at += 1
      }
    }
    return result
  }
}
