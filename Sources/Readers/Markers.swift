import SourceText

/// What stands before a list item: a bullet, a number, a letter, a box.
struct Marker: Equatable {
  enum Kind: Equatable {
    case bullet(UInt32)
    case box
    case number, decimal, lowerLetter, upperLetter, lowerRoman, upperRoman
    /// The item has no marker: it was taken for one by where it stands.
    case none
  }

  enum Style: Equatable { case bare, dot, parenthesis, parentheses }

  var kind: Kind
  var style: Style
  /// 1 for "1.", "a)" and "i."; 0 for kinds without order.
  var ordinal: Int
  var checkBox: Block.CheckBox?
  /// Where the words begin.
  var end: Int

  /// True for numbers and letters.
  var isOrdered: Bool { ordinal > 0 }

  /// True if both are of one list's kind.
  func isLike(_ other: Marker) -> Bool {
    kind == other.kind && style == other.style
  }
}

/// Finds markers. It remembers the last letters, since "i." is a letter after "h." and one in Roman otherwise.
struct MarkerReader {
  /// What came before a line, as far as it makes a marker less likely.
  struct Context {
    /// The line goes on from a full line above it that ends no sentence.
    var isInsideSentence = false
    /// The line stands after a line that ends with a colon, or after a bullet.
    var isInList = false
  }

  private var last: [(kind: Marker.Kind, style: Marker.Style, ordinal: Int)] = []

  /// The marker at the start of `line`, boxes behind it included; nil if there is none.
  mutating func read(_ bytes: Bytes, _ line: TextRange, indent: Int, _ context: Context) -> Marker? {
    if let box = CheckBoxes.leading(bytes, at: line.start, lineEnd: line.end) {
      return withBoxes(
        Marker(kind: .box, style: .bare, ordinal: 0, checkBox: box.state, end: box.end), bytes, line)
    }
    guard
      let marker = bullet(bytes, line, indent: indent, context) ?? ordered(bytes, line, context)
    else { return nil }
    if marker.isOrdered { remember(marker) }
    return withBoxes(marker, bytes, line)
  }

  /// Takes the spaces and boxes after a marker into it.
  private func withBoxes(_ marker: Marker, _ bytes: Bytes, _ line: TextRange) -> Marker {
    var marker = marker
    while true {
      while marker.end < line.end, Bytes.isSpace(bytes[marker.end]) { marker.end += 1 }
      guard marker.end < line.end, let box = CheckBoxes.leading(bytes, at: marker.end, lineEnd: line.end) else {
        return marker
      }
      if marker.checkBox != .checked { marker.checkBox = box.state }
      marker.end = box.end
    }
  }

  private func bullet(_ bytes: Bytes, _ line: TextRange, indent: Int, _ context: Context) -> Marker? {
    guard let scalar = bytes.scalar(at: line.start) else { return nil }
    let end = line.start + UTF8.width(scalar)
    var word = end
    while word < line.end, bytes[word] == 0x20 || bytes[word] == 0x09 { word += 1 }
    let isParted = word > end
    let isLower = bytes.letterCase(at: word) == .lower
    let isBullet: Bool
    switch scalar.value {
    // Signs that are nothing but bullets, those of symbol fonts included.
    case 0x2022, 0x25CF, 0x25CB, 0x25AA, 0x25AB, 0x2023, 0x25E6, 0x2043, 0x25B8, 0x25BA, 0x25C6, 0x25B6, 0x27A2, 0x2756,
      0xF0B7, 0xF0A7, 0xF0D8, 0xF076:
      isBullet = true
    case 0xB7: isBullet = isParted || bytes.letterCase(at: word) == .upper
    // Signs that text uses too.
    case 0x2A, 0x2B, 0x2D, 0x2013, 0x2014:
      isBullet =
        isParted && word < line.end && bytes[word] != UInt8(truncatingIfNeeded: scalar.value)
        && !(context.isInsideSentence && isLower)
    case 0xA7: isBullet = isParted && !Bytes.isDigit(bytes[word])
    // "o" is a word in Spanish and Italian.
    case 0x6F: isBullet = isParted && (!isLower || context.isInList) && (!isLower || indent > 0) && word < line.end
    default: isBullet = false
    }
    guard isBullet else { return nil }
    return Marker(kind: .bullet(scalar.value), style: .bare, ordinal: 0, checkBox: nil, end: end)
  }

