import SourceText

/// Writes the lines of pages into one text and joins them to drafts of blocks.
///
/// What a line's end means is seen from the print: was there room for the next word, does the next line stand further
/// in, is it larger?
struct PageGrouper {
  private(set) var drafts: [Draft] = []
  /// Where each line of print begins in the text.
  private(set) var starts: [LineStart] = []
  private(set) var text: [UInt8] = []

  struct LineStart {
    var offset: Int
    var page: Int
    var row: Int
    /// Sum over the words, if they were read from a picture.
    var confidence: Float?
    var words: Int
  }

  private struct Previous {
    var line: PageLine
    var range: TextRange
    var edge: Float
    var page: Int
    var isPicture: Bool
  }

  private let pages: [UInt8]
  private let bodySize: Float
  private var markers = MarkerReader()
  private var current: Draft?
  /// Left edge and size of the current draft's first line.
  private var first: PageLine?
  private var previous: Previous?
  private var pending: (marker: Marker, indent: Int)?

  init(_ pages: [UInt8], bodySize: Float) {
    self.pages = pages
    self.bodySize = bodySize
    text.reserveCapacity(pages.count + pages.count / 4)
  }

  /// Takes the next region of `page`, in reading order.
  mutating func take(_ region: PageRegion, of page: PrintedPage) {
    let stacks = pages.withUnsafeBufferPointer { PageStacks.stacks(region, Bytes($0)) }
    let left = region.box.left
    for (index, stack) in stacks.enumerated() {
      for (lineIndex, line) in stack.lines.enumerated() {
        let relation: Relation =
          lineIndex > 0
          ? .under : index == 0 && (region.isColumn || previous?.page != page.number) ? .turned : .apart
        take(line, relation, in: stack, left: left, page: page)
      }
    }
  }

  /// How a line stands to the one before.
  private enum Relation {
    /// Just below, in one stack.
    case under
    /// At the top of the next column or page.
    case turned
    /// Somewhere else.
    case apart
  }

  /// Ends the last block: what is taken next does not go on from it.
  mutating func finish() {
    flush()
    previous = nil
    pending = nil
  }

  private mutating func take(
    _ line: PageLine, _ relation: Relation, in stack: PageStack, left: Float, page: PrintedPage
  ) {
    let gap = previous.map { relation == .under && isWideGap(line, $0.line, usual: stack.space) } ?? false
    let joinsWord = endsInSoftHyphen()
    let range = write(line, page: page, joinsWord: joinsWord)
    guard range.length > 0 else { return }
    // A stack is moved as a whole.
    let shift = stack.left - (stack.lines.first?.box.left ?? stack.left)
    let indent = Int(((line.box.left + shift - left) / max(1, 0.5 * bodySize)).rounded())
    let new = Previous(line: line, range: range, edge: stack.edge, page: page.number, isPicture: page.isPicture)
    defer { previous = new }
    if isRule(range) {
      flush()
      return
    }
    // A word that was broken at the line's end goes on, whatever the place.
    let goesOn = joinsWord || self.goesOn(new, relation: relation, hasGap: gap)
    let context = MarkerReader.Context(
      isInsideSentence: goesOn && !(previous.map { end(of: $0.range) } ?? false),
      isInList: current?.marker != nil || (current.map { isColon($0.range) } ?? false))
    if let marker = readMarker(range, indent, context, line) {
      flush()
      if marker.end >= range.end {
        pending = pending == nil ? (marker, indent) : nil
      } else {
        start(TextRange(start: marker.end, end: range.end), marker: marker, indent: indent, line)
      }
    } else if goesOn, current != nil {
      current?.range.end = range.end
      current?.isOneLine = false
    } else {
      flush()
      start(range, marker: pending?.marker, indent: pending?.indent ?? indent, line)
      pending = nil
    }
  }

  private mutating func start(_ range: TextRange, marker: Marker?, indent: Int, _ line: PageLine) {
    current = Draft(range: range, marker: marker, indent: indent)
    first = line
  }

