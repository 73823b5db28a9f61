/// Lines that are on many pages at one place: headers, footers, page numbers. They are no part of any sentence.
enum RunningLines {
  /// Parts of the page where running lines stand.
  private static let headEnd: Float = 0.22
  private static let footStart: Float = 0.8
  /// Lines of text that may stand between a page's edge and a running line.
  private static let mostOthers = 2

  private struct Key: Hashable {
    var text: [UInt8]
    /// The place on the page, in coarse steps.
    var place: Int
  }

  /// Takes the running lines out of `pages`, and gives each of them once: a page's foot may hold a clause.
  ///
  /// What heads the first page stays there. Page numbers go.
  static func remove(from pages: inout [PrintedPage], _ bytes: Bytes) -> [PrintedPage] {
    let counts = counts(pages, bytes)
    let fewest = max(2, Int((Float(pages.count) * 0.4).rounded(.up)))
    var known: Set<[UInt8]> = []
    var kept: [PrintedPage] = []
    for index in pages.indices {
      let page = pages[index]
      var removed: Set<Int> = []
      var heads: Set<Int> = []
      var extra = page
      extra.lines = []
      for order in [Array(page.lines.indices), page.lines.indices.reversed()] {
        var others = 0
        for at in order where !removed.contains(at) && !heads.contains(at) {
          let line = page.lines[at]
          guard let place = place(line, page), others <= mostOthers else { break }
          let text = words(line, bytes)
          if isPageNumber(text), isAtEdge(line, page) {
            removed.insert(at)
          } else if (-1...1).reduce(0, { $0 + (counts[Key(text: text, place: place + $1)] ?? 0) }) < fewest {
            others += 1
          } else {
            let isNew = known.insert(text).inserted
            if isNew, index == 0, line.box.middle < headEnd * page.height {
              heads.insert(at)
              continue
            }
            removed.insert(at)
            if isNew { extra.lines.append(line) }
          }
        }
      }
      pages[index].lines = page.lines.indices.filter { !removed.contains($0) }.map { page.lines[$0] }
      if !extra.lines.isEmpty { kept.append(extra) }
    }
    return kept
  }

  /// The size that most words have.
  static func bodySize(_ pages: [PrintedPage]) -> Float {
    var counts: [Int: Int] = [:]
    for page in pages {
      for line in page.lines { counts[Int(line.size * 4), default: 0] += line.words.count }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Float(most?.key ?? 40) / 4
  }

  private static func counts(_ pages: [PrintedPage], _ bytes: Bytes) -> [Key: Int] {
    guard pages.count > 1 else { return [:] }
    var counts: [Key: Int] = [:]
    for page in pages {
      var keys: Set<Key> = []
      for line in page.lines {
        if let place = place(line, page) { keys.insert(Key(text: words(line, bytes), place: place)) }
      }
      for key in keys { counts[key, default: 0] += 1 }
    }
    return counts
  }

  /// The place of a line that may be a running one: in steps of about a line's height.
  private static func place(_ line: PageLine, _ page: PrintedPage) -> Int? {
    let part = line.box.middle / max(1, page.height)
    return part <= headEnd || part >= footStart ? Int(part * 80) : nil
  }

  private static func isAtEdge(_ line: PageLine, _ page: PrintedPage) -> Bool {
    let part = line.box.middle / max(1, page.height)
    return part < 0.1 || part > 0.88
  }

  /// The line's words in lower case, every number as `#`.
  private static func words(_ line: PageLine, _ bytes: Bytes) -> [UInt8] {
    var text: [UInt8] = []
    for word in line.words {
      if !text.isEmpty { text.append(0x20) }
      for at in word.text.start..<word.text.end {
        let byte = Bytes.lowered(bytes[at])
        if !Bytes.isDigit(byte) { text.append(byte) } else if text.last != 0x23 { text.append(0x23) }
      }
    }
    return text
  }

  /// "Page 2 of 6", "- 2 -", "2/6".
  private static func isPageNumber(_ text: [UInt8]) -> Bool {
    guard text.contains(0x23), text.count <= 24 else { return false }
    let letters = text.filter { Bytes.isLetter($0) || $0 >= 0x80 }
    let rest = text.filter { !Bytes.isLetter($0) && $0 < 0x80 && $0 != 0x23 && $0 != 0x20 }
    guard rest.allSatisfy({ [0x2D, 0x2F, 0x7C, 0x2E].contains($0) }), rest.count <= 2 else { return false }
    let names = [
      "", "page", "pageof", "of", "p", "pg", "pgof", "página", "páginade", "pagina", "paginade", "pág", "de",
    ]
    return names.contains { Array($0.utf8) == letters }
  }
}
