import SourceText

/// A paragraph of a word processor's file.
struct OfficeParagraph {
  /// Where in the document it stands.
  enum Region { case header, body, note, footer }

  /// Clean UTF-8; a line feed is a line break, boxes to tick are signs.
  var text: [UInt8] = []
  var region = Region.body
  /// The heading's level from 1.
  var heading: Int?
  /// The number or bullet that the program writes before it.
  var label: OfficeLabel?
  /// Columns before the label, or before the words.
  var indent = 0
  var cell: FlowBlock.Cell?
  /// Name of the note that it belongs to, or of notes that it mentions.
  var note: String?
  var mentions: [String] = []
  /// The paragraph's end was deleted: the next one goes on with it.
  var joinsNext = false

  /// Where comments begin and end in `text`.
  var marks: [OfficeMark] = []

  /// True if there is more than numbers and signs in it.
  var hasLetters: Bool { text.contains { Bytes.isLetter($0) || $0 >= 0x80 } }
}

/// A place where the words of a comment begin or end.
struct OfficeMark {
  var comment: String
  /// Bytes of the paragraph's text before it.
  var offset: Int
}

/// The label of a list item.
struct OfficeLabel: Equatable {
  var text: String
  var kind: Marker.Kind
  /// 0 for bullets and for numbers of several parts.
  var ordinal: Int

  var marker: Marker {
    let style: Marker.Style =
      switch text.utf8.last {
      case 0x29: text.utf8.first == 0x28 ? .parentheses : .parenthesis
      case 0x2E: .dot
      default: .bare
      }
    return Marker(kind: kind, style: style, ordinal: ordinal, checkBox: nil, end: 0)
  }
}

/// Makes a text of a word processor's paragraphs: headers, body with its notes behind it, footers.
enum OfficeText {
  /// - Returns: the text, and the range in it of the words of each comment.
  static func make(_ paragraphs: [OfficeParagraph]) -> (text: Text, comments: [String: TextRange]) {
    var flow = FlowText(isMapped: false, capacity: paragraphs.reduce(0) { $0 + $1.text.count + 8 })
    var number = 0
    var mentions: [String: Int] = [:]
    var head: ArraySlice<UInt8> = []
    var marks: [OfficeMark] = []
    var comments: [String: TextRange] = [:]
    for paragraph in paragraphs {
      marks += paragraph.marks.map { OfficeMark(comment: $0.comment, offset: $0.offset + head.count) }
      if paragraph.joinsNext {
        head += paragraph.text
        continue
      }
      flow.append(paragraph.label.map { Array($0.text.utf8) + [0x20] } ?? [])
      flow.endLabel()
      let text = head + paragraph.text
      var at = text.startIndex
      for mark in marks.sorted(by: { $0.offset < $1.offset }) {
        let end = min(text.endIndex, text.startIndex + mark.offset)
        append(text[at..<end], to: &flow)
        at = end
        let here = flow.bytes.count
        comments[mark.comment, default: TextRange(start: here, end: here)].end = here
      }
      append(text[at...], to: &flow)
      head = []
      marks = []
      guard let range = flow.endBlock(at: 0) else { continue }
      var block = FlowBlock(range: range, heading: paragraph.heading, cell: paragraph.cell)
      block.indent = paragraph.indent
      block.marker = paragraph.label?.marker
      switch paragraph.region {
      case .body:
        number += 1
        block.place = .paragraph(number)
        for note in paragraph.mentions { mentions[note] = mentions[note] ?? number }
      case .note: block.place = paragraph.note.flatMap { mentions[$0] }.map { .paragraph($0) }
      case .header, .footer: break
      }
      flow.blocks.append(block)
    }
    return (flow.text(), comments)
  }

  private static func append(_ text: ArraySlice<UInt8>, to flow: inout FlowText) {
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.offset > 0 { flow.lineBreak(at: 0) }
      flow.append(line.element)
    }
  }

  /// `paragraphs` of headers or footers, each text once: most pages have the same. Mere page numbers are left out.
  static func distinct(_ paragraphs: [OfficeParagraph]) -> [OfficeParagraph] {
    var seen: Set<[UInt8]> = []
    return paragraphs.filter { $0.hasLetters && seen.insert($0.text).inserted }
  }
}

extension [UInt8] {
  /// Adds a piece of a document's text, without the signs that only typesetting needs.
  mutating func appendClean(_ bytes: UnsafeBufferPointer<UInt8>) {
    if UTF8Scan.plainEnd(bytes, from: 0) == bytes.count {
      append(contentsOf: bytes)
    } else {
      // A line end in the file is no line break.
      for byte in Signs.undone(bytes) { append(byte == 0x0A || byte == 0x09 ? 0x20 : byte) }
    }
  }

  mutating func append(box state: Block.CheckBox) {
    append(contentsOf: (state == .checked ? " \u{2612} " : " \u{2610} ").utf8)
  }
}