  private mutating func flush() {
    guard var draft = current else { return }
    current = nil
    let isPicture = previous?.isPicture ?? false
    let size = first?.size ?? bodySize
    text.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      draft.range = bytes.trimmed(draft.range)
      let isNumbered = draft.marker.map { $0.isOrdered || $0.kind == .decimal } ?? false
      if draft.marker == nil || isNumbered, draft.range.length <= 160, size >= (isPicture ? 1.7 : 1.18) * bodySize,
        !BlockEnd(bytes, draft.range).isColon, bytes.letterCase(at: draft.range.start) != .lower,
        draft.range.length > 0, bytes[draft.range.end - 1] != 0x2E
      {
        // A number before large print may still be that of a list's item.
        draft.shape = isNumbered ? .title(level: 2) : .heading(level: size >= 1.6 * bodySize ? 1 : 2)
      } else if draft.isOneLine {
        draft.shape = HeadingShape.of(bytes, draft.range)
      }
      if draft.range.length > 0 { BoxSplitter.add(draft, bytes, to: &drafts) }
    }
  }
}

// MARK: - Writing

extension PageGrouper {
  private func endsInSoftHyphen() -> Bool {
    text.last == PrintedPages.softHyphen && current != nil
  }

  /// Writes the words of `line` and gives their range.
  private mutating func write(_ line: PageLine, page: PrintedPage, joinsWord: Bool) -> TextRange {
    if text.last == PrintedPages.softHyphen { text.removeLast() }
    if !text.isEmpty, !joinsWord { text.append(0x0A) }
    let start = text.count
    var confidence: Float?
    for (index, word) in line.words.enumerated() {
      if index > 0 {
        if text.last == PrintedPages.softHyphen { text.removeLast() } else { text.append(0x20) }
      }
      text.append(contentsOf: pages[word.text.start..<word.text.end])
      if let found = word.confidence { confidence = (confidence ?? 0) + found }
    }
    starts.append(
      LineStart(
        offset: start, page: page.number, row: line.row, confidence: confidence, words: line.words.count))
    let end = text.last == PrintedPages.softHyphen ? text.count - 1 : text.count
    return TextRange(start: start, end: max(start, end))
  }

  private mutating func readMarker(_ range: TextRange, _ indent: Int, _ context: MarkerReader.Context, _ line: PageLine)
    -> Marker?
  {
    var markers = markers
    let marker = text.withUnsafeBufferPointer {
      markers.read(Bytes($0), range, indent: indent, context)
    }
    // "... as stated in Section" / "1. I may ..." is no list.
    if context.isInsideSentence, let marker, marker.isOrdered, let previous, !isNext(marker, at: line) {
      let opensList = text.withUnsafeBufferPointer { buffer in
        let end = BlockEnd(Bytes(buffer), previous.range)
        return end.isColon || end.goesOn || end.pointsOn
      }
      if !opensList { return nil }
    }
    self.markers = markers
    return marker
  }
}

// MARK: - Does a line go on?

extension PageGrouper {
  /// True for "b." under "a.", one left edge for both.
  private func isNext(_ marker: Marker, at line: PageLine) -> Bool {
    guard let last = current?.marker, marker.isLike(last), marker.ordinal == last.ordinal + 1, let first else {
      return false
    }
    return abs(line.box.left - first.box.left) < 0.5 * line.size
  }

  private func end(of range: TextRange) -> Bool {
    text.withUnsafeBufferPointer { BlockEnd(Bytes($0), range).isSentenceEnd }
  }

  private func isColon(_ range: TextRange) -> Bool {
    text.withUnsafeBufferPointer { BlockEnd(Bytes($0), range).isColon }
  }

