/// Lines that stand one under the other at the usual distance: a paragraph, a list, a cell.
struct PageStack {
  var lines: [PageLine]
  /// Where its full lines end.
  var edge: Float = 0
  /// The space between two lines of one paragraph.
  var space: Float = 0
  /// Where it stands for a list: choices side by side are at the left edge of the first.
  var left: Float = 0
  /// Where what stands beside it begins: a line that goes further does not belong to it.
  var limit = Float.infinity

  /// True if some row has lines of both.
  func isBeside(_ other: PageStack) -> Bool {
    guard let first = lines.first, let last = lines.last, let top = other.lines.first, let end = other.lines.last else {
      return false
    }
    return first.row <= end.row && top.row <= last.row
  }
}

/// Puts a region's lines together: pieces of one line first, then lines under each other.
enum PageStacks {
  /// The stacks of `region` by rows: what stands further up comes first, on one row the left one.
  static func stacks(_ region: PageRegion, _ bytes: Bytes) -> [PageStack] {
    let lines = joined(region.lines, bytes)
    var stacks: [PageStack] = []
    let space = usualSpace(lines)
    /// Indices of stacks that may still grow.
    var open: [Int] = []
    for (index, line) in lines.enumerated() {
      open.removeAll { line.box.top - (stacks[$0].lines.last?.box.bottom ?? 0) > 8 * line.size }
      let above = open.filter { isUnder(line, stacks[$0].lines, space) }
      let beside = neighbours(lines, index)
      var limit = Float.infinity
      for other in beside where other.box.left >= line.box.right { limit = min(limit, other.box.left) }
      if above.count == 1, let stack = above.first, let last = stacks[stack].lines.last,
        line.box.right <= stacks[stack].limit, !beside.contains(where: { $0.box.shared(last.box) > 0 })
      {
        stacks[stack].lines.append(line)
        stacks[stack].limit = min(stacks[stack].limit, limit)
      } else {
        open.append(stacks.count)
        stacks.append(PageStack(lines: [line], left: line.box.left, limit: limit))
      }
    }
    let right = region.box.right
    for index in stacks.indices {
      stacks[index].edge = edge(stacks[index].lines, bytes, region: region.box, right: right)
      stacks[index].space = self.space(stacks[index].lines, usual: space)
    }
    stacks.sort {
      guard let a = $0.lines.first, let b = $1.lines.first else { return false }
      return (a.row, a.box.left) < (b.row, b.box.left)
    }
    alignChoices(&stacks, bytes)
    return stacks
  }

  /// Gives choices that stand side by side one left edge: they are of one list, not each under the one before.
  private static func alignChoices(_ stacks: inout [PageStack], _ bytes: Bytes) {
    // Few stacks stand beside one; without a limit a hostile page costs the square of its size.
    let reach = 40
    for index in stacks.indices {
      guard let first = stacks[index].lines.first else { continue }
      let kind = kind(of: first, bytes)
      guard kind != .other else { continue }
      for other in stacks[max(0, index - reach)..<index] {
        guard let beside = other.lines.first(where: { $0.row >= first.row }) ?? other.lines.last else { continue }
        guard beside.row <= first.row + 1, other.isBeside(stacks[index]), self.kind(of: beside, bytes) == kind else {
          continue
        }
        let left = beside.box.left + other.left - (other.lines.first?.box.left ?? other.left)
        stacks[index].left = min(stacks[index].left, left)
      }
    }
  }

  private enum Kind { case box, words, other }

  /// What a line begins with. Numbers say themselves where they belong.
  private static func kind(of line: PageLine, _ bytes: Bytes) -> Kind {
    guard let word = line.words.first?.text else { return .other }
    if CheckBoxes.leading(bytes, at: word.start, lineEnd: word.end) != nil { return .box }
    return bytes.letterCase(at: word.start) == .upper && word.length > 1 ? .words : .other
  }

