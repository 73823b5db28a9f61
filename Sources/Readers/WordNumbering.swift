/// Word's lists: `numbering.xml`, and the counters that run along with the paragraphs.
struct WordNumbering {
  private struct Instance {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: ListLevel] = [:]
  }

  private static let deepest = 9

  private var abstracts: [String: [Int: ListLevel]] = [:]
  /// Lists that stand for a style's list, and the lists of styles.
  private var links: [String: String] = [:]
  private var styleLists: [String: String] = [:]
  /// Levels that belong to a paragraph style.
  private var styleLevels: [String: Int] = [:]
  private var instances: [String: Instance] = [:]

  private var counters: [String: [Int?]] = [:]
  private var started: Set<String> = []

  /// The level that paragraphs of `style` have in their list.
  func level(ofStyle style: String) -> Int? { styleLevels[style] }

  /// Counts a paragraph of list `id` at `level` (from 0) and gives its label and indent; nil if it is no item.
  mutating func next(_ id: String, level: Int) -> (label: OfficeLabel?, indent: Int?)? {
    guard let instance = instances[id], level >= 0, level < Self.deepest else { return nil }
    let abstract = resolved(instance.abstract)
    func definition(_ level: Int) -> ListLevel {
      instance.levels[level] ?? abstracts[abstract]?[level] ?? ListLevel(format: .none)
    }
    var numbers = counters[abstract] ?? [Int?](repeating: nil, count: Self.deepest)
    if let start = instance.starts[level], started.insert("\(id)/\(level)").inserted { numbers[level] = start - 1 }
    let current = definition(level)
    numbers[level] = (numbers[level] ?? current.start - 1) + 1
    for deeper in level + 1..<max(level + 1, Self.deepest) where !definition(deeper).neverRestarts {
      numbers[deeper] = nil
    }
    for above in 0..<level where numbers[above] == nil { numbers[above] = definition(above).start }
    counters[abstract] = numbers
    let known = numbers[...level].map { $0 ?? 1 }
    return (current.label(known) { definition($0).format }, current.indent)
  }

  private func resolved(_ abstract: String) -> String {
    guard let style = links[abstract], let list = styleLists[style] else { return abstract }
    return list
  }
}

/// Reads `numbering.xml`.
final class WordNumberingReader: XMLEvents {
  private(set) var numbering = WordNumbering()
  private var abstract: String?
  private var instance: String?
  private var overridden: Int?
  private var level: (index: Int, value: ListLevel)?

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .wordAbstractNumbering: abstract = attributes["abstractNumId"]
    case .wordNumbering:
      instance = attributes["numId"]
      if let instance { numbering.add(instance: instance) }
    case .wordAbstractID: if let instance { numbering.set(instance, abstract: attributes["val"] ?? "") }
    case .wordStyleLink: if let abstract, let style = attributes["val"] { numbering.add(list: abstract, style: style) }
    case .wordNumberingStyleLink:
      if let abstract, let style = attributes["val"] { numbering.link(abstract, to: style) }
    case .wordOverride: overridden = attributes.number("ilvl")
    case .wordStartOverride:
      if let instance, let overridden { numbering.set(instance, start: clamped(attributes), level: overridden) }
    case .wordLevel: level = (attributes.number("ilvl") ?? overridden ?? 0, ListLevel())
    case .wordStart: level?.value.start = clamped(attributes)
    case .wordNumberFormat: level?.value.format = NumberFormat(word: attributes["val"] ?? "")
    case .wordLevelText: level?.value.text = attributes["val"] ?? ""
    case .wordLegal: level?.value.isLegal = attributes.isOn
    case .wordRestart: level?.value.neverRestarts = attributes["val"] == "0"
    case .wordParagraphStyle:
      if let level, let style = attributes["val"] { numbering.add(style: style, level: level.index) }
    case .wordIndent: level?.value.indent = WordIndent(attributes).columns
    default: break
    }
  }

  func end(_ tag: XMLTag) {
    switch tag {
    case .wordLevel:
      if let level { numbering.add(level.value, at: level.index, abstract: abstract, instance: instance) }
      level = nil
    case .wordAbstractNumbering: abstract = nil
    case .wordNumbering: instance = nil
    case .wordOverride: overridden = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func clamped(_ attributes: XMLAttributes) -> Int {
    max(0, min(attributes.number("val") ?? 1, 1_000_000))
  }
}

extension WordNumbering {
  fileprivate mutating func add(instance: String) { instances[instance] = Instance() }
  fileprivate mutating func set(_ instance: String, abstract: String) { instances[instance]?.abstract = abstract }
  fileprivate mutating func set(_ instance: String, start: Int, level: Int) {
    instances[instance]?.starts[level] = start
  }
  fileprivate mutating func add(list: String, style: String) { styleLists[style] = list }
  fileprivate mutating func link(_ abstract: String, to style: String) { links[abstract] = style }
  fileprivate mutating func add(style: String, level: Int) { styleLevels[style] = level }
  fileprivate mutating func add(_ level: ListLevel, at index: Int, abstract: String?, instance: String?) {
    if let abstract {
      abstracts[abstract, default: [:]][index] = level
    } else if let instance {
      instances[instance]?.levels[index] = level
    }
  }
}

/// Word's indent of a paragraph, in columns.
struct WordIndent {
  /// Columns before the first sign; nil if nothing is said.
  var columns: Int?

  init(_ attributes: XMLAttributes) {
    guard let left = attributes.number("left") ?? attributes.number("start") else { return }
    let hanging = attributes.number("hanging") ?? 0
    // A twentieth of a point; a column is about nine points wide.
    columns = max(0, min(left &- hanging, 1 << 16)) / 180
  }
}
