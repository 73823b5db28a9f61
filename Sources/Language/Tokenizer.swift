import SourceText

/// Cuts bytes into tokens. One pass, no look-back, linear in the text.
struct Tokenizer {
  private let bytes: UnsafePointer<UInt8>
  private let classes: UnsafePointer<ByteClass>
  private var at: Int
  private let end: Int
  private var spaced = true

  /// A tokenizer of `range` of `bytes`, which must hold it.
  init(_ bytes: UnsafePointer<UInt8>, range: TextRange) {
    self.bytes = bytes
    classes = ByteClass.table.base
    at = range.start
    end = range.end
  }

  /// Appends the tokens of the range to `tokens`.
  mutating func run(into tokens: inout [Token]) {
    while at < end {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .space:
        at += 1
        spaced = true
        continue
      case .letter, .digit:
        word(into: &tokens)
      case .high:
        let (scalar, length) = Self.decode(bytes, at, end: end)
        if ByteClass.isLetter(scalar) {
          word(into: &tokens)
        } else {
          sign(ByteClass.kind(of: scalar), length: length, traits: ByteClass.traits(of: scalar), into: &tokens)
        }
      case .sign:
        asciiSign(byte, into: &tokens)
      }
      spaced = false
    }
  }

  // MARK: Words

  private mutating func word(into tokens: inout [Token]) {
    let start = at
    var key = WordKey()
    var hasLetter = false
    let first = bytes[at]
    var traits: Token.Traits = first &- 0x41 < 26 ? .capitalized : []
    loop: while at < end {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .letter:
        key.add(byte | 0x20)
        hasLetter = true
        at += 1
      case .digit:
        key.add(byte)
        at += 1
      case .high:
        let (scalar, length) = Self.decode(bytes, at, end: end)
        if ByteClass.isLetter(scalar) {
          if at == start, ByteClass.isUppercaseLatin1(scalar) { traits.insert(.capitalized) }
          addLetter(scalar, length: length, to: &key)
          hasLetter = true
          at += length
        } else if scalar == 0x2019, letterFollows(at + length) {
          if endsInPossessive(at + length) { break loop }
          key.add(0x27)
          at += length
        } else {
          break loop
        }
      case .sign where byte == 0x27 && hasLetter && letterFollows(at + 1):
        if endsInPossessive(at + 1) { break loop }
        key.add(0x27)
        at += 1
      case .sign where (byte == 0x2E || byte == 0x2C) && !hasLetter && digitFollows(at + 1):
        key.add(byte)
        at += 1
      default:
        break loop
      }
      if at - start > 0xFF00 { break }
    }
    let value = key.value
    skipPossessive()
    emit(
      Token(
        key: value, start: UInt32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: at - start),
        kind: hasLetter ? .word : .number, traits: traits), into: &tokens)
  }

  private func addLetter(_ scalar: UInt32, length: Int, to key: inout WordKey) {
    let folded = ByteClass.isUppercaseLatin1(scalar) ? scalar + 0x20 : scalar
    if length == 2 {
      key.add(UInt8(truncatingIfNeeded: 0xC0 | (folded >> 6)))
      key.add(UInt8(truncatingIfNeeded: 0x80 | (folded & 0x3F)))
    } else {
      for offset in 0..<length { key.add(bytes[at + offset]) }
    }
  }

  private func letterFollows(_ offset: Int) -> Bool {
    offset < end && classes[Int(bytes[offset])] == .letter
  }

  private func digitFollows(_ offset: Int) -> Bool {
    offset < end && classes[Int(bytes[offset])] == .digit
  }

  /// True if the letters at `offset` are a lone "s", as in "patient's".
  private func endsInPossessive(_ offset: Int) -> Bool {
    bytes[offset] | 0x20 == 0x73 && !letterFollows(offset + 1) && !digitFollows(offset + 1)
  }

  /// Takes "'s" into the token's range without adding it to the key.
  private mutating func skipPossessive() {
    if at + 1 < end, bytes[at] == 0x27, endsInPossessive(at + 1) {
      at += 2
    } else if at + 3 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99, endsInPossessive(at + 3) {
      at += 4
    }
  }

  // MARK: Signs

  private mutating func asciiSign(_ byte: UInt8, into tokens: inout [Token]) {
    switch byte {
    case 0x2C: sign(.comma, length: 1, into: &tokens)
    case 0x3B: sign(.semicolon, length: 1, into: &tokens)
    case 0x3A: sign(.colon, length: 1, into: &tokens)
    case 0x2E, 0x21: sign(.terminator, length: 1, into: &tokens)
    case 0x3F: sign(.terminator, length: 1, traits: .question, into: &tokens)
    case 0x28, 0x5B, 0x7B: openBracket(byte, into: &tokens)
    case 0x29, 0x5D, 0x7D: sign(.closeBracket, length: 1, into: &tokens)
    case 0x22, 0x27, 0x60: sign(.quote, length: 1, into: &tokens)
    case 0x2D: sign(.dash, length: 1, into: &tokens)
    case 0x5F:
      var length = 1
      while at + length < end, bytes[at + length] == 0x5F { length += 1 }
      sign(length > 1 ? .blank : .other, length: length, into: &tokens)
    default: sign(.other, length: 1, into: &tokens)
    }
  }

  /// "[ ]", "[x]" and "( )" are boxes to tick.
  private mutating func openBracket(_ byte: UInt8, into tokens: inout [Token]) {
    let close: UInt8 = byte == 0x28 ? 0x29 : 0x5D
    if byte != 0x7B, at + 2 < end, bytes[at + 2] == close {
      if bytes[at + 1] == 0x20 { return sign(.box, length: 3, into: &tokens) }
      if byte == 0x5B, bytes[at + 1] | 0x20 == 0x78 { return sign(.box, length: 3, traits: .ticked, into: &tokens) }
    }
    sign(.openBracket, length: 1, into: &tokens)
  }

  private mutating func sign(
    _ kind: Token.Kind, length: Int, traits: Token.Traits = [], into tokens: inout [Token]
  ) {
    emit(
      Token(
        key: 0, start: UInt32(truncatingIfNeeded: at), length: UInt16(truncatingIfNeeded: length), kind: kind,
        traits: traits), into: &tokens)
    at += length
  }

  @inline(__always)
  private func emit(_ token: Token, into tokens: inout [Token]) {
    var token = token
    if spaced { token.traits.insert(.spaced) }
    tokens.append(token)
  }

  /// The scalar at `offset` and its length; readers give valid UTF-8, and anything else is one odd byte.
  @inline(__always)
  static func decode(_ bytes: UnsafePointer<UInt8>, _ offset: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    if first >= 0xC2, first < 0xE0, offset + 1 < end {
      return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
    }
    if first >= 0xE0, first < 0xF0, offset + 2 < end {
      return ((first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F), 3)
    }
    if first >= 0xF0, first < 0xF5, offset + 3 < end {
      let high = (first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
      return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }
}