  private func ordered(_ bytes: Bytes, _ line: TextRange, _ context: Context) -> Marker? {
    let opens = bytes[line.start] == 0x28
    let start = opens ? line.start + 1 : line.start
    var at = start
    let isNumber = Bytes.isDigit(bytes[at])
    if isNumber {
      while Bytes.isDigit(bytes[at]) { at += 1 }
    } else {
      while Bytes.isLetter(bytes[at]), at - start < 6 { at += 1 }
    }
    guard at > start, at - start <= (isNumber ? 3 : 5) else { return nil }
    let label = TextRange(start: start, end: at)
    if isNumber, bytes[at] == 0x2E, Bytes.isDigit(bytes[at + 1]), !opens { return decimal(bytes, line, at) }

    let style: Marker.Style
    switch (opens, bytes[at]) {
    case (true, 0x29): style = .parentheses
    case (false, 0x29): style = .parenthesis
    case (false, 0x2E): style = .dot
    default: return nil
    }
    let end = at + 1
    let isParted = end >= line.end || Bytes.isSpace(bytes[end])
    let candidates = isNumber ? [(Marker.Kind.number, number(bytes, label))] : letters(bytes, label)
    for (kind, ordinal) in candidates where ordinal > 0 {
      let isNext = last.contains { $0.kind == kind && $0.style == style && $0.ordinal + 1 == ordinal }
      // "18." in the middle of a sentence, "J. Smith" and "e. coli" are no markers; "B." after "A." is one.
      if !isNext, ordinal != 1, context.isInsideSentence || (!isNumber && style == .dot) { continue }
      if !isParted {
        guard isNumber, isNext || ordinal == 1, bytes.letterCase(at: end) == .upper else { continue }
      }
      return Marker(kind: kind, style: style, ordinal: ordinal, checkBox: nil, end: end)
    }
    return nil
  }

  /// "1.2 Uses", "3.4.1. Uses": the words must begin with a capital, or it is a quantity.
  private func decimal(_ bytes: Bytes, _ line: TextRange, _ dot: Int) -> Marker? {
    var at = dot
    while bytes[at] == 0x2E, Bytes.isDigit(bytes[at + 1]) {
      at += 1
      while Bytes.isDigit(bytes[at]) { at += 1 }
    }
    if bytes[at] == 0x2E || bytes[at] == 0x29 { at += 1 }
    guard at < line.end, Bytes.isSpace(bytes[at]) else { return nil }
    var word = at
    while word < line.end, Bytes.isSpace(bytes[word]) { word += 1 }
    guard bytes.letterCase(at: word) == .upper else { return nil }
    return Marker(kind: .decimal, style: .dot, ordinal: 0, checkBox: nil, end: at)
  }

  private func number(_ bytes: Bytes, _ label: TextRange) -> Int {
    var value = 0
    for offset in label.start..<label.end { value = value * 10 + Int(bytes[offset] & 0x0F) }
    return value
  }

  /// What a label of letters may stand for, the likelier first.
  private func letters(_ bytes: Bytes, _ label: TextRange) -> [(Marker.Kind, Int)] {
    let isUpper = Bytes.isUpper(bytes[label.start])
    var roman = 0
    var previous = 0
    for offset in label.start..<label.end {
      guard Bytes.isUpper(bytes[offset]) == isUpper else { return [] }
      let value: Int
      switch bytes[offset] | 0x20 {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      default: value = 1000
      }
      roman += value > previous && previous > 0 ? value - 2 * previous : value
      previous = value
    }
    let romanKind = isUpper ? Marker.Kind.upperRoman : .lowerRoman
    let letterKind = isUpper ? Marker.Kind.upperLetter : .lowerLetter
    let isRoman = roman > 0 && roman < 40
    guard label.length == 1 else { return isRoman ? [(romanKind, roman)] : [] }
    let letter = Int(bytes[label.start] | 0x20) - 0x60
    guard isRoman else { return [(letterKind, letter)] }
    let goesOn = last.contains { $0.kind == letterKind && $0.ordinal + 1 == letter }
    return goesOn ? [(letterKind, letter)] : [(romanKind, roman), (letterKind, letter)]
  }

  private mutating func remember(_ marker: Marker) {
    last.removeAll { $0.kind == marker.kind && $0.style == marker.style }
    last.append((marker.kind, marker.style, marker.ordinal))
  }
}