  /// A stack of some lines has an edge of its own, if it is not much narrower than the region.
  private static func edge(_ lines: [PageLine], _ bytes: Bytes, region: PageBox, right: Float) -> Float {
    let own = lines.reduce(0) { max($0, $1.box.right) }
    let left = lines.reduce(right) { min($0, $1.box.left) }
    guard lines.count >= 4, own - left >= 0.5 * region.width else { return right }
    // Lines that all begin with a capital are a list: the longest says nothing about the others.
    let isProse = lines.dropFirst().contains { line in
      line.words.first.map { bytes.letterCase(at: $0.text.start) == .lower } ?? false
    }
    return isProse ? own : right
  }

  /// The lower quarter: the space between paragraphs is larger.
  private static func space(_ lines: [PageLine], usual: Float) -> Float {
    let spaces = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }.sorted()
    guard let size = lines.first?.size, spaces.count >= 3 else { return usual * (lines.first?.size ?? 0) }
    return min(spaces[spaces.count / 4], max(usual, 0.4) * size)
  }

  /// The pieces of each row that belong together, as one line.
  private static func joined(_ pieces: [PageLine], _ bytes: Bytes) -> [PageLine] {
    var lines: [PageLine] = []
    for piece in pieces {
      guard let last = lines.last, last.row == piece.row, piece.box.left >= last.box.left else {
        lines.append(piece)
        continue
      }
      let gap = piece.box.left - last.box.right
      let size = max(last.size, piece.size)
      if (gap <= 0.8 * size && !beginsWithBox(piece, bytes)) || (gap <= 4 * size && isMarker(last, bytes)) {
        lines[lines.count - 1] = last.joined(piece)
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  /// True for a bullet, a box or a number that waits for its words.
  private static func isMarker(_ line: PageLine, _ bytes: Bytes) -> Bool {
    guard line.words.count == 1, let word = line.words.first?.text, word.length <= 6 else { return false }
    var reader = MarkerReader()
    if let marker = reader.read(bytes, word, indent: 0, MarkerReader.Context()) { return marker.end >= word.end }
    // "D." and "iv)" are markers where they stand alone, whatever came before.
    let last = bytes[word.end - 1]
    if last == 0x2E || last == 0x29 { return word.length <= 5 }
    return bytes.letterCase(at: word.start) == .none && word.length <= 3
  }

  /// A box begins a new choice.
  private static func beginsWithBox(_ line: PageLine, _ bytes: Bytes) -> Bool {
    guard let word = line.words.first?.text, bytes[word.start] >= 0x80 else { return false }
    return CheckBoxes.leading(bytes, at: word.start, lineEnd: word.end) != nil
  }

  /// Other lines on the row of the line at `index`.
  private static func neighbours(_ lines: [PageLine], _ index: Int) -> [PageLine] {
    var result: [PageLine] = []
    var at = index - 1
    while at >= 0, lines[at].row == lines[index].row {
      result.append(lines[at])
      at -= 1
    }
    at = index + 1
    while at < lines.count, lines[at].row == lines[index].row {
      result.append(lines[at])
      at += 1
    }
    return result
  }

  /// The space between the lines of most paragraphs, in parts of their size.
  private static func usualSpace(_ lines: [PageLine]) -> Float {
    let spaces = zip(lines, lines.dropFirst()).compactMap { above, below -> Float? in
      guard above.row != below.row, above.words.count >= 4, above.box.shared(below.box) > 0 else { return nil }
      return (below.box.top - above.box.bottom) / max(1, above.size)
    }
    // Of single-spaced text the space is about 0, of double-spaced text a whole line.
    return min(PageMeasure.median(spaces) ?? 0, 1.4)
  }

  private static func isUnder(_ line: PageLine, _ stack: [PageLine], _ space: Float) -> Bool {
    guard let last = stack.last, last.row < line.row else { return false }
    let size = min(last.size, line.size)
    guard line.box.top - last.box.bottom <= max(0.45, 1.25 * space + 0.1) * size else { return false }
    return last.box.shared(line.box) >= 0.3 * min(last.box.width, line.box.width)
  }
}
