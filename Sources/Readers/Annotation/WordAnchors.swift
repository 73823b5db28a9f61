import SourceText

/// Where comments can be anchored in Word's main part, and what has to be put in for it.
///
/// A range of words begins before a run or inside of one; inside, the run is cut in two with the same properties.
struct WordAnchors {
  /// A place for a mark: between two runs, or inside of one that is to be cut.
  struct Cut: Hashable {
    enum Kind: Hashable {
      /// Between two elements.
      case between
      /// Between two parts of a run: `element` is the run.
      case inRun
      /// In the words of a `w:t`: `element` is it.
      case inText
    }

    var offset: Int
    var kind: Kind
    var element: Int
  }

  let tree: XMLTree
  /// The prefix of Word's names, with its colon.
  let prefix: String
  private let containers: Set<String>

  init(_ tree: XMLTree, prefix: String) {
    self.tree = tree
    self.prefix = prefix
    containers = Set(
      ["hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"]
        .map { prefix + $0 })
  }

  /// The places before and behind the words whose first and last bytes are `first` and `last`.
  func cuts(from first: TextRange, to last: TextRange) -> (start: Cut, end: Cut, isExact: Bool)? {
    guard let start = cut(at: first.start, holding: first.start, isStart: true),
      let end = cut(at: last.end, holding: last.start, isStart: false), start.cut.offset < end.cut.offset
    else { return nil }
    return (start.cut, end.cut, start.isExact && end.isExact)
  }

  /// The places around the run that holds `element`.
  func cuts(around element: Int) -> (start: Cut, end: Cut)? {
    guard let place = place(of: element) else { return nil }
    return (between(place.element, isStart: true), between(place.element, isStart: false))
  }

  /// The place at `offset`, in or behind the element that holds the byte at `holding`.
  private func cut(at offset: Int, holding: Int, isStart: Bool) -> (cut: Cut, isExact: Bool)? {
    guard let text = tree.element(at: holding), let place = place(of: text) else { return nil }
    let run = place.element
    guard tree.elements[run].name == prefix + "r", tree.elements[text].parent == run,
      tree.elements[text].name == prefix + "t"
    else {
      // Formulas, text boxes and the like are not cut: the mark goes around them.
      return (between(run, isStart: isStart), !place.isBox)
    }
    let content = tree.elements[text].content
    let isAtEdge = offset == (isStart ? content.start : content.end)
    // Markup inside of the words (a section of raw text) is not cut either.
    let hasMarkup = tree.bytes[content.start..<content.end].contains(0x3C)
    guard isAtEdge || hasMarkup else { return (Cut(offset: offset, kind: .inText, element: text), true) }
    let parts = tree.elements[run].children.filter { tree.elements[$0].name != prefix + "rPr" }
    if (isStart ? parts.first : parts.last) == text { return (between(run, isStart: isStart), isAtEdge) }
    let range = tree.elements[text].range
    return (Cut(offset: isStart ? range.start : range.end, kind: .inRun, element: run), isAtEdge)
  }

  private func between(_ element: Int, isStart: Bool) -> Cut {
    let range = tree.elements[element].range
    return Cut(offset: isStart ? range.start : range.end, kind: .between, element: -1)
  }

  /// The run, or what else stands in a paragraph's line, that holds `element`: of the outermost paragraph, as a text
  /// box's own cannot hold comments. `isBox` is true if there is a paragraph inside.
  private func place(of element: Int) -> (element: Int, isBox: Bool)? {
    let path = [element] + tree.ancestors(of: element)
    let paragraphs = path.indices.filter { tree.elements[path[$0]].name == prefix + "p" }
    guard let outermost = paragraphs.last, outermost > 0 else { return nil }
    var index = outermost - 1
    while index > 0, containers.contains(tree.elements[path[index]].name) { index -= 1 }
    return (path[index], paragraphs.count > 1)
  }

  // MARK: Writing

  /// What is to be put in at `cut` so that `marks` stand there.
  func insertion(of marks: String, at cut: Cut) -> String {
    switch cut.kind {
    case .between: return marks
    case .inRun: return "</\(prefix)r>\(marks)\(runStart(cut.element))"
    case .inText:
      guard let run = tree.elements[cut.element].parent else { return marks }
      return "</\(prefix)t></\(prefix)r>\(marks)\(runStart(run))<\(prefix)t xml:space=\"preserve\">"
    }
  }

  /// Where `xml:space` has to be said because `cut`, the first in its words, leaves a space at their end; nil if not.
  func spaceInsertion(for cut: Cut) -> Int? {
    guard cut.kind == .inText, tree.attribute("xml:space", of: cut.element) == nil, cut.offset > 0,
      Bytes.isSpace(tree.bytes[cut.offset - 1])
    else { return nil }
    return tree.elements[cut.element].startTag.end - 1
  }

  /// The start of a run like the one at `run`.
  private func runStart(_ run: Int) -> String {
    let properties = tree.elements[run].children.first { tree.elements[$0].name == prefix + "rPr" }
    return tree.text(tree.elements[run].startTag) + (properties.map { tree.text(tree.elements[$0].range) } ?? "")
  }
}
