/// The open lists of an OpenDocument text, and the numbers of their items.
struct ODTLists {
  private struct List {
    var style: String?
    var id: String?
    /// True until the open item has had its first paragraph; false in a header.
    var isItemNew = false
    var itemStart: Int?
    var hasItem = false
  }

  private static let deepest = 10

  private var open: [List] = []
  /// The numbers of the levels of the open list.
  private var numbers: [Int?] = []
  /// The numbers where lists ended, by the list's id and by its style.
  private var byID: [String: [Int?]] = [:]
  private var byStyle: [String: [Int?]] = [:]

  var isEmpty: Bool { open.isEmpty }

  mutating func begin(_ attributes: XMLAttributes) {
    let style = attributes["style-name"] ?? open.last?.style
    if open.isEmpty {
      numbers = []
      if let id = attributes["continue-list"] {
        numbers = byID[id] ?? []
      } else if attributes["continue-numbering"] == "true", let style {
        numbers = byStyle[style] ?? []
      }
    } else if let last = open.last, last.hasItem, attributes["continue-numbering"] != "true" {
      // A list in an item begins anew, but not in one that only says how deep it is.
      numbers = Array(numbers.prefix(open.count))
    }
    open.append(List(style: style, id: attributes["id"]))
  }

  mutating func end() {
    guard let list = open.popLast(), open.isEmpty else { return }
    if let id = list.id { byID[id] = numbers }
    if let style = list.style { byStyle[style] = numbers }
  }

  mutating func beginItem(_ attributes: XMLAttributes, isHeader: Bool) {
    guard !open.isEmpty else { return }
    open[open.count - 1].isItemNew = !isHeader
    open[open.count - 1].itemStart = attributes.number("start-value").map { max(0, min($0, 1_000_000)) }
    open[open.count - 1].hasItem = false
  }

  /// Counts a paragraph in the open item and gives its label, if it is the item's first, and its indent.
  mutating func nextParagraph(_ styles: ODTStyles) -> (label: OfficeLabel?, indent: Int)? {
    guard let list = open.last else { return nil }
    let level = min(open.count, Self.deepest)
    guard list.isItemNew else {
      return (nil, styles.item(list.style, level: level, numbers: numbers.map { $0 ?? 1 }).indent + 2)
    }
    while numbers.count < level { numbers.append(nil) }
    let next = list.itemStart ?? numbers[level - 1].map { $0 + 1 } ?? styles.start(list.style, level: level)
    numbers[level - 1] = next
    numbers.removeLast(numbers.count - level)
    open[open.count - 1].isItemNew = false
    open[open.count - 1].hasItem = true
    let known = numbers.enumerated().map { $0.element ?? styles.start(list.style, level: $0.offset + 1) }
    return styles.item(list.style, level: level, numbers: known)
  }
}
