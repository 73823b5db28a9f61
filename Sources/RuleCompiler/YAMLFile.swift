import Clauses
import ProjectConfiguration
import Yams

/// One YAML file while it is read: gives typed values and notes every fault with its place.
struct YAMLFile {
  let path: String
  let lines: [Substring]
  private let text: String
  private(set) var diagnostics: [RuleDiagnostic] = []

  init(_ file: RuleSourceFile) {
    path = file.path
    text = file.text.first == "\u{FEFF}" ? String(file.text.dropFirst()) : file.text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  mutating func report(_ message: String, at place: Place?) {
    diagnostics.append(
      RuleDiagnostic(path: path, line: place?.line ?? 1, column: place?.column ?? 1, message: message))
  }

  /// Notes a fault at a byte of a scalar's text.
  mutating func report(_ message: String, at offset: Int, in text: LocatedText) {
    report(message, at: text.place(ofUTF8Offset: offset, lines: lines))
  }

  /// The map that the file consists of; nil, with a diagnostic, where it is none.
  ///
  /// - Parameters:
  ///   - name: what to call the file.
  ///   - mayBeEmpty: nil without a diagnostic for a file with nothing in it.
  mutating func root(called name: String = "a rule file", mayBeEmpty: Bool = false) -> Node.Mapping? {
    do {
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        if !mayBeEmpty { report("the file is empty", at: nil) }
        return nil
      }
      if mayBeEmpty, isEmpty(node) { return nil }
      guard case .mapping(let mapping) = node else {
        report("\(name) must be a map, not \(kind(of: node))", at: node.place)
        return nil
      }
      return mapping
    } catch let error as YamlError {
      report(error)
    } catch {
      report("YAML: \(error)", at: nil)
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .composer(let context, let problem, let mark, _):
      report("YAML: \(context.map { "\($0.text) " } ?? "")\(problem)", at: Place(mark))
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      // The commonest slip: a pattern that begins with `@`, `&` or `|`, or text with a colon.
      let hint =
        problem.contains("start any token") || problem.contains("mapping values") || problem.contains("block")
        ? "; is a text missing its quotes?" : ""
      // What is missing at the file's end is reported on the line after it.
      let end = Place(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
      report("YAML: \(problem)\(hint)", at: mark.line > lines.count ? end : Place(mark))
    case .reader(let problem, _, _, _):
      report("YAML: \(problem)", at: firstControlCharacter())
    case .duplicatedKeysInMapping(let duplicates, let context):
      report("key `\(duplicates.joined(separator: "`, `"))` is given more than once", at: Place(context.mark))
    default:
      report("YAML: the file could not be read", at: nil)
    }
  }

  private func firstControlCharacter() -> Place? {
    for (index, line) in lines.enumerated() {
      let isAllowed: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory != .control || $0 == "\t" }
      let column = line.unicodeScalars.prefix(while: isAllowed).count
      if column < line.unicodeScalars.count { return Place(line: index + 1, column: column + 1) }
    }
    return nil
  }
}

/// The keys of a map, with the place of each.
struct Fields {
  struct Field {
    var key: Place?
    var value: Node
  }

  fileprivate var fields: [String: Field] = [:]

  subscript(key: String) -> Field? { fields[key] }
}

