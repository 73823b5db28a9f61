import SourceText

/// Reading UTF-8 by hand, so that what is not valid can be counted and placed.
enum UTF8Decoding {
  /// The value that stands for an invalid sequence.
  static let invalid: UInt32 = .max

  /// The code point at `at` (< `end`) and its length; `invalid` with the length of the part to replace.
  @inline(__always)
  static func scalar(
    _ buffer: UnsafeBufferPointer<UInt8>, at: Int, end: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(buffer[at])
    if first < 0x80 { return (first, 1) }
    let need: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (need, value) = (1, first & 0x1F)
    case 0xE0...0xEF:
      (need, value) = (2, first & 0x0F)
      if first == 0xE0 { low = 0xA0 } else if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (need, value) = (3, first & 0x07)
      if first == 0xF0 { low = 0x90 } else if first == 0xF4 { high = 0x8F }
    default: return (invalid, 1)
    }
    var length = 1
    while length <= need {
      guard at + length < end else { return (invalid, length) }
      let byte = buffer[at + length]
      guard byte >= low, byte <= high else { return (invalid, length) }
      value = value << 6 | UInt32(byte & 0x3F)
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    return (value, length)
  }
}

/// One fast look over bytes that may be UTF-8: is there anything to do?
struct UTF8Scan {
  /// Valid sequences of two bytes and more.
  private(set) var multibyte = 0
  /// Invalid sequences.
  private(set) var invalid = 0
  private(set) var firstInvalid: TextRange?
  private(set) var nulls = 0
  /// Control characters that text does not use, NUL among them.
  private(set) var controls = 0
  /// True if some sign has to be undone.
  private(set) var hasSigns = false
  /// True if the bytes end inside of a sequence that has more than its first byte.
  private(set) var endsInside = false

  init(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) {
    let raw = UnsafeRawBufferPointer(buffer)
    let end = buffer.count
    var at = start
    while at < end {
      // Eight ASCII bytes without control characters need no closer look.
      while at + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let control = (word &- 0x2020_2020_2020_2020) & ~word
        let delete = (word ^ 0x7F7F_7F7F_7F7F_7F7F) &- 0x0101_0101_0101_0101
        guard (word | control | delete) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 8
      }
      let stop = min(end, at + 8)
      while at < stop {
        let byte = buffer[at]
        if byte < 0x80 {
          if byte < 0x20 || byte == 0x7F { take(control: byte) }
          at += 1
        } else {
          at = take(sequenceAt: at, in: buffer)
        }
      }
    }
  }

  /// Offset of the first byte from `start` on that is no printing ASCII character, or the end.
  @inline(__always)
  static func plainEnd(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var at = start
    while at + 8 <= buffer.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let control = (word &- 0x2020_2020_2020_2020) & ~word
      let delete = (word ^ 0x7F7F_7F7F_7F7F_7F7F) &- 0x0101_0101_0101_0101
      let found = (word | control | delete) & 0x8080_8080_8080_8080
      // A borrow can only mark bytes behind a true one: the first is right.
      if found != 0 { return at + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      at += 8
    }
    while at < buffer.count, buffer[at] >= 0x20, buffer[at] < 0x7F { at += 1 }
    return at
  }

  @inline(__always)
  private mutating func take(control byte: UInt8) {
    if byte == 0x0A || byte == 0x09 { return }
    hasSigns = true
    switch byte {
    case 0x0B, 0x0C, 0x0D: break
    case 0:
      nulls += 1
      controls += 1
    default: controls += 1
    }
  }

  @inline(__always)
  private mutating func take(sequenceAt at: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int {
    let (value, length) = UTF8Decoding.scalar(buffer, at: at, end: buffer.count)
    if value == UTF8Decoding.invalid {
      invalid += 1
      if firstInvalid == nil { firstInvalid = TextRange(start: at, end: at + length) }
      if at + length == buffer.count, length > 1 { endsInside = true }
    } else {
      multibyte += 1
      if Signs.isSuspect(value), !hasSigns {
        if case .keep = Signs.action(value, after: at > 0 ? buffer[at - 1] : 0) {} else { hasSigns = true }
      }
    }
    return at + length
  }
}
