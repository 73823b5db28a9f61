import SourceText

/// Reads the paragraphs of Word's `document.xml`, and of the parts with headers, footers and notes.
final class WordBody: XMLEvents {
  private struct Open {
    var paragraph = OfficeParagraph()
    var style: String?
    var list: String?
    var level: Int?
    var outline: Int?
    /// Paragraphs of text boxes in it: they come behind it.
    var inner: [OfficeParagraph] = []
  }

  /// The box of a content control; nil if the control has none.
  private struct Control {
    var box: Block.CheckBox?
    var isInContent = false
  }

  /// The paragraphs of the part that was read last; more are added by the next.
  private(set) var paragraphs: [OfficeParagraph] = []
  private let styles: WordStyles
  private var numbering: WordNumbering
  private let ignoresFields: Bool
  /// Where the part stands in the document.
  var region = OfficeParagraph.Region.body
  /// Where the text that comes next stands in the parts' character data; nil if nobody asks.
  var position: Int?
  /// The comments whose words are to be marked.
  var comments: Set<String> = []
  /// Comments that begin between two paragraphs.
  private var pendingMarks: [String] = []

  private var open: [Open] = []
  private var fields = WordFields()
  private var controls: [Control] = []
  /// A box that is still to be written: its control stands around paragraphs.
  private var pendingBox: Block.CheckBox?
  /// Depth inside of an element that is no text.
  private var skipped = 0
  /// For each open element with alternatives: true once one was read.
  private var alternatives: [Bool] = []
  private var isInProperties = false
  private var isInText = false
  private var isRunHidden = false
  private var rows = 0
  private var cells: [FlowBlock.Cell?] = []
  private var note: String?

  init(styles: WordStyles, numbering: WordNumbering, ignoresFields: Bool = false) {
    self.styles = styles
    self.numbering = numbering
    self.ignoresFields = ignoresFields
  }

  /// True if a field never ended, so that text behind it was taken for its instructions.
  var hasOpenField: Bool { fields.isOpen }

  /// Ends what a broken part left open.
  func finish() {
    while !open.isEmpty { endParagraph() }
    (skipped, isInProperties, isInText, isRunHidden, pendingBox, note) = (0, false, false, false, nil, nil)
    controls.removeAll()
    alternatives.removeAll()
    cells.removeAll()
  }

