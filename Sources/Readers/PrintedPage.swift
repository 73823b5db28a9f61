import SourceText

/// A box on a page: from its upper left corner, in any unit that is the same all over the page.
struct PageBox: Sendable, Equatable {
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float

  /// A place or a size from outside, so that sums with it stay small enough for whole numbers.
  static func clean(_ number: Float) -> Float {
    number.isFinite ? max(-1e6, min(1e6, number)) : 0
  }

  var width: Float { right - left }
  var height: Float { bottom - top }
  var middle: Float { (top + bottom) / 2 }

  /// The smallest box that holds both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// True if both stand on one line of print.
  func isBeside(_ other: PageBox) -> Bool {
    min(bottom, other.bottom) - max(top, other.top) >= 0.55 * min(height, other.height)
  }

  /// Width that both share.
  func shared(_ other: PageBox) -> Float {
    max(0, min(right, other.right) - max(left, other.left))
  }
}

/// A word as it is printed.
struct PageWord: Sendable, Equatable {
  /// In the bytes of the pages.
  var text: TextRange
  var box: PageBox
  /// How sure the recogniser is, 0 to 1; nil if the word was not read from a picture.
  var confidence: Float?
}

/// Words that stand side by side: a line of a paragraph, a cell, a label.
struct PageLine: Sendable, Equatable {
  var words: [PageWord]
  var box: PageBox
  /// Height of the print, to compare lines by.
  var size: Float
  /// Which line of print on its page this is, from 1 at the top.
  var row = 0

  init(_ words: [PageWord], box: PageBox? = nil) {
    self.words = words
    self.box =
      box
      ?? words.dropFirst().reduce(words.first?.box ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)) {
        $0.union($1.box)
      }
    // A raised number must not count, nor a large initial.
    size = box?.height ?? words.map(\.box.height).sorted()[words.count / 2]
  }

  /// The line with boxes no higher than its print can be: some fonts claim three times the height of their letters.
  func withPlainHeight() -> PageLine {
    let letters = words.reduce(0) { $0 + $1.text.length }
    guard letters >= 6 else { return self }
    let width = words.reduce(0) { $0 + $1.box.width } / Float(letters)
    // The letters of most fonts are half as wide as the font is high.
    let most = 4.2 * width
    guard size > most else { return self }
    let lines = words.map { word in
      var word = word
      let middle = word.box.middle
      word.box.top = max(word.box.top, middle - 1.2 * width)
      word.box.bottom = min(word.box.bottom, middle + 1.2 * width)
      return word
    }
    return PageLine(lines)
  }

  /// Both lines as one; `other` stands to the right.
  func joined(_ other: PageLine) -> PageLine {
    var line = self
    line.words += other.words
    line.box = box.union(other.box)
    if other.words.count > words.count { line.size = other.size }
    return line
  }
}

/// A page with its lines, in no order that can be relied on.
struct PrintedPage: Sendable {
  /// From 1.
  var number: Int
  var width: Float
  var height: Float
  var lines: [PageLine] = []
  /// True if the lines were read from a picture: their sizes are rough.
  var isPicture = false

  var wordCount: Int { lines.reduce(0) { $0 + $1.words.count } }

  /// Numbers the lines of print from the top; lines side by side get one number.
  mutating func numberRows() {
    lines.sort { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }
    var row = 0
    var head: PageBox?
    for index in lines.indices {
      if head.map({ !lines[index].box.isBeside($0) }) ?? true {
        row += 1
        head = lines[index].box
      }
      lines[index].row = row
    }
  }
}

/// Pages and the bytes of their words.
struct PrintedPages: Sendable {
  /// The words' text: clean UTF-8, one after the other.
  var bytes: [UInt8] = []
  var pages: [PrintedPage] = []

  /// Adds a word's text without the signs that only typesetting needs; a soft hyphen at its end stays as `softHyphen`.
  mutating func addText(_ word: UnsafeBufferPointer<UInt8>) -> TextRange {
    let start = bytes.count
    var at = 0
    while at < word.count {
      let (value, length) = UTF8Decoding.scalar(word, at: at, end: word.count)
      if value == UTF8Decoding.invalid {
        bytes.append(contentsOf: UTF8.encodedReplacementCharacter)
      } else if value == 0xAD, at + length == word.count, at > 0 {
        bytes.append(Self.softHyphen)
      } else {
        add(value, word[at..<(at + length)], isAlone: length == word.count)
      }
      at += length
    }
    return TextRange(start: start, end: bytes.count)
  }

  /// Adds a bullet.
  mutating func addBullet() -> TextRange {
    bytes += Array("•".utf8)
    return TextRange(start: bytes.count - 3, end: bytes.count)
  }

  /// Stands for a soft hyphen at the end of a word: an ASCII sign that no text holds.
  static let softHyphen: UInt8 = 0x1F

  private mutating func add(_ scalar: UInt32, _ source: Slice<UnsafeBufferPointer<UInt8>>, isAlone: Bool) {
    switch Signs.action(scalar, after: bytes.last ?? 0) {
    // A word holds no space: some fonts have one as a sign.
    case .keep: if scalar > 0x20 { bytes.append(contentsOf: source) }
    case .drop: break
    case .become(let string): if scalar > 0x20 { string.withUTF8Buffer { bytes.append(contentsOf: $0) } }
    }
  }
}
