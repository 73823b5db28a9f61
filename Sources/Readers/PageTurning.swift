import SourceText

/// Pages that were scanned or photographed on their side or upside down.
extension PrintedPage {
  /// Which way the words of the lines follow each other.
  private enum Direction {
    case right, down, left, up
  }

  /// Turns the boxes, if most words stand below, left of or above the one before.
  mutating func turnUpright() {
    let direction = direction
    guard direction != .right else { return }
    let (width, height) = (width, height)
    func turned(_ box: PageBox) -> PageBox {
      switch direction {
      case .right: box
      case .down: PageBox(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
      case .left:
        PageBox(left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top)
      case .up: PageBox(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
      }
    }
    for line in lines.indices {
      for word in lines[line].words.indices { lines[line].words[word].box = turned(lines[line].words[word].box) }
      lines[line] = PageLine(lines[line].words, box: turned(lines[line].box))
    }
    if direction != .left { (self.width, self.height) = (height, width) }
  }

  private var direction: Direction {
    var counts: [Direction: Int] = [:]
    for line in lines {
      for (a, b) in zip(line.words, line.words.dropFirst()) {
        let x = b.box.left + b.box.right - a.box.left - a.box.right
        let y = b.box.top + b.box.bottom - a.box.top - a.box.bottom
        counts[abs(x) >= abs(y) ? (x >= 0 ? .right : .left) : (y >= 0 ? .down : .up), default: 0] += 1
      }
    }
    let all = counts.values.reduce(0, +)
    return counts.first { 2 * $0.value > all }?.key ?? .right
  }
}

extension PrintedPages {
  /// Puts the first page of `other`, read from a picture, in the place of page `index`, in that page's own unit.
  mutating func replace(_ index: Int, by other: PrintedPages) {
    guard var page = other.pages.first else { return }
    let old = pages[index]
    // The longer sides: the page may have been turned.
    let factor = max(old.width, old.height) / max(1, page.width, page.height)
    let shift = bytes.count
    bytes += other.bytes
    for line in page.lines.indices {
      page.lines[line].box = page.lines[line].box.scaled(factor)
      page.lines[line].size *= factor
      for word in page.lines[line].words.indices {
        let text = page.lines[line].words[word].text
        page.lines[line].words[word].text = TextRange(start: text.start + shift, end: text.end + shift)
        page.lines[line].words[word].box = page.lines[line].words[word].box.scaled(factor)
      }
    }
    // A stamp that the page had as text is in the picture too.
    if page.wordCount < old.wordCount { return }
    page.number = old.number
    page.width *= factor
    page.height *= factor
    pages[index] = page
  }
}

extension PageBox {
  fileprivate func scaled(_ factor: Float) -> PageBox {
    PageBox(left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor)
  }
}