extension YAMLFile {
  /// The fields of a map; notes unknown, missing and empty ones.
  mutating func fields(of mapping: Node.Mapping, required: [String], optional: [String] = []) -> Fields {
    var result = Fields()
    var given: Set<String> = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        report("a key must be text, not \(kind(of: key))", at: key.place)
        continue
      }
      given.insert(scalar.string)
      if !required.contains(scalar.string), !optional.contains(scalar.string) {
        report("unknown key `\(scalar.string)`\((required + optional).hint(for: scalar.string))", at: key.place)
      } else if isEmpty(value) {
        report("`\(scalar.string)` is empty", at: key.place)
      } else {
        result.fields[scalar.string] = Fields.Field(key: key.place, value: value)
      }
    }
    for key in required where !given.contains(key) {
      report("missing key `\(key)`", at: Node.mapping(mapping).place)
    }
    return result
  }

  /// The text of a field; nil where the field is absent or, with a diagnostic, no text.
  mutating func text(_ key: String, of fields: Fields) -> LocatedText? {
    fields[key].flatMap { text(in: $0.value, called: key) }
  }

  mutating func text(in node: Node, called name: String) -> LocatedText? {
    guard case .scalar(let scalar) = node else {
      report("`\(name)` must be text, not \(kind(of: node))", at: node.place)
      return nil
    }
    var string = scalar.string
    while string.last?.isWhitespace == true { string.removeLast() }
    if string.isEmpty || isEmpty(node) {
      report("`\(name)` has an empty text", at: node.place)
      return nil
    }
    return LocatedText(string: string, style: scalar.style, place: node.place)
  }

  /// The items of a list; empty where the field is absent or, with a diagnostic, no list or an empty one.
  mutating func list(_ key: String, of fields: Fields) -> [Node] {
    guard let field = fields[key] else { return [] }
    guard case .sequence(let sequence) = field.value else {
      report("`\(key)` must be a list, not \(kind(of: field.value))", at: field.value.place)
      return []
    }
    if sequence.isEmpty { report("`\(key)` is empty", at: field.key) }
    return Array(sequence)
  }

  /// The texts of a field that is a text or a list of texts; empty like `list`.
  mutating func texts(_ key: String, of fields: Fields) -> [LocatedText] {
    guard let field = fields[key] else { return [] }
    if case .scalar = field.value { return text(in: field.value, called: key).map { [$0] } ?? [] }
    return list(key, of: fields).compactMap { text(in: $0, called: key) }
  }

  mutating func map(_ key: String, of fields: Fields) -> Node.Mapping? {
    guard let field = fields[key] else { return nil }
    guard case .mapping(let mapping) = field.value else {
      report("`\(key)` must be a map, not \(kind(of: field.value))", at: field.value.place)
      return nil
    }
    return mapping
  }

  /// A field that is one of a few fixed words.
  mutating func word<Word>(_ key: String, of fields: Fields, default value: Word) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    fields[key].flatMap { word(in: $0.value, called: key) } ?? value
  }

  /// One of a few fixed words; nil, with a diagnostic, where it is none of them.
  mutating func word<Word>(in node: Node, called name: String) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let text = text(in: node, called: name) else { return nil }
    if let word = Word(rawValue: text.string) { return word }
    let words = Word.allCases.map(\.rawValue)
    let near = words.nearHint(for: text.string)
    report("`\(name)` must be one of \(words.joined(separator: ", ")), not `\(text.string)`\(near)", at: text.place)
    return nil
  }

  /// A text, or a map of one stance to a text.
  mutating func stanced(_ node: Node, in list: String) -> (stance: Stance?, text: LocatedText)? {
    guard case .mapping(let mapping) = node else {
      return text(in: node, called: list).map { (nil, $0) }
    }
    guard let (key, value) = mapping.first, mapping.count == 1 else {
      report("an item of `\(list)` must be a text or `stance: text`", at: node.place)
      return nil
    }
    guard let stance = stance(key, in: list) else { return nil }
    return text(in: value, called: list).map { (stance, $0) }
  }

  /// A key that is a stance.
  mutating func stance(_ key: Node, in name: String) -> Stance? {
    let word = key.scalar?.string ?? ""
    if let stance = Stance(rawValue: word) { return stance }
    let words = Stance.allCases.map(\.rawValue)
    // `- <data: @x> …` without quotes is a map to YAML.
    let hint = words.nearest(to: word) == nil ? "; is a text missing its quotes?" : ""
    report("unknown stance `\(word)` in `\(name)`; use one of: \(words.joined(separator: ", "))\(hint)", at: key.place)
    return nil
  }

  private func isEmpty(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  func kind(of node: Node) -> String {
    switch node {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a map"
    case .alias: "an alias"
    }
  }
}
