import Analysis
import SourceText

/// Help for who writes a project's configuration: what may stand here, and what the word here means.
struct ConfigurationHelp {
  let buffer: TextBuffer
  let client: ClientAbilities
  let linter: Linter

  private var names: ConfigurationNames { ConfigurationNames(linter: linter) }

  func completion(at offset: Int) -> JSON {
    let place = YAMLPlace(buffer, at: offset)
    guard let node = ConfigurationNode.file.node(at: place.path) else { return ["isIncomplete": false, "items": []] }
    let range = range(place.word.lowerBound..<max(place.word.lowerBound, min(offset, place.word.upperBound)))
    var items: [JSON] = []
    func add(_ name: String, _ about: String, kind: Int, behind: String = "") {
      items.append([
        "label": .string(name), "kind": .integer(kind), "documentation": about.isEmpty ? nil : .string(about),
        "textEdit": ["range": range, "newText": .string(Self.quoted(name) + behind)],
      ])
    }
    // 10 = property, 12 = value.
    if place.isValue {
      for (name, about) in names.all(node.values) { add(name, about, kind: 12) }
    } else {
      for key in node.keys { add(key.name, key.node.about, kind: 10, behind: ": ") }
      for (name, about) in names.all(node.ownKeys) { add(name, about, kind: 10, behind: ": ") }
    }
    return ["isIncomplete": false, "items": .array(items)]
  }

  func hover(at offset: Int) -> JSON {
    let place = YAMLPlace(buffer, at: offset)
    let word = String(decoding: buffer.bytes[place.word], as: UTF8.self)
    guard !word.isEmpty, let text = meaning(of: word, at: place) else { return .null }
    return [
      "contents": ["kind": client.hoversInMarkdown ? "markdown" : "plaintext", "value": .string(text)],
      "range": range(place.word),
    ]
  }

  private func meaning(of word: String, at place: YAMLPlace) -> String? {
    if let rule = linter.allRules.first(where: { $0.id == word }) { return "\(rule.title). \(rule.why)" }
    let node = ConfigurationNode.file.node(at: place.path)
    if !place.isValue, let about = node?.keys.first(where: { $0.name == word })?.node.about { return about }
    let sort = place.isValue ? node?.values : node?.ownKeys
    guard let known = sort.flatMap({ names.all($0).first { $0.name == word } }) else { return nil }
    return known.about.isEmpty ? node?.about : known.about
  }

  /// What is wrong in the file, as diagnostics.
  static func diagnostics(_ faults: [ConfigurationFault], in buffer: TextBuffer, _ client: ClientAbilities) -> [UInt8] {
    let help = { (fault: ConfigurationFault) -> JSON in
      let start = Self.offset(of: fault, in: buffer)
      let word = YAMLPlace(buffer, at: start).word
      let range = start < word.upperBound ? start..<word.upperBound : start..<start
      return [
        "range": ConfigurationHelp.range(range, in: buffer, client), "severity": 1, "code": "configuration",
        "source": "consentlint", "message": .string(fault.message),
      ]
    }
    return JSON.array(faults.map(help)).bytes
  }

  /// A change to the nearest right word, for the faults that name one.
  static func corrections(_ faults: [ConfigurationFault], in buffer: TextBuffer, touching range: TextRange)
    -> [(title: String, change: TextChange)]
  {
    faults.compactMap { fault in
      let start = offset(of: fault, in: buffer)
      let word = YAMLPlace(buffer, at: start).word
      guard let mark = fault.message.firstRange(of: "did you mean `"),
        let near = fault.message[mark.upperBound...].split(separator: "`").first, !word.isEmpty,
        word.lowerBound <= range.end, range.start <= word.upperBound
      else { return nil }
      let place = TextRange(start: word.lowerBound, end: word.upperBound)
      return ("Write \(near)", TextChange(range: place, text: String(near)))
    }
  }

  private static func offset(of fault: ConfigurationFault, in buffer: TextBuffer) -> Int {
    buffer.offset(of: LSPPosition(line: fault.line - 1, character: fault.column - 1), .utf32)
  }

  private func range(_ range: Range<Int>) -> JSON { Self.range(range, in: buffer, client) }

  private static func range(_ range: Range<Int>, in buffer: TextBuffer, _ client: ClientAbilities) -> JSON {
    let ends = buffer.positions(of: range.lowerBound, to: range.upperBound, client.encoding)
    return ["start": ends.start.json, "end": ends.end.json]
  }

  /// YAML takes a star for something else.
  private static func quoted(_ name: String) -> String { name.hasPrefix("*") ? "\"\(name)\"" : name }
}
