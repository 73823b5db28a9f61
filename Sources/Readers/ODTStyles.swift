/// OpenDocument's styles, as far as they say what a paragraph is: those of both parts together.
struct ODTStyles {
  struct Style {
    var parent: String?
    var outline: Int?
    var isHidden = false
    var indent: Int?
  }

  private(set) var styles: [String: Style] = [:]
  private var lists: [String: [Int: ListLevel]] = [:]

  private var style: String?
  private var list: String?
  private var level: Int?
  private static let longestChain = 20

  // MARK: Asking

  func isHidden(_ name: String?) -> Bool { chain(name).contains { styles[$0]?.isHidden ?? false } }

  func indent(_ name: String?) -> Int { chain(name).lazy.compactMap { styles[$0]?.indent }.first ?? 0 }

  /// The heading level of paragraphs that are no headings by their element.
  func heading(_ name: String?) -> Int? {
    for name in chain(name) {
      if name == "Title" { return 1 }
      if let outline = styles[name]?.outline, outline > 0 { return outline }
    }
    return nil
  }

  /// The label of an item at `level` (from 1) of list style `name`, whose numbers are `numbers`, and its indent.
  func item(_ name: String?, level: Int, numbers: [Int]) -> (label: OfficeLabel?, indent: Int) {
    let levels = name.flatMap { lists[$0] } ?? [:]
    guard let definition = levels[level] else {
      return (OfficeLabel(text: "\u{2022}", kind: .bullet(0x2022), ordinal: 0), 2 * level)
    }
    let label = definition.label(numbers) { levels[$0 + 1]?.format ?? .decimal }
    return (label, definition.indent ?? 2 * level)
  }

  /// The first number of list style `name` at `level`.
  func start(_ name: String?, level: Int) -> Int { name.flatMap { lists[$0]?[level]?.start } ?? 1 }

  private func chain(_ name: String?) -> [String] {
    var result: [String] = []
    var next = name
    while let name = next, result.count < Self.longestChain {
      result.append(name)
      next = styles[name]?.parent
    }
    return result
  }

  // MARK: Reading

  mutating func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .style:
      style = attributes["name"]
      guard let style else { return }
      styles[style] = Style(
        parent: attributes["parent-style-name"], outline: attributes.number("default-outline-level"))
    case .textProperties: if let style, attributes["display"] == "none" { styles[style]?.isHidden = true }
    case .paragraphProperties:
      if let style, let margin = Self.columns(attributes["margin-left"]) { styles[style]?.indent = max(0, margin) }
    case .listStyle: list = attributes["name"]
    case .numberLevel, .bulletLevel: beginLevel(tag, attributes)
    case .listLevelAlignment: setIndent(attributes["margin-left"], attributes["text-indent"])
    case .listLevelProperties: setIndent(attributes["space-before"], nil)
    default: break
    }
  }

  mutating func end(_ tag: XMLTag) {
    switch tag {
    case .style: style = nil
    case .listStyle: list = nil
    case .numberLevel, .bulletLevel: level = nil
    default: break
    }
  }

  private mutating func beginLevel(_ tag: XMLTag, _ attributes: XMLAttributes) {
    level = attributes.number("level").map { max(1, min($0, 10)) }
    guard let list, let level else { return }
    var definition = ListLevel()
    if tag == .bulletLevel {
      definition.format = .bullet
      definition.text = attributes["bullet-char"] ?? "\u{2022}"
    } else {
      definition.format = NumberFormat(openDocument: attributes["num-format"] ?? "")
      definition.start = max(0, min(attributes.number("start-value") ?? 1, 1_000_000))
      let shown = max(1, min(attributes.number("display-levels") ?? 1, level))
      let marks = (level - shown + 1...level).map { "%\($0)" }.joined(separator: ".")
      definition.text = (attributes["num-prefix"] ?? "") + marks + (attributes["num-suffix"] ?? "")
    }
    lists[list, default: [:]][level] = definition
  }

  private mutating func setIndent(_ margin: String?, _ first: String?) {
    guard let list, let level, let margin = Self.columns(margin) else { return }
    lists[list]?[level]?.indent = max(0, margin + (Self.columns(first) ?? 0))
  }

  /// A length ("1.27cm") in columns, of nine points each.
  private static func columns(_ length: String?) -> Int? {
    guard let length else { return nil }
    let number = length.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = Double(number), value.magnitude < 10_000 else { return nil }
    let points: Double
    switch length[number.endIndex...] {
    case "cm": points = value * 28.35
    case "mm": points = value * 2.835
    case "in": points = value * 72
    case "pc": points = value * 12
    default: points = value
    }
    return Int(points / 9)
  }
}