  /// A line of signs only parts what is above from what is below.
  private func isRule(_ range: TextRange) -> Bool {
    let first = text[range.start]
    guard first == 0x5F || first == 0x2D || first == 0x3D || first == 0x2E || first == 0x2A, range.length > 1 else {
      return false
    }
    return text[range.start..<range.end].allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// True if there is more space above `line` than lines of one paragraph have.
  private func isWideGap(_ line: PageLine, _ above: PageLine, usual: Float) -> Bool {
    line.box.top - above.box.bottom > usual + 0.28 * min(line.size, above.size)
  }

  private func goesOn(_ new: Previous, relation: Relation, hasGap: Bool) -> Bool {
    guard let current, let previous else { return false }
    let ratio = max(new.line.size, previous.line.size) / max(1, min(new.line.size, previous.line.size))
    let isRough = new.isPicture || previous.isPicture
    return text.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      let end = BlockEnd(bytes, previous.range)
      let letterCase = bytes.letterCase(at: new.range.start)
      // Small print in the middle of a sentence is a raised number or another font.
      if ratio > (isRough ? 1.7 : 1.14), letterCase != .lower || end.isSentenceEnd { return false }
      let isFull = previous.line.box.right + firstWordWidth(new.line) > previous.edge - 0.3 * previous.line.size
      guard relation == .under else { return joinsAcrossGap(bytes, new, end, letterCase, isFull, relation) }
      if hasGap { return letterCase == .lower && !end.isSentenceEnd && !end.isColon && !end.goesOn }
      let size = new.line.size
      let isInner = first.map { new.line.box.left > $0.box.left + 0.6 * size } ?? false
      if current.marker != nil, isInner, !end.isColon { return !isItemTitle(bytes, new, letterCase) }
      if current.marker != nil, !isInner, end.isSentenceEnd, itemHangs { return false }
      if end.isSentenceEnd, new.line.box.left > previous.line.box.left + 0.8 * size { return false }
      // The next word may have been kept together with the one behind it.
      let isAlmostFull = previous.line.box.right + firstWordWidth(new.line) > previous.edge - 4 * previous.line.size
      if letterCase == .lower {
        return isFull || !(end.isColon || end.goesOn || end.isSentenceEnd) || isAlmostFull && !current.isOneLine
      }
      if end.isColon, new.line.box.left > previous.line.box.left + 2 * size { return false }
      guard isFull else { return isTitle(previous, new) }
      if current.isOneLine, case .title(level: 1) = HeadingShape.of(bytes, previous.range) {
        return HeadingShape.of(bytes, new.range) == .title(level: 1)
      }
      return true
    }
  }

  /// True if the current item's second line stood further in than its first.
  private var itemHangs: Bool {
    guard let current, let first, let previous, !current.isOneLine else { return false }
    return previous.line.box.left > first.box.left + 0.6 * first.size
  }

  /// True if an item's first line is a title of a few words over what it says.
  private func isItemTitle(_ bytes: Bytes, _ new: Previous, _ letterCase: LetterCase) -> Bool {
    guard let current, let previous, current.isOneLine, letterCase == .upper, new.line.words.count >= 5 else {
      return false
    }
    let room = previous.edge - previous.line.box.right
    return previous.line.words.count <= 8 && room > 0.4 * (previous.edge - previous.line.box.left)
      && Bytes.isLower(bytes[previous.range.end - 1])
  }

  /// Two lines of large print are one title.
  private func isTitle(_ above: Previous, _ new: Previous) -> Bool {
    above.line.size >= 1.3 * bodySize && new.line.size >= 1.3 * bodySize && !new.isPicture
  }

  private func firstWordWidth(_ line: PageLine) -> Float {
    guard let word = line.words.first else { return 0 }
    return min(word.box.width, 12 * line.size) + 0.2 * line.size
  }

  /// True if a sentence goes on in the next column, on the next page, or under a gap.
  private func joinsAcrossGap(
    _ bytes: Bytes, _ new: Previous, _ end: BlockEnd, _ letterCase: LetterCase, _ isFull: Bool, _ relation: Relation
  ) -> Bool {
    guard let previous, !end.isSentenceEnd, !end.isColon, end.range.length > 0 else { return false }
    guard isFull, previous.line.words.count >= 3 else { return false }
    let last = bytes[end.range.end - 1]
    if letterCase == .lower { return current?.marker == nil || last == 0x2C || !end.goesOn }
    // A sentence may go on with a name: "the University of" / "Utah".
    guard relation == .turned, letterCase == .upper, current?.isOneLine == false else { return false }
    return Bytes.isLower(last) && HeadingShape.of(bytes, new.range) == .prose
  }
}
