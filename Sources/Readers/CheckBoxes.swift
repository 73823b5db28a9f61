import SourceText

/// Boxes to tick, as signs, as brackets or as a short line to initial.
enum CheckBoxes {
  struct Found: Equatable {
    var state: Block.CheckBox
    /// End of the box, without the spaces after it.
    var end: Int
  }

  /// The box that begins at `at`, where a line or a list item begins.
  static func leading(_ bytes: Bytes, at: Int, lineEnd: Int) -> Found? {
    if let sign = sign(bytes, at: at) { return sign }
    switch bytes[at] {
    case 0x5B: return bracketed(bytes, at: at, close: 0x5D)
    case 0x28: return round(bytes, at: at)
    case 0x5F: return initialLine(bytes, at: at, lineEnd: lineEnd)
    default: return nil
    }
  }

  /// The box that begins at `at` inside of a line: fewer signs count there.
  static func inner(_ bytes: Bytes, at: Int) -> Found? {
    if bytes[at] == 0x5B {
      // "text in brackets [ ], which ..." speaks of brackets.
      guard Bytes.isSpace(bytes[at - 1]), let found = bracketed(bytes, at: at, close: 0x5D) else { return nil }
      let next = bytes[found.end]
      return next == 0 || Bytes.isSpace(next) || Bytes.isLetter(next) || next >= 0x80 ? found : nil
    }
    guard bytes[at] == 0xE2, let found = sign(bytes, at: at) else { return nil }
    let isTick = bytes[at + 1] == 0x9C || (bytes[at + 1] == 0x96 && bytes[at + 2] == 0xA0)
    return isTick ? nil : found
  }

  private static func sign(_ bytes: Bytes, at: Int) -> Found? {
    guard bytes[at] >= 0xC2, let scalar = bytes.scalar(at: at) else { return nil }
    let end = at + UTF8.width(scalar)
    switch scalar.value {
    // Ballot box, white square, shadowed squares, and the box signs of symbol fonts.
    case 0x2610, 0x25A1, 0x274F...0x2752, 0x2B1C, 0x25FB, 0xF06F, 0xF071, 0xF0A8:
      return Found(state: .unchecked, end: end)
    case 0x2611, 0x2612, 0x25A0, 0x2713...0x2716, 0x2705, 0x25FC, 0xF0FC, 0xF0FE, 0xF0FD:
      return Found(state: .checked, end: end)
    // A box of a symbol font that came out as a letter of another font: only before words.
    case 0xA8, 0xA3:
      let next = bytes[end] == 0x20 ? end + 1 : end
      return next > end && bytes.letterCase(at: next) == .upper ? Found(state: .unchecked, end: end) : nil
    default: return nil
    }
  }

  private static func bracketed(_ bytes: Bytes, at: Int, close: UInt8) -> Found? {
    var next = at + 1
    var state = Block.CheckBox.unchecked
    while next - at <= 4, bytes[next] == 0x20 || bytes[next] == 0x5F { next += 1 }
    if bytes[next] | 0x20 == 0x78 {
      (state, next) = (.checked, next + 1)
    } else if let tick = sign(bytes, at: next), tick.state == .checked {
      (state, next) = (.checked, tick.end)
    }
    while next - at <= 8, bytes[next] == 0x20 || bytes[next] == 0x5F { next += 1 }
    // `[x](address)` is a link.
    guard bytes[next] == close, bytes[next + 1] != 0x28 else { return nil }
    return Found(state: state, end: next + 1)
  }

  /// `( )` and `(X)`; a small `(x)` is a Roman ten.
  private static func round(_ bytes: Bytes, at: Int) -> Found? {
    guard let found = bracketed(bytes, at: at, close: 0x29) else { return nil }
    if found.state == .checked, found.end == at + 3, bytes[at + 1] == 0x78 { return nil }
    return found.end > at + 2 ? found : nil
  }

  /// `____ I agree`: a short line to initial, with what is agreed to after it.
  private static func initialLine(_ bytes: Bytes, at: Int, lineEnd: Int) -> Found? {
    var next = at
    var state = Block.CheckBox.unchecked
    while bytes[next] == 0x5F { next += 1 }
    let lead = next - at
    if lead >= 1, bytes[next] | 0x20 == 0x78, bytes[next + 1] == 0x5F {
      (state, next) = (.checked, next + 1)
      while bytes[next] == 0x5F { next += 1 }
    }
    guard next - at >= 2, next - at <= 15, next < lineEnd else { return nil }
    var word = next
    while word < lineEnd, bytes[word] == 0x20 { word += 1 }
    if bytes.matches("(initial", at: word) {
      // "____ (initials) I agree": the remark belongs to the line.
      let close = bytes.first(0x29, from: word, to: min(lineEnd, word + 24))
      return close + 1 < lineEnd ? Found(state: state, end: close + 1) : nil
    }
    guard bytes.letterCase(at: word) != .none else { return nil }
    let labels: [StaticString] = [
      "signature", "sign", "signed", "date", "initial", "name", "print", "witness", "time", "firma", "fecha", "nombre",
    ]
    return labels.contains { bytes.matches($0, at: word) } ? nil : Found(state: state, end: next)
  }
}
