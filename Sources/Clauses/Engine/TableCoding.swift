import Language

/// The tables as text that a source file can hold, so that the built-in rules are not compiled at each start.
///
/// Numbers stand one after the other, 5 bits a character from "0" on, the highest of the 6 bits for "more follows".
/// Hash tables are written as their sorted entries and are filled anew when read.
extension MatcherTables {
  private static let version: UInt64 = 4

  /// The text form. The same tables give the same text.
  func encoded() -> String {
    var writer = NumberWriter()
    writer.write(Self.version)
    encodeRows(into: &writer)
    encodeWords(into: &writer)
    encodePhrases(into: &writer)
    writer.write(programs.count)
    for program in programs {
      for number in [program.firstSet, program.anchor, program.second] { writer.write(Int(number)) }
      for number in [Int(program.start), Int(program.count)] {
        writer.write(number)
      }
      writer.write(Int(program.requiredCount))
      for number in [Int(program.owner.rule), Int(program.owner.index), Int(program.owner.role.rawValue)] {
        writer.write(number)
      }
    }
    writer.write(instructions.count)
    for instruction in instructions {
      for number in [Int(instruction.operation.rawValue), Int(instruction.a), Int(instruction.b)] {
        writer.write(number)
      }
    }
    writer.write(requiredSets) { UInt64($0) }
    writer.write(captureNames.count)
    for name in captureNames { writer.write(Array(name.utf8)) { UInt64($0) } }
    writer.write(cueSets) { UInt64($0) }
    return writer.text
  }

