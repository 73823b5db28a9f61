import SourceText

/// The fields of a Word part: a comment's sign inside of one is lost when its result is made anew.
struct WordFieldRanges {
  /// From the first run of a field to the end of its last one; only of fields in one paragraph, outermost ones.
  private var ranges: [TextRange] = []

  init(_ tree: XMLTree, prefix: String) {
    var open: [Int] = []
    for index in tree.elements.indices {
      switch tree.elements[index].name {
      case prefix + "fldSimple": ranges.append(tree.elements[index].range)
      case prefix + "fldChar":
        guard let run = tree.elements[index].parent else { continue }
        switch tree.attribute(prefix + "fldCharType", of: index) {
        case "begin": open.append(run)
        case "end":
          guard let first = open.popLast(), open.isEmpty else { continue }
          let (start, end) = (tree.elements[first], tree.elements[run])
          if start.parent == end.parent {
            ranges.append(TextRange(start: start.range.start, end: end.range.end))
          }
        default: break
        }
      default: break
      }
    }
  }

  /// The end of the outermost field that holds `offset`; nil if none does.
  func end(around offset: Int) -> Int? {
    ranges.filter { $0.start < offset && offset < $0.end }.map(\.end).max()
  }
}
