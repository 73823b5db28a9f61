/// Writes the fields of a pack's text; see `PackCoding`.
struct PackWriter {
  var text = ""

  mutating func write(_ number: Int) {
    text += "\(number)\n"
  }

  mutating func write(_ string: String) {
    text += "\(string.utf8.count) \(string)\n"
  }

  mutating func write<Item>(_ items: [Item], _ body: (inout PackWriter, Item) -> Void) {
    write(items.count)
    for item in items { body(&self, item) }
  }

  mutating func write(_ texts: [String]) {
    write(texts) { $0.write($1) }
  }

  /// None is written as the empty text: no such field may be empty.
  mutating func write(_ stance: Stance?) {
    write(stance?.rawValue ?? "")
  }

  /// In the order of the keys: a dictionary's own order differs from run to run.
  mutating func write<Key: RawRepresentable<String>>(_ texts: [Key: String]) {
    write(texts.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, text in
      writer.write(text.key.rawValue)
      writer.write(text.value)
    }
  }

  mutating func write(_ texts: [String: String]) {
    write(texts.sorted { $0.key < $1.key }) { writer, text in
      writer.write(text.key)
      writer.write(text.value)
    }
  }

  mutating func write(_ levels: [String: Rule.Level]) {
    write(levels.mapValues(\.rawValue))
  }

  mutating func write(_ citations: [Rule.Citation]) {
    write(citations) { writer, citation in
      writer.write(citation.cite)
      writer.write([citation.url, citation.read].map { $0.map { [$0] } ?? [] }) { $0.write($1) }
    }
  }
}

/// Reads the fields of a pack's text; see `PackCoding`. Never traps, whatever the bytes are.
struct PackReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// What is read of the pack: texts that are not needed are passed over and come out empty.
  let content: PackContent
  private(set) var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>, content: PackContent) {
    self.bytes = bytes
    self.content = content
  }

  var isAtEnd: Bool { position == bytes.count }
  var fault: PackCodingError { PackCodingError(offset: position) }

  /// A number and the byte behind it. Refuses numbers above the count of bytes left: neither a length nor a
  /// count can be larger, and so a damaged number never makes a huge array.
  mutating func number(before separator: UInt8) throws(PackCodingError) -> Int {
    var value = 0
    let start = position
    while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit <= 9 {
      value = value * 10 + Int(digit)
      position += 1
      guard value <= bytes.count - position else { throw fault }
    }
    guard position > start, position < bytes.count, bytes[position] == separator else { throw fault }
    position += 1
    return value
  }

  /// A text that only authors of rules need: a pattern, an example, a word of the lexicon.
  mutating func authorsText() throws(PackCodingError) -> String {
    if content == .all { return try text() }
    _ = try textBytes()
    return ""
  }

  mutating func text() throws(PackCodingError) -> String {
    let text = try textBytes()
    if text.isEmpty { return "" }
    // Bytes that are no UTF-8 would be replaced. `String(validating:)` refuses them, but it is not specialised
    // in the standard library's binary and takes half of the time of reading a pack.
    return String(decoding: UnsafeBufferPointer(rebasing: text), as: UTF8.self)
  }

  private mutating func textBytes() throws(PackCodingError) -> UnsafeBufferPointer<UInt8>.SubSequence {
    let count = try number(before: UInt8(ascii: " "))
    guard count < bytes.count - position, bytes[position + count] == UInt8(ascii: "\n") else { throw fault }
    defer { position += count + 1 }
    return bytes[position..<(position + count)]
  }

  mutating func list<Item>(
    _ item: (inout PackReader) throws(PackCodingError) -> Item
  ) throws(PackCodingError) -> [Item] {
    let count = try number(before: UInt8(ascii: "\n"))
    var items: [Item] = []
    items.reserveCapacity(min(count, 1024))
    for _ in 0..<count { items.append(try item(&self)) }
    return items
  }

  mutating func word<Word: RawRepresentable<String>>() throws(PackCodingError) -> Word {
    guard let word = Word(rawValue: try text()) else { throw fault }
    return word
  }

  mutating func stance() throws(PackCodingError) -> Stance? {
    let name = try text()
    if name.isEmpty { return nil }
    guard let stance = Stance(rawValue: name) else { throw fault }
    return stance
  }

  mutating func texts() throws(PackCodingError) -> [String] {
    try list { reader throws(PackCodingError) in try reader.text() }
  }

  mutating func authorsTexts() throws(PackCodingError) -> [String] {
    try list { reader throws(PackCodingError) in try reader.authorsText() }
  }

  mutating func dictionary<Key: Hashable>(
    _ key: (inout PackReader) throws(PackCodingError) -> Key
  ) throws(PackCodingError) -> [Key: String] {
    let count = try number(before: UInt8(ascii: "\n"))
    var result: [Key: String] = [:]
    for _ in 0..<count {
      let name = try key(&self)
      result[name] = try text()
    }
    return result
  }

  mutating func levels() throws(PackCodingError) -> [String: Rule.Level] {
    let names = try dictionary { reader throws(PackCodingError) in try reader.text() }
    var levels: [String: Rule.Level] = [:]
    for (kind, name) in names {
      guard let level = Rule.Level(rawValue: name) else { throw fault }
      levels[kind] = level
    }
    return levels
  }

  mutating func citations() throws(PackCodingError) -> [Rule.Citation] {
    try list { reader throws(PackCodingError) in
      let cite = try reader.text()
      let optionals = try reader.list { reader throws(PackCodingError) in try reader.texts().first }
      guard optionals.count == 2 else { throw reader.fault }
      return Rule.Citation(cite: cite, url: optionals[0], read: optionals[1])
    }
  }
}
