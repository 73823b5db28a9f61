import SourceText

/// Boxes of symbol fonts that came out as other signs: "£ By mail", "h Laboratory results".
enum BoxSigns {
  /// Signs that are boxes of Wingdings where a capital follows.
  private static let signs: [[UInt8]] = [Array("£".utf8), Array("¨".utf8)]
  /// Letters that are boxes of one symbol font or another. Not "a", "e", "o" and "y", which are words.
  private static let letters = Set("hqrnpmlsctxg".utf8)
  /// Letters that are filled signs there: bullets, if they stand alone before their line.
  private static let bullets = Set("nluv".utf8)
  /// A letter counts if it stands before so many lines.
  private static let fewest = 3

  /// Puts a box in the place of such signs.
  static func replace(in printed: inout PrintedPages) {
    let letters = usedLetters(printed)
    let bullets = loneLetters(printed)
    for page in printed.pages.indices {
      for line in printed.pages[page].lines.indices {
        if printed.pages[page].lines[line].words.count == 1 {
          let word = printed.pages[page].lines[line].words[0].text
          if word.length == 1, bullets.contains(printed.bytes[word.start]) {
            printed.pages[page].lines[line].words[0].text = printed.addBullet()
            continue
          }
        }
        for index in printed.pages[page].lines[line].words.indices {
          if let text = boxed(index, of: printed.pages[page].lines[line], letters, in: &printed.bytes) {
            printed.pages[page].lines[line].words[index].text = text
          }
        }
      }
    }
  }

  /// The text of the word at `index` with a box for the sign that it begins with; nil if it begins with none.
  private static func boxed(_ index: Int, of line: PageLine, _ letters: Set<UInt8>, in bytes: inout [UInt8])
    -> TextRange?
  {
    let word = line.words[index].text
    let first = bytes[word.start]
    var end = 0
    var state: Block.CheckBox? = .unchecked
    if first == 0xEE || first == 0xEF {
      guard let found = symbol(word, isAlone: index == 0 && line.words.count > 1, bytes) else { return nil }
      (end, state) = (found.end, found.state)
    } else {
      let isSign = word.length == 2 && signs.contains(Array(bytes[word.start..<word.end]))
      guard isSign || (word.length == 1 && letters.contains(first)) else { return nil }
      // A box alone may belong to the words in the next piece of the line.
      let isLast = index + 1 == line.words.count
      guard isLast ? index == 0 : isCapital(line.words[index + 1], bytes) else { return nil }
      end = word.end
    }
    guard let state else { return TextRange(start: bytes.count, end: addBullet(&bytes)) }
    let start = bytes.count
    bytes += Array((state == .checked ? "☑" : "☐").utf8)
    bytes += Array(bytes[end..<word.end])
    return TextRange(start: start, end: bytes.count)
  }

  /// The box that `word` begins with, in the fonts' own code points (U+F000 and up); without state for a bullet.
  private static func symbol(
    _ word: TextRange, isAlone: Bool, _ bytes: [UInt8]
  ) -> (end: Int, state: Block.CheckBox?)? {
    bytes.withUnsafeBufferPointer { buffer in
      let view = Bytes(buffer)
      if let found = CheckBoxes.leading(view, at: word.start, lineEnd: word.end) { return (found.end, found.state) }
      guard let scalar = view.scalar(at: word.start), (0xE000...0xF8FF).contains(scalar.value) else { return nil }
      let end = word.start + UTF8.width(scalar)
      if [0xF072, 0xF0A3].contains(scalar.value) { return (end, .unchecked) }
      return isAlone && end == word.end ? (end, nil) : nil
    }
  }

  private static func addBullet(_ bytes: inout [UInt8]) -> Int {
    bytes += Array("•".utf8)
    return bytes.count
  }

  private static func usedLetters(_ printed: PrintedPages) -> Set<UInt8> {
    var counts: [UInt8: Int] = [:]
    for page in printed.pages {
      for line in page.lines where line.words.count > 1 {
        let first = line.words[0].text
        guard first.length == 1, letters.contains(printed.bytes[first.start]) else { continue }
        if isCapital(line.words[1], printed.bytes) { counts[printed.bytes[first.start], default: 0] += 1 }
      }
    }
    return Set(counts.filter { $0.value >= fewest }.keys)
  }

  /// Letters that stand alone at one left edge of a page, several times: no text does that.
  private static func loneLetters(_ printed: PrintedPages) -> Set<UInt8> {
    struct Place: Hashable {
      var letter: UInt8
      var page: Int
      var left: Int
    }
    var counts: [Place: Int] = [:]
    for page in printed.pages {
      for line in page.lines where line.words.count == 1 && line.words[0].text.length == 1 {
        let letter = printed.bytes[line.words[0].text.start]
        guard bullets.contains(letter) else { continue }
        counts[Place(letter: letter, page: page.number, left: Int(line.box.left.rounded())), default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= fewest }.keys.map(\.letter))
  }

  private static func isCapital(_ word: PageWord, _ bytes: [UInt8]) -> Bool {
    Bytes.isUpper(bytes[word.text.start])
  }
}
