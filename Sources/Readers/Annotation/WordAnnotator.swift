import SourceText

/// Puts comments into a Word document at the exact words, and changes nothing else.
public enum WordAnnotator {
  /// The author that the comments have.
  public static var author: String { WordCommentsPart.author }

  /// The last line of a comment: the rule and the mark by which a second run knows it.
  public static func lastLine(rule: String, mark: String) -> String {
    WordCommentsPart.lastLine(rule: rule, mark: mark)
  }

  /// The document `bytes` with `comments`.
  ///
  /// Comments of others stay. Those of an earlier run stay where they say the same of the same finding; the others of
  /// that run go, unless somebody answered them.
  ///
  /// - Parameter comments: their ranges are in the text that `Reader` gives for these bytes; their last paragraph is
  ///   `lastLine`.
  public static func annotate(
    _ bytes: [UInt8], with comments: [WordComment], limits: ReadingLimits = ReadingLimits()
  ) throws(AnnotationFailure) -> AnnotatedDocument {
    var (read, trace) = DOCXReader.trace(bytes, limits: limits)
    LetterRepair.apply(to: &read)
    let hiding = read.problems.filter(\.hidesText)
    guard hiding.isEmpty else { throw .unreadable(hiding) }
    // The map must lead from the very text that the comments are about.
    let plain = Reader.read(
      SourceDocument(name: "", bytes: bytes, format: .docx), options: ReadingOptions(limits: limits))
    guard trace.isSound, plain.text.bytes == read.text.bytes, let parts = WordParts.Main(bytes, trace, limits) else {
      throw .unusual
    }
    var work = AnnotationWork(parts: parts, text: read.text, trace: trace)
    work.plan(comments)
    guard work.hasChanges else { return work.result(bytes) }
    guard let packed = ZipRewriter.rewrite(bytes, parts: work.changedParts()) else { throw .packing }
    return work.result(packed)
  }
}

/// One run over a document: which comments stay, go and come, and the parts that change by it.
private struct AnnotationWork {
  let parts: WordParts.Main
  let text: Text
  let trace: WordTrace
  private let anchors: WordAnchors
  private let fields: WordFieldRanges
  private var document = AnnotatedDocument(bytes: [])
  private var added: [(id: Int, comment: WordComment)] = []
  private var removed: [WordCommentsPart.Own] = []
  private var edits = XMLEdits()
  /// By place: the marks that end and those that begin there.
  private var marks: [WordAnchors.Cut: (ends: String, starts: String)] = [:]

  init(parts: WordParts.Main, text: Text, trace: WordTrace) {
    (self.parts, self.text, self.trace) = (parts, text, trace)
    anchors = WordAnchors(parts.tree, prefix: parts.prefix)
    fields = WordFieldRanges(parts.tree, prefix: parts.prefix)
  }

  var hasChanges: Bool { !added.isEmpty || !removed.isEmpty }

  func result(_ bytes: [UInt8]) -> AnnotatedDocument {
    var document = document
    document.bytes = bytes
    return document
  }

  // MARK: Which stay, which go

  mutating func plan(_ comments: [WordComment]) {
    let marked = Dictionary(comments.enumerated().map { ($1.mark, $0) }) { first, _ in first }
    var kept: Set<Int> = []
    let anchored = parts.anchoredIDs
    for own in parts.comments.own {
      if let index = marked[own.mark], !kept.contains(index), anchored.contains(own.id),
        own.text == WordCommentsPart.text(of: comments[index])
      {
        kept.insert(index)
      } else if own.paragraphIDs.contains(where: parts.answered.contains) {
        // Somebody answered: what it answers must stay.
        if let index = marked[own.mark] { kept.insert(index) }
      } else {
        removed.append(own)
      }
    }
    var id = max(parts.comments.nextID, (anchored.max() ?? -1) + 1)
    for (index, comment) in comments.enumerated() {
      let place = place(of: comment)
      if let place, !place.isExact { document.nearby.append(index) }
      if kept.contains(index) { continue }
      guard let place else {
        document.unplaced.append(index)
        continue
      }
      mark(place.start, place.end, id: id)
      added.append((id, comment))
      id += 1
    }
    document.kept = kept.count
    document.added = added.count
    document.removed = removed.count
    for range in parts.anchorRanges(of: Set(removed.map(\.id))) { edits.remove(range) }
    writeMarks()
  }

  private func place(of comment: WordComment) -> (start: WordAnchors.Cut, end: WordAnchors.Cut, isExact: Bool)? {
    guard let ends = trace.ends(of: comment.range, in: text), ends.first.part == ends.last.part else { return nil }
    if trace.parts[ends.first.part].name == parts.name {
      return anchors.cuts(from: ends.first.range, to: ends.last.range)
    }
    // Words of a note: the comment goes to the sign in the text that leads to it.
    guard let reference = parts.reference(to: ends.first, in: trace), let cuts = anchors.cuts(around: reference) else {
      return nil
    }
    return (cuts.start, cuts.end, false)
  }

  // MARK: Writing

  private mutating func mark(_ start: WordAnchors.Cut, _ end: WordAnchors.Cut, id: Int) {
    let w = parts.prefix
    let reference = "<\(w)r><\(w)commentReference \(w)id=\"\(id)\"/></\(w)r>"
    marks[start, default: ("", "")].starts += "<\(w)commentRangeStart \(w)id=\"\(id)\"/>"
    marks[end, default: ("", "")].ends += "<\(w)commentRangeEnd \(w)id=\"\(id)\"/>"
    if let place = fields.end(around: end.offset) {
      edits.insert(reference, at: place, order: -1)
    } else {
      marks[end]?.ends += reference
    }
  }

  private mutating func writeMarks() {
    var spaced: Set<Int> = []
    for cut in marks.keys.sorted(by: { $0.offset < $1.offset }) {
      guard let mark = marks[cut] else { continue }
      edits.insert(anchors.insertion(of: mark.ends + mark.starts, at: cut), at: cut.offset)
      // Only the first part of cut words keeps their own start tag.
      if cut.kind == .inText, spaced.insert(cut.element).inserted, let place = anchors.spaceInsertion(for: cut) {
        edits.insert(" xml:space=\"preserve\"", at: place)
      }
    }
  }

  /// The parts that are not as they were, by name.
  func changedParts() -> [(name: String, bytes: [UInt8])] {
    var changed = [
      (parts.name, edits.applied(to: parts.tree.bytes)),
      (parts.commentsName, parts.comments.bytes(removing: removed, adding: added)),
    ]
    if !parts.hasComments { changed += parts.commentsDeclaration() }
    return changed
  }
}