  /// Reads the text form; nil if it is not one.
  init?(decoding text: UnsafeBufferPointer<UInt8>) {
    var reader = NumberReader(text)
    guard reader.number() == Self.version else { return nil }
    self.init()
    decodeRows(from: &reader)
    decodeWords(from: &reader)
    decodePhrases(from: &reader)
    var required = 0
    programs = reader.repeated { reader in
      let (first, anchor, second) = (reader.number(), reader.number(), reader.number())
      let (start, count) = (reader.number(), reader.number())
      let requiredCount = UInt8(truncatingIfNeeded: reader.number())
      let (rule, index, role) = (reader.number(), reader.number(), reader.number())
      defer { required += Int(requiredCount) }
      return Program(
        start: UInt32(truncatingIfNeeded: start), count: UInt16(truncatingIfNeeded: count),
        firstSet: UInt16(truncatingIfNeeded: first), anchor: UInt16(truncatingIfNeeded: anchor),
        second: UInt16(truncatingIfNeeded: second),
        required: UInt16(truncatingIfNeeded: required), requiredCount: requiredCount,
        owner: PatternOwner(
          rule: UInt16(truncatingIfNeeded: rule), index: UInt16(truncatingIfNeeded: index),
          role: role == 0 ? .find : .unless))
    }
    instructions = reader.repeated { reader in
      let (operation, a, b) = (reader.number(), reader.number(), reader.number())
      return Instruction(
        operation: Instruction.Operation(rawValue: UInt8(truncatingIfNeeded: operation)) ?? .accept,
        a: UInt16(truncatingIfNeeded: a), b: UInt8(truncatingIfNeeded: b))
    }
    requiredSets = reader.list { UInt16(truncatingIfNeeded: $0) }
    captureNames = reader.repeated { reader in
      String(decoding: reader.list { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
    cueSets = reader.list { UInt16(truncatingIfNeeded: $0) }
    guard reader.isSound else { return nil }
  }

  // MARK: Rows

  /// Rows are thin: the distances between their bits are written.
  private func encodeRows(into writer: inout NumberWriter) {
    writer.write(rowWords)
    let starts = Array(stride(from: 0, to: rows.count, by: max(1, rowWords)))
    writer.write(starts.count)
    for start in starts {
      let bits = (0..<(rowWords * 64)).filter { rows[start + $0 / 64] & (1 << UInt64($0 % 64)) != 0 }
      writer.write(zip(bits, [0] + bits)) { UInt64($0 - $1) }
    }
  }

  private mutating func decodeRows(from reader: inout NumberReader) {
    rowWords = reader.count()
    let count = reader.count()
    rows = [UInt64](repeating: 0, count: rowWords * count)
    for row in 0..<count {
      var bit = 0
      for _ in 0..<reader.count() {
        bit += Int(truncatingIfNeeded: reader.number() & 0xFFFF)
        guard bit < rowWords * 64 else { continue }
        rows[row * rowWords + bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
  }

  // MARK: Words

  /// Words in the order of their keys.
  private func encodeWords(into writer: inout NumberWriter) {
    writer.write(wordKeys.count)
    var last: UInt64 = 0
    for (key, facts) in zip(wordKeys, wordFacts) {
      writer.write(key - last)
      last = key
      writer.write(UInt64(facts.flags))
      for number in [facts.row, facts.phraseClass, facts.firstState] { writer.write(UInt64(number)) }
    }
  }

  private mutating func decodeWords(from reader: inout NumberReader) {
    let count = reader.count()
    var key: UInt64 = 0
    wordKeys.reserveCapacity(count)
    wordFacts.reserveCapacity(count)
    for _ in 0..<count {
      key &+= reader.number()
      var facts = WordFacts()
      facts.flags = UInt8(truncatingIfNeeded: reader.number())
      facts.row = UInt32(truncatingIfNeeded: reader.number())
      facts.phraseClass = UInt32(truncatingIfNeeded: reader.number())
      facts.firstState = UInt32(truncatingIfNeeded: reader.number())
      wordKeys.append(key)
      wordFacts.append(facts)
    }
  }

  // MARK: Phrases

  private func encodePhrases(into writer: inout NumberWriter) {
    writer.write(phraseKeys.filter { $0 != 0 }.count)
    for place in phraseKeys.indices where phraseKeys[place] != 0 {
      writer.write(phraseKeys[place])
      writer.write(UInt64(phraseStates[place]))
    }
    writer.write(phraseRows) { UInt64($0) }
  }

  private mutating func decodePhrases(from reader: inout NumberReader) {
    let count = reader.count()
    var table = OpenTable(count: count)
    for _ in 0..<count {
      let key = reader.number()
      table.insert(key, UInt32(truncatingIfNeeded: reader.number()))
    }
    phraseKeys = table.keys
    phraseStates = table.values
    phraseRows = reader.list { UInt32(truncatingIfNeeded: $0) }
  }
}

/// Writes numbers as text.
private struct NumberWriter {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ number: UInt64) {
    var rest = number
    repeat {
      let low = UInt8(rest & 0x1F)
      rest >>= 5
      bytes.append(0x30 + (rest == 0 ? low : low | 0x20))
    } while rest != 0
  }

  mutating func write(_ number: Int) {
    write(UInt64(number))
  }

  mutating func write<Elements: Sequence>(_ elements: Elements, _ number: (Elements.Element) -> UInt64) {
    let numbers = elements.map(number)
    write(numbers.count)
    for number in numbers { write(number) }
  }
}

/// Reads numbers from text. Past the end everything is 0, and `isSound` says so.
private struct NumberReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var isSound = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  @inline(__always)
  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 65 {
      let digit = bytes[at] &- 0x30
      at &+= 1
      value |= UInt64(digit & 0x1F) &<< shift
      if digit & 0x20 == 0 { return value }
      shift &+= 5
    }
    isSound = false
    return 0
  }

  /// A count of things that follow; no more than there are characters left.
  mutating func count() -> Int {
    let value = number()
    guard value <= UInt64(bytes.count - at) else {
      isSound = false
      return 0
    }
    return Int(value)
  }

  mutating func list<Element>(_ element: (UInt64) -> Element) -> [Element] {
    repeated { element($0.number()) }
  }

  mutating func repeated<Element>(_ element: (inout NumberReader) -> Element) -> [Element] {
    let count = count()
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(element(&self)) }
    return result
  }
}
