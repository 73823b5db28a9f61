/// Word's paragraph styles, as far as they say what a paragraph is.
struct WordStyles {
  struct Style {
    var name = ""
    var basedOn: String?
    /// From 0; 9 for body text.
    var outline: Int?
    var list: String?
    var level: Int?
    var indent: Int?
  }

  fileprivate(set) var styles: [String: Style] = [:]
  fileprivate(set) var defaultID = ""
  private static let longestChain = 20

  /// The style called `id`, or the usual one, with what it takes over from the styles it is based on.
  func resolved(_ id: String?) -> Style {
    var result = Style()
    var next: String? = id ?? defaultID
    for _ in 0..<Self.longestChain {
      guard let id = next, let style = styles[id] else { break }
      if result.name.isEmpty { result.name = style.name }
      if result.outline == nil { result.outline = style.outline ?? Self.outline(ofName: style.name) }
      if result.list == nil { result.list = style.list }
      if result.level == nil { result.level = style.level }
      if result.indent == nil { result.indent = style.indent }
      next = style.basedOn
    }
    return result
  }

  /// The level that a style has by its name, whatever it says: "heading 2", "Title".
  private static func outline(ofName name: String) -> Int? {
    let name = name.lowercased()
    if name == "title" { return 0 }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), level >= 1, level <= 9 else { return nil }
    return level - 1
  }
}

/// Reads `styles.xml`.
final class WordStylesReader: XMLEvents {
  private(set) var result = WordStyles()
  private var id: String?
  private var style = WordStyles.Style()

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .wordStyle:
      guard attributes["type"] == "paragraph" else { return }
      id = attributes["styleId"]
      style = WordStyles.Style()
      if let id, ["1", "true", "on"].contains(attributes["default"] ?? "") { result.defaultID = id }
    case .wordName: style.name = attributes["val"] ?? ""
    case .wordBasedOn: style.basedOn = attributes["val"]
    case .wordOutlineLevel: style.outline = attributes.number("val")
    case .wordNumberID: style.list = attributes["val"]
    case .wordLevelIndex: style.level = attributes.number("val")
    case .wordIndent: style.indent = WordIndent(attributes).columns
    default: break
    }
  }

  func end(_ tag: XMLTag) {
    guard tag == .wordStyle, let id else { return }
    result.styles[id] = style
    self.id = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
