import SourceText

/// Reads the paragraphs of OpenDocument's `content.xml` and, for headers and footers, `styles.xml`.
final class ODTBody: XMLEvents {
  private struct Open {
    var paragraph = OfficeParagraph()
    /// Paragraphs of text boxes in it: they come behind it.
    var inner: [OfficeParagraph] = []
  }

  private(set) var headers: [OfficeParagraph] = []
  private(set) var paragraphs: [OfficeParagraph] = []
  private(set) var notes: [OfficeParagraph] = []
  private(set) var footers: [OfficeParagraph] = []

  private var styles = ODTStyles()
  private var controls = ODTControls()
  private var open: [Open] = []
  /// Depth inside of an element that is no text.
  private var skipped = 0
  private var rows = 0
  private var cells: [FlowBlock.Cell?] = []
  /// The lists of the place that is being read; those around a note or a text box wait.
  private var lists: [ODTLists] = [ODTLists()]
  private var region = OfficeParagraph.Region.body
  /// The open notes: how many paragraphs were open before, and their names.
  private var openNotes: [(depth: Int, name: String)] = []
  private var noteCount = 0
  /// For each open content control: true if it is a box, whose sign is not text.
  private var contentControls: [Bool] = []

  /// Ends what a broken part left open.
  func finish() {
    while !open.isEmpty { endParagraph() }
    skipped = 0
    cells.removeAll()
    openNotes.removeAll()
    contentControls.removeAll()
    lists = [ODTLists()]
    region = .body
  }

  // MARK: Elements

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    if skipped > 0 || isSkipped(tag, attributes) {
      skipped += 1
      return
    }
    switch tag {
    case .paragraph, .heading: beginParagraph(tag, attributes)
    case .space, .tab: append([0x20])
    case .lineBreak: append([0x0A])
    case .list: lists[lists.count - 1].begin(attributes)
    case .listItem: lists[lists.count - 1].beginItem(attributes, isHeader: false)
    case .listHeader: lists[lists.count - 1].beginItem(attributes, isHeader: true)
    case .noteBody: beginNote()
    case .table: cells.append(nil)
    case .row: if !cells.isEmpty { nextRow() }
    case .cell:
      if let cell = cells.last ?? nil {
        cells[cells.count - 1] = FlowBlock.Cell(row: cell.row, column: cell.column + 1)
      }
    case .textBox:
      cells.append(nil)
      lists.append(ODTLists())
    case .header, .headerFirst, .headerLeft: region = .header
    case .footer, .footerFirst, .footerLeft: region = .footer
    default: control(tag, attributes)
    }
  }

  func end(_ tag: XMLTag) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch tag {
    case .paragraph, .heading: endParagraph()
    case .list: lists[lists.count - 1].end()
    case .noteBody: endNote()
    case .table: if !cells.isEmpty { cells.removeLast() }
    case .textBox:
      if !cells.isEmpty { cells.removeLast() }
      if lists.count > 1 { lists.removeLast() }
    case .header, .headerFirst, .headerLeft, .footer, .footerFirst, .footerLeft: region = .body
    case .contentControl: _ = contentControls.popLast()
    case .fieldMark, .fieldMarkStart: append(controls.endField())
    default: styles.end(tag)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, !open.isEmpty else { return }
    if contentControls.last ?? false, bytes.count <= 8 { return }
    open[open.count - 1].paragraph.text.appendClean(bytes)
  }

  private func control(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .formCheckBox, .formRadio, .formText, .formTextArea, .formComboBox, .formFixedText, .formButton:
      controls.define(tag, attributes)
    case .control: append(controls.text(of: attributes["control"]))
    case .contentControl:
      let isBox = attributes["checkbox"] == "true"
      contentControls.append(isBox)
      if isBox, !open.isEmpty {
        open[open.count - 1].paragraph.text.append(box: attributes["checked"] == "true" ? .checked : .unchecked)
      }
    case .fieldMark, .fieldMarkStart: controls.beginField(attributes)
    case .fieldParameter: controls.parameter(attributes)
    default: styles.start(tag, attributes)
    }
  }

  /// True for what is not text: deletions, comments, signs of notes, hidden text.
  private func isSkipped(_ tag: XMLTag, _ attributes: XMLAttributes) -> Bool {
    switch tag {
    case .trackedChanges, .annotation, .noteCitation, .rubyText, .drawnTitle, .drawnDescription, .coveredCell,
      .hiddenText, .hiddenParagraph:
      true
    case .span: styles.isHidden(attributes["style-name"])
    case .section: attributes["display"] == "none"
    default: false
    }
  }

  private func append(_ bytes: [UInt8]) {
    guard !open.isEmpty else { return }
    open[open.count - 1].paragraph.text += bytes
  }

  private func nextRow() {
    rows += 1
    cells[cells.count - 1] = FlowBlock.Cell(row: rows, column: 0)
  }

  // MARK: Notes

  private func beginNote() {
    noteCount += 1
    let name = "n\(noteCount)"
    if !open.isEmpty { open[open.count - 1].paragraph.mentions.append(name) }
    openNotes.append((open.count, name))
    cells.append(nil)
    lists.append(ODTLists())
  }

  private func endNote() {
    guard !openNotes.isEmpty else { return }
    openNotes.removeLast()
    if !cells.isEmpty { cells.removeLast() }
    if lists.count > 1 { lists.removeLast() }
  }

  // MARK: Paragraphs

  private func beginParagraph(_ tag: XMLTag, _ attributes: XMLAttributes) {
    var paragraph = OfficeParagraph()
    let style = attributes["style-name"]
    paragraph.region = openNotes.isEmpty ? region : .note
    paragraph.note = openNotes.last?.name
    paragraph.cell = cells.last ?? nil
    paragraph.heading = tag == .heading ? max(1, attributes.number("outline-level") ?? 1) : styles.heading(style)
    paragraph.indent = styles.indent(style)
    if let item = lists[lists.count - 1].nextParagraph(styles) {
      paragraph.label = item.label
      paragraph.indent = item.indent
    }
    open.append(Open(paragraph: paragraph))
  }

  private func endParagraph() {
    guard let ended = open.popLast() else { return }
    let finished = [ended.paragraph] + ended.inner
    if ended.paragraph.region == .note, openNotes.last?.depth ?? 0 == open.count {
      notes += finished
    } else if !open.isEmpty {
      open[open.count - 1].inner += finished
    } else {
      switch ended.paragraph.region {
      case .header: headers += finished
      case .footer: footers += finished
      case .body: paragraphs += finished
      case .note: notes += finished
      }
    }
  }
}
