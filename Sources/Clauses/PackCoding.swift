/// Rule packs as one text that is read at start without YAML: what the rule compiler puts into the program.
///
/// The text is a row of fields, each `<value>` or `<bytes> <text>` and a line feed: numbers are decimal,
/// texts come with their length in UTF-8 bytes. Lists begin with their count. The same packs always give
/// the same text.
public enum PackCoding {
  /// First field. The number changes with the form.
  fileprivate static let header = "consentlint-pack 3"

  /// - Returns: the packs as one text.
  public static func encode(_ packs: [RulePack]) -> String {
    var writer = PackWriter()
    writer.write(header)
    writer.write(packs) { writer, pack in
      writer.write(pack.language)
      writer.write(pack.lexicon) { writer, item in
        writer.write(item.name)
        writer.write(item.entries) { $0.write($1) }
      }
      writer.write(pack.rules) { $0.write($1) }
      writer.write(pack.kinds) { writer, kind in
        writer.write(kind.id)
        writer.write(kind.title)
        writer.write(kind.cueText)
      }
      writer.write(pack.questions) { $0.write($1) }
    }
    return writer.text
  }

  /// Reads what `encode` wrote. Never traps, whatever the bytes are.
  /// - Parameter bytes: UTF-8; read only during the call.
  public static func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackCodingError) -> [RulePack] {
    var reader = PackReader(bytes: bytes)
    guard try reader.text() == header else { throw PackCodingError(offset: 0) }
    let packs = try reader.list { reader throws(PackCodingError) in
      RulePack(
        language: try reader.text(),
        lexicon: try reader.list { reader throws(PackCodingError) in
          LexiconClass(
            name: try reader.text(), entries: try reader.list { reader throws(PackCodingError) in try reader.text() })
        },
        rules: try reader.list { reader throws(PackCodingError) in try reader.rule() },
        kinds: try reader.list { reader throws(PackCodingError) in
          DocumentKind(id: try reader.text(), title: try reader.text(), cueText: try reader.text())
        },
        questions: try reader.list { reader throws(PackCodingError) in try reader.question() })
    }
    guard reader.isAtEnd else { throw reader.fault }
    return packs
  }
}

/// The text is no pack of this version, or is damaged.
public struct PackCodingError: Error, Sendable, Equatable {
  /// Where reading stopped, in bytes.
  public var offset: Int
}

extension RulePack {
  /// The order in which the fields are written.
  fileprivate init(
    language: String, lexicon: [LexiconClass], rules: [Rule], kinds: [DocumentKind], questions: [Question]
  ) {
    self.init(language: language, rules: rules, lexicon: lexicon, kinds: kinds, questions: questions)
  }
}

private struct PackWriter {
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

  /// None is written as the empty text: no such field may be empty.
  mutating func write(_ stance: Stance?) {
    write(stance?.rawValue ?? "")
  }

  mutating func write(_ rule: Rule) {
    write(rule.id)
    write(rule.title)
    write(rule.effect.rawValue)
    write(rule.level.rawValue)
    // Dictionaries in the order of their keys: their own order differs from run to run.
    write(rule.levels.sorted { $0.key < $1.key }) { writer, level in
      writer.write(level.key)
      writer.write(level.value.rawValue)
    }
    write(rule.since)
    write(rule.stance)
    write(rule.polarity.rawValue)
    write(rule.find) { writer, find in
      writer.write(find.stance)
      writer.write(find.pattern)
    }
    write(rule.unless) { $0.write($1) }
    write(rule.yields) { $0.write($1) }
    write(rule.weighsConditions ? "true" : "false")
    write(rule.messages.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, message in
      writer.write(message.key)
      writer.write(message.value)
    }
    write(rule.why)
    write(rule.ask)
    write(rule.see) { writer, citation in
      writer.write(citation.cite)
      writer.write([citation.url, citation.read].map { $0.map { [$0] } ?? [] }) { writer, optional in
        writer.write(optional) { $0.write($1) }
      }
    }
    write(rule.maps.sorted { $0.key < $1.key }) { writer, name in
      writer.write(name.key)
      writer.write(name.value)
    }
    write(rule.flags) { writer, example in
      writer.write(example.stance)
      writer.write(example.sentence)
    }
    write(rule.passes) { $0.write($1) }
  }

