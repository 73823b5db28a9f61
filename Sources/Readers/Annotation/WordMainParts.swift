import SourceText

extension WordParts {
  /// The main part of a document and what belongs to its comments.
  struct Main {
    let name: String
    let tree: XMLTree
    /// The prefix of Word's names, with its colon.
    let prefix: String
    let comments: WordCommentsPart
    let commentsName: String
    /// True if the document has a part for comments.
    let hasComments: Bool
    /// The ids of paragraphs that answers are about.
    let answered: Set<String>
    private let relationships: (name: String, tree: XMLTree?)
    private let contentTypes: XMLTree
    private let namespace: String

    /// Nil if the parts are written in a way that cannot be changed safely.
    init?(_ bytes: [UInt8], _ trace: WordTrace, _ limits: ReadingLimits) {
      let parts = bytes.withUnsafeBytes { buffer in Loaded(buffer, limits) }
      guard let part = trace.parts.first(where: { $0.name == parts.main }),
        let prefix = part.tree.prefix(of: WordNames.namespaces), let types = parts.contentTypes.flatMap({ XMLTree($0) })
      else { return nil }
      (name, tree, self.prefix) = (parts.main, part.tree, prefix)
      let isStrict = tree.text(tree.elements[0].startTag).contains(WordNames.strict)
      namespace = isStrict ? WordNames.strict : WordNames.transitional
      guard let comments = WordCommentsPart(parts.comments, namespace: namespace) else { return nil }
      self.comments = comments
      commentsName = parts.commentsName
      hasComments = parts.comments != nil
      contentTypes = types
      relationships = (parts.relationshipsName, parts.relationships.flatMap { XMLTree($0) })
      if parts.relationships != nil, relationships.tree == nil { return nil }
      answered = parts.extended.flatMap { XMLTree($0) }.map(Self.answeredParagraphs) ?? []
    }

    private static func answeredParagraphs(_ tree: XMLTree) -> Set<String> {
      Set(tree.elements.indices.compactMap { tree.attribute("w15:paraIdParent", of: $0) })
    }

    // MARK: Anchors

    private static let anchorNames = ["commentRangeStart", "commentRangeEnd", "commentReference"]

    /// Elements that anchor a comment, with its id.
    private var anchorElements: [(element: Int, id: Int)] {
      let names = Set(Self.anchorNames.map { prefix + $0 })
      return tree.elements.indices.compactMap { index in
        guard names.contains(tree.elements[index].name) else { return nil }
        return tree.attribute(prefix + "id", of: index).flatMap { Int($0) }.map { (index, $0) }
      }
    }

    /// The ids of comments that the text refers to.
    var anchoredIDs: Set<Int> {
      Set(anchorElements.filter { tree.elements[$0.element].name == prefix + "commentReference" }.map(\.id))
    }

    /// What anchors the comments `ids`: the marks, and the runs that hold nothing but a reference.
    func anchorRanges(of ids: Set<Int>) -> [TextRange] {
      guard !ids.isEmpty else { return [] }
      return anchorElements.filter { ids.contains($0.id) }.map { anchor in
        let element = tree.elements[anchor.element]
        guard element.name == prefix + "commentReference", let run = element.parent else { return element.range }
        let isAlone = tree.elements[run].children.allSatisfy {
          $0 == anchor.element || tree.elements[$0].name == prefix + "rPr"
        }
        return isAlone ? tree.elements[run].range : element.range
      }
    }

    /// The sign in the text that leads to the note that holds `origin`; nil for a header or a footer.
    func reference(to origin: WordTrace.Origin, in trace: WordTrace) -> Int? {
      let part = trace.parts[origin.part].tree
      guard let own = part.prefix(of: WordNames.namespaces), let element = part.element(at: origin.range.start) else {
        return nil
      }
      for ancestor in part.ancestors(of: element) {
        for kind in ["footnote", "endnote"] where part.elements[ancestor].name == own + kind {
          let id = part.attribute(own + "id", of: ancestor)
          return tree.elements.indices.first {
            tree.elements[$0].name == prefix + kind + "Reference" && tree.attribute(prefix + "id", of: $0) == id
          }
        }
      }
      return nil
    }

    // MARK: A part for comments

    /// What declares the new part: its content type and its relationship to the document.
    func commentsDeclaration() -> [(name: String, bytes: [UInt8])] {
      var types = XMLEdits()
      types.insertLast(
        "<\(contentTypes.rootPrefix)Override PartName=\"/\(commentsName)\" ContentType=\"\(WordNames.commentsContent)\"/>",
        in: contentTypes)
      // Both are in one folder.
      let target = commentsName.split(separator: "/").last.map(String.init) ?? commentsName
      let element = { (prefix: String) in
        "<\(prefix)Relationship Id=\"consentlintComments\" Type=\"\(WordNames.commentsRelationship(namespace))\""
          + " Target=\"\(target)\"/>"
      }
      let related: [UInt8]
      if let tree = relationships.tree {
        var edits = XMLEdits()
        edits.insertLast(element(tree.rootPrefix), in: tree)
        related = edits.applied(to: tree.bytes)
      } else {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        related = Array("\(head)<Relationships xmlns=\"\(space)\">\(element(""))</Relationships>".utf8)
      }
      return [
        ("[Content_Types].xml", types.applied(to: contentTypes.bytes)), (relationships.name, related),
      ]
    }
  }

  /// The bytes of the parts that comments touch.
  private struct Loaded {
    var main: String
    var comments: [UInt8]?
    var commentsName: String
    var contentTypes: [UInt8]?
    var relationships: [UInt8]?
    var relationshipsName: String
    var extended: [UInt8]?

    init(_ buffer: UnsafeRawBufferPointer, _ limits: ReadingLimits) {
      var package = OfficePackage(buffer, .docx, limits: limits)
      main = WordParts.target(of: "officeDocument", in: package.relationships(of: "")) ?? "word/document.xml"
      let related = package.relationships(of: main)
      var folder = main.split(separator: "/").map(String.init)
      let file = folder.popLast() ?? ""
      let path = { (steps: [String]) in (folder + steps).joined(separator: "/") }
      relationshipsName = path(["_rels", file + ".rels"])
      relationships = package.part(relationshipsName)
      contentTypes = package.part("[Content_Types].xml")
      if let known = WordParts.target(of: "comments", in: related) {
        commentsName = known
        comments = package.part(known)
      } else {
        var number = 0
        commentsName = path(["comments.xml"])
        // A part of that name that nothing leads to is not ours to change.
        while package.part(commentsName) != nil {
          number += 1
          commentsName = path(["comments\(number).xml"])
        }
      }
      extended = WordParts.target(of: "commentsExtended", in: related).flatMap { package.part($0) }
    }
  }
}
