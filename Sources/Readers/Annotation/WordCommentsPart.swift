import SourceText

/// Word's part with the comments: those of others, which stay, and ours, which are known by author and mark.
struct WordCommentsPart {
  struct Own {
    var element: Int
    var id: Int
    var mark: String
    /// Its words, without spaces at the ends of paragraphs.
    var text: String
    /// The ids of its paragraphs, by which answers name it.
    var paragraphIDs: [String]
  }

  static let author = "ConsentLint"
  static let initials = "CL"
  private static let markSign = "Mark "

  let tree: XMLTree?
  /// The prefix of Word's names in the part, with its colon.
  let prefix: String
  let namespace: String
  /// The comments that an earlier run wrote, in their order.
  private(set) var own: [Own] = []
  /// An id that no comment has, nor any above it.
  private(set) var nextID = 0

  /// - Parameter bytes: nil if the document has no such part.
  init?(_ bytes: [UInt8]?, namespace: String) {
    self.namespace = namespace
    guard let bytes else {
      (tree, prefix) = (nil, "w:")
      return
    }
    guard let tree = XMLTree(bytes), let prefix = tree.prefix(of: WordNames.namespaces) else { return nil }
    (self.tree, self.prefix) = (tree, prefix)
    for index in tree.elements[0].children where tree.elements[index].name == prefix + "comment" {
      guard let id = tree.attribute(prefix + "id", of: index).flatMap({ Int($0) }) else { continue }
      nextID = max(nextID, id + 1)
      if tree.attribute(prefix + "author", of: index) == Self.author { take(index, id, tree) }
    }
  }

  private mutating func take(_ index: Int, _ id: Int, _ tree: XMLTree) {
    let paragraphs = tree.elements[index].children.filter { tree.elements[$0].name == prefix + "p" }
    let texts = paragraphs.map { words(of: $0, in: tree) }
    guard let last = texts.last, let mark = Self.mark(in: last) else { return }
    let ids = paragraphs.compactMap { tree.attribute("w14:paraId", of: $0) }
    own.append(Own(element: index, id: id, mark: mark, text: texts.joined(separator: "\n"), paragraphIDs: ids))
  }

  private func words(of paragraph: Int, in tree: XMLTree) -> String {
    var text = ""
    var pending = tree.elements[paragraph].children.reversed().map { $0 }
    while let index = pending.popLast() {
      if tree.elements[index].name == prefix + "t" { text += tree.text(tree.elements[index].content) }
      pending += tree.elements[index].children.reversed()
    }
    return text
  }

  /// The last line of a comment of ours: the rule and the mark by which a second run knows it.
  static func lastLine(rule: String, mark: String) -> String { "Rule \(rule). \(markSign)\(mark)" }

  private static func mark(in line: String) -> String? {
    guard line.hasPrefix("Rule "), let space = line.lastIndex(of: " ") else { return nil }
    let mark = line[line.index(after: space)...]
    guard line[...space].hasSuffix(" " + markSign), !mark.isEmpty else { return nil }
    return String(mark)
  }

  // MARK: Writing

  /// The text of `comment` as `Own.text` has it.
  static func text(of comment: WordComment) -> String {
    comment.paragraphs.map(XMLText.escaped).joined(separator: "\n")
  }

  /// The part with the comments in `removed` taken out and `added` put in.
  func bytes(removing removed: [Own], adding added: [(id: Int, comment: WordComment)]) -> [UInt8] {
    let comments = added.map { xml(of: $0.comment, id: $0.id) }.joined()
    guard let tree else {
      let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      return Array("\(head)<w:comments xmlns:w=\"\(namespace)\">\(comments)</w:comments>".utf8)
    }
    var edits = XMLEdits()
    for own in removed { edits.remove(tree.elements[own.element].range) }
    edits.insertLast(comments, in: tree)
    return edits.applied(to: tree.bytes)
  }

  private func xml(of comment: WordComment, id: Int) -> String {
    let w = prefix
    let paragraphs = comment.paragraphs.enumerated().map { index, text in
      let bold = index == 0 ? "<\(w)rPr><\(w)b/></\(w)rPr>" : ""
      return "<\(w)p><\(w)r>\(bold)<\(w)t xml:space=\"preserve\">\(XMLText.escaped(text))</\(w)t></\(w)r></\(w)p>"
    }
    return "<\(w)comment \(w)id=\"\(id)\" \(w)author=\"\(Self.author)\" \(w)initials=\"\(Self.initials)\">"
      + paragraphs.joined() + "</\(w)comment>"
  }
}

/// Names that the parts of Word's documents are known by.
enum WordNames {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  static let namespaces = [transitional, strict]

  /// The type of the relationship between a document in `namespace` and its comments.
  static func commentsRelationship(_ namespace: String) -> String {
    namespace == strict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
  }

  static let commentsContent = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
}

extension XMLEdits {
  /// Puts `text` in as the last that the root of `tree` holds.
  mutating func insertLast(_ text: String, in tree: XMLTree) {
    guard !text.isEmpty else { return }
    let root = tree.elements[0]
    guard root.isEmptyTag else { return insert(text, at: root.endTag.start) }
    // `<Relationships/>` becomes a pair of tags.
    let slash = root.startTag.end - 2
    replace(TextRange(start: slash, end: root.startTag.end), with: ">\(text)</\(root.name)>")
  }
}