  mutating func write(_ question: Question) {
    write(question.id)
    write(String(question.order))
    write(question.title)
    write(question.parts) { writer, part in
      writer.write(part.about)
      for sources in [part.says, part.touches] {
        writer.write(sources) { writer, source in
          writer.write(source.rule)
          writer.write(source.stances) { $0.write($1) }
        }
      }
      for cues in [part.cues, part.hints] {
        writer.write(cues) { writer, cue in
          writer.write(cue.language)
          writer.write(cue.phrase)
        }
      }
      writer.write(part.but)
    }
    write(question.ask)
  }
}

private struct PackReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }
  var fault: PackCodingError { PackCodingError(offset: position) }

  /// A number and the byte behind it. Refuses numbers above the count of bytes left: neither a length nor a
  /// count can be larger, and so a damaged number never makes a huge array.
  private mutating func number(before separator: UInt8) throws(PackCodingError) -> Int {
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

  mutating func text() throws(PackCodingError) -> String {
    let count = try number(before: UInt8(ascii: " "))
    guard count < bytes.count - position, bytes[position + count] == UInt8(ascii: "\n") else { throw fault }
    defer { position += count + 1 }
    if count == 0 { return "" }
    // Bytes that are no UTF-8 would be replaced. `String(validating:)` refuses them, but it is not specialised
    // in the standard library's binary and takes half of the time of reading a pack.
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count)]), as: UTF8.self)
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

  private mutating func word<Word: RawRepresentable<String>>() throws(PackCodingError) -> Word {
    guard let word = Word(rawValue: try text()) else { throw fault }
    return word
  }

  private mutating func stance() throws(PackCodingError) -> Stance? {
    let name = try text()
    if name.isEmpty { return nil }
    guard let stance = Stance(rawValue: name) else { throw fault }
    return stance
  }

  mutating func rule() throws(PackCodingError) -> Rule {
    Rule(
      id: try text(), title: try text(), effect: try word(), level: try word(), levels: try levels(),
      since: try text(), stance: try word(), polarity: try word(),
      find: try list { reader throws(PackCodingError) in
        let stance = try reader.stance()
        return Rule.Find(pattern: try reader.text(), stance: stance)
      },
      unless: try list { reader throws(PackCodingError) in try reader.text() },
      yields: try list { reader throws(PackCodingError) in try reader.text() },
      weighsConditions: try text() == "true",
      messages: try dictionary { reader throws(PackCodingError) in try reader.word() },
      why: try text(), ask: try text(),
      see: try list { reader throws(PackCodingError) in try reader.citation() },
      maps: try dictionary { reader throws(PackCodingError) in try reader.text() },
      flags: try list { reader throws(PackCodingError) in
        let stance = try reader.stance()
        return Rule.Example(sentence: try reader.text(), stance: stance)
      },
      passes: try list { reader throws(PackCodingError) in try reader.text() })
  }

  mutating func question() throws(PackCodingError) -> Question {
    let id = try text()
    // As text: a number could be larger than the count of bytes left.
    guard let order = Int(try text()) else { throw fault }
    return Question(
      id: id, order: order, title: try text(),
      parts: try list { reader throws(PackCodingError) in try reader.part() },
      ask: try text())
  }

  private mutating func part() throws(PackCodingError) -> Question.Part {
    let about = try text()
    let (says, touches) = (try sources(), try sources())
    let (cues, hints) = (try self.cues(), try self.cues())
    return Question.Part(about: about, says: says, cues: cues, touches: touches, hints: hints, but: try text())
  }

  private mutating func cues() throws(PackCodingError) -> [Question.Cue] {
    try list { reader throws(PackCodingError) in
      Question.Cue(language: try reader.text(), phrase: try reader.text())
    }
  }

  private mutating func sources() throws(PackCodingError) -> [Question.Source] {
    try list { reader throws(PackCodingError) in
      Question.Source(
        rule: try reader.text(), stances: try reader.list { reader throws(PackCodingError) in try reader.word() })
    }
  }

  private mutating func levels() throws(PackCodingError) -> [String: Rule.Level] {
    let names = try dictionary { reader throws(PackCodingError) in try reader.text() }
    var levels: [String: Rule.Level] = [:]
    for (kind, name) in names {
      guard let level = Rule.Level(rawValue: name) else { throw fault }
      levels[kind] = level
    }
    return levels
  }

  private mutating func citation() throws(PackCodingError) -> Rule.Citation {
    let cite = try text()
    let optionals = try list { reader throws(PackCodingError) in
      try reader.list { reader throws(PackCodingError) in try reader.text() }.first
    }
    guard optionals.count == 2 else { throw fault }
    return Rule.Citation(cite: cite, url: optionals[0], read: optionals[1])
  }

  private mutating func dictionary<Key: Hashable>(
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
}