  // MARK: Elements

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    if skipped > 0 || isSkipped(tag) {
      skipped += 1
      return
    }
    if !open.isEmpty, isInProperties {
      property(tag, attributes)
      return
    }
    switch tag {
    case .wordParagraph: beginParagraph()
    case .wordParagraphProperties: isInProperties = true
    case .wordRun: isRunHidden = false
    case .wordVanish: isRunHidden = attributes.isOn
    case .wordText, .mathText: isInText = true
    case .wordTab, .wordPositionalTab: append([0x20])
    case .wordBreak, .wordReturn: append([0x0A])
    case .wordHyphen: append([0x2D])
    case .wordSymbol: append(WordSymbols.text(font: attributes["font"] ?? "", code: attributes["char"] ?? ""))
    case .wordFieldCharacter: if !ignoresFields { fields.take(attributes["fldCharType"]) }
    case .wordFootnoteReference: mention("f", attributes)
    case .wordEndnoteReference: mention("e", attributes)
    case .wordCommentStart, .wordCommentEnd, .wordCommentReference:
      mark(attributes["id"], isStart: tag == .wordCommentStart)
    case .wordFootnote: note = "f\(attributes["id"] ?? "")"
    case .wordEndnote: note = "e\(attributes["id"] ?? "")"
    case .wordTable: cells.append(nil)
    case .wordRow: if !cells.isEmpty { nextRow() }
    case .wordCell:
      if let cell = cells.last ?? nil { cells[cells.count - 1] = .init(row: cell.row, column: cell.column + 1) }
    case .wordTextBox: cells.append(nil)
    case .alternatives: alternatives.append(false)
    case .choice, .fallback: if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
    case .wordControl: controls.append(Control())
    case .word14CheckBox: setBox(.unchecked)
    case .word14Checked: setBox(attributes.isOn ? .checked : .unchecked)
    case .wordControlContent: beginContent()
    default: fields.start(tag, attributes)
    }
  }

  func end(_ tag: XMLTag) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch tag {
    case .wordParagraph: endParagraph()
    case .wordParagraphProperties: isInProperties = false
    case .wordText, .mathText: isInText = false
    case .wordRun: isRunHidden = false
    case .wordFootnote, .wordEndnote: note = nil
    case .wordTable, .wordTextBox: if !cells.isEmpty { cells.removeLast() }
    case .alternatives: if !alternatives.isEmpty { alternatives.removeLast() }
    case .wordControl: if !controls.isEmpty { controls.removeLast() }
    case .wordControlContent: if !controls.isEmpty { controls[controls.count - 1].isInContent = false }
    default: if let shown = fields.end(tag), !isRunHidden { write(shown) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let origin = position
    position? += bytes.count
    guard isInText, skipped == 0, !isRunHidden, fields.isVisible, !open.isEmpty else { return }
    // The sign that a box's control shows was written as a box already.
    if let control = controls.last, control.isInContent, control.box != nil, bytes.count <= 8 { return }
    open[open.count - 1].paragraph.append(bytes, from: origin)
  }

  /// True for what is not text: deletions, old properties, and the second of two forms of one thing.
  private func isSkipped(_ tag: XMLTag) -> Bool {
    switch tag {
    case .wordDeleted, .wordMovedFrom:
      if isInProperties, !open.isEmpty { open[open.count - 1].paragraph.joinsNext = true }
      return true
    case .wordOldRunProperties, .wordOldParagraphProperties, .wordOldNumbering, .wordRubyText: return true
    case .choice, .fallback: return alternatives.last ?? false
    default: return false
    }
  }

  private func append(_ bytes: [UInt8]) {
    if !isRunHidden, fields.isVisible { write(bytes) }
  }

  private func write(_ bytes: [UInt8]) {
    guard !open.isEmpty else { return }
    open[open.count - 1].paragraph.insert(bytes, at: position)
  }

  private func mention(_ kind: String, _ attributes: XMLAttributes) {
    guard !open.isEmpty, let id = attributes["id"] else { return }
    open[open.count - 1].paragraph.mentions.append(kind + id)
  }

  /// The words of a comment begin or end here. A comment without a range stands where it is mentioned.
  private func mark(_ comment: String?, isStart: Bool) {
    guard let comment, comments.contains(comment) else { return }
    if !open.isEmpty {
      let offset = open[open.count - 1].paragraph.text.count
      open[open.count - 1].paragraph.marks.append(OfficeMark(comment: comment, offset: offset))
    } else if isStart {
      pendingMarks.append(comment)
    } else if let last = paragraphs.indices.last {
      paragraphs[last].marks.append(OfficeMark(comment: comment, offset: paragraphs[last].text.count))
    }
  }

  private func nextRow() {
    rows += 1
    cells[cells.count - 1] = FlowBlock.Cell(row: rows, column: 0)
  }

  // MARK: Content controls

  private func setBox(_ state: Block.CheckBox) {
    if !controls.isEmpty { controls[controls.count - 1].box = state }
  }

  private func beginContent() {
    guard !controls.isEmpty else { return }
    controls[controls.count - 1].isInContent = true
    guard let box = controls[controls.count - 1].box else { return }
    if open.isEmpty { pendingBox = box } else { write(.box(box)) }
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    var paragraph = Open()
    paragraph.paragraph.region = region
    paragraph.paragraph.note = note
    paragraph.paragraph.cell = cells.last ?? nil
    paragraph.paragraph.marks = pendingMarks.map { OfficeMark(comment: $0, offset: 0) }
    pendingMarks = []
    if let box = pendingBox {
      paragraph.paragraph.insert(.box(box), at: position)
      pendingBox = nil
    }
    open.append(paragraph)
    isInProperties = false
  }

  private func property(_ tag: XMLTag, _ attributes: XMLAttributes) {
    let last = open.count - 1
    switch tag {
    case .wordParagraphStyle: open[last].style = attributes["val"]
    case .wordNumberID: open[last].list = attributes["val"]
    case .wordLevelIndex: open[last].level = attributes.number("val")
    case .wordOutlineLevel: open[last].outline = attributes.number("val")
    case .wordIndent: if let columns = WordIndent(attributes).columns { open[last].paragraph.indent = columns + 1 }
    default: break
    }
  }

  private func endParagraph() {
    guard var ended = open.popLast() else { return }
    let style = styles.resolved(ended.style)
    let outline = ended.outline ?? style.outline
    if let outline, outline >= 0, outline < 9 { ended.paragraph.heading = outline + 1 }
    var indent = ended.paragraph.indent > 0 ? ended.paragraph.indent - 1 : nil
    if let list = ended.list ?? style.list, list != "0" {
      let level = ended.level ?? ended.style.flatMap { numbering.level(ofStyle: $0) } ?? style.level ?? 0
      if let item = numbering.next(list, level: level) {
        ended.paragraph.label = item.label
        indent = indent ?? item.indent ?? level * 2
      }
    }
    ended.paragraph.indent = indent ?? style.indent ?? 0
    let finished = [ended.paragraph] + ended.inner
    if open.isEmpty {
      paragraphs += finished
    } else {
      open[open.count - 1].inner += finished
    }
  }
}
