import SourceText

/// Which words are the label of which control, where the label stands before it.
struct HTMLLabels {
  enum Place {
    /// The label begins at this offset of the text, in the open block.
    case before(Int)
    /// The label is this block.
    case block(Int)
  }

  private struct Label {
    var start: Int
    var block: Int
    var target: String?
  }

  private var open: Label?
  /// Labels of the block that is open.
  private var closed: [Label] = []
  /// Labels that are blocks of their own, by the control they name.
  private var blocks: [String: Int] = [:]

  mutating func open(at offset: Int, block: Int, _ target: String?) {
    open = Label(start: offset, block: block, target: target)
  }

  mutating func close(at offset: Int, block: Int) {
    guard let label = open else { return }
    open = nil
    if label.target != nil, label.block == block, offset > label.start { closed.append(label) }
  }

  mutating func blockEnded(_ index: Int) {
    for label in closed where label.block == index {
      if let target = label.target { blocks[target] = index }
    }
    closed.removeAll(keepingCapacity: true)
  }

  /// Where the label of the control called `id` is; nil if it is still to come.
  func place(of id: String?, block: Int, end: Int) -> Place? {
    if let open, open.block == block, end > open.start { return .before(open.start) }
    guard let id else { return nil }
    if let label = closed.last, label.target == id, label.block == block { return .before(label.start) }
    return blocks[id].map { .block($0) }
  }
}
