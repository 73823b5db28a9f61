import SourceText

/// A paragraph of a word processor's file.
struct OfficeParagraph {
  /// Where in the document it stands.
  enum Region { case header, body, note, footer }

  /// Clean UTF-8; a line feed is a line break, boxes to tick are signs.
  var text: [UInt8] = []
  /// From the text to the character data of the file's parts; empty where nobody asked for it (see `WordTrace`).
  var map = SourceMap()
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
  /// Makes the text of `paragraphs`.
  ///
  /// - Parameter isMapped: true if the text's map is to lead to the paragraphs' own texts, laid end to end.
  /// - Returns: the text, and the range in it of the words of each comment.
  static func make(
    _ paragraphs: [OfficeParagraph], isMapped: Bool = false
  ) -> (text: Text, comments: [String: TextRange]) {
    let words = paragraphs.flatMap(\.text)
    var flow = FlowText(isMapped: isMapped, capacity: words.count + 8 * paragraphs.count)
    let comments = words.withUnsafeBufferPointer { add(paragraphs, $0, to: &flow) }
    var text = flow.text()
    if isMapped { text.map = flow.map }
    return (text, comments)
  }

  /// Adds `paragraphs`, whose texts are `words` end to end.
  ///
  /// - Returns: the range in the flow of the words of each comment.
  private static func add(
    _ paragraphs: [OfficeParagraph], _ words: UnsafeBufferPointer<UInt8>, to flow: inout FlowText
  ) -> [String: TextRange] {
    var number = 0
    var mentions: [String: Int] = [:]
    var marks: [OfficeMark] = []
    var comments: [String: TextRange] = [:]
    var (start, end) = (0, 0)
    for paragraph in paragraphs {
      marks += paragraph.marks.map { OfficeMark(comment: $0.comment, offset: end + $0.offset) }
      end += paragraph.text.count
      // What comes next goes on from `start`.
      if paragraph.joinsNext { continue }
      flow.append(paragraph.label.map { Array($0.text.utf8) + [0x20] } ?? [])
      flow.endLabel()
      for mark in marks.sorted(by: { $0.offset < $1.offset }) {
        let offset = min(end, max(start, mark.offset))
        addLines(TextRange(start: start, end: offset), of: words, to: &flow)
        start = offset
        let here = flow.bytes.count
        comments[mark.comment, default: TextRange(start: here, end: here)].end = here
      }
      marks = []
      addLines(TextRange(start: start, end: end), of: words, to: &flow)
      start = end
      guard let range = flow.endBlock(at: end) else { continue }
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
    return comments
  }

  /// Copies `range` of `words`; a line feed there breaks the line.
  private static func addLines(_ range: TextRange, of words: UnsafeBufferPointer<UInt8>, to flow: inout FlowText) {
    var start = range.start
    while true {
      let end = Bytes(words).first(0x0A, from: start, to: range.end)
      flow.copy(TextRange(start: start, end: end), of: words)
      guard end < range.end else { return }
      flow.lineBreak(at: end)
      start = end + 1
    }
  }

  /// `paragraphs` of headers or footers, each text once: most pages have the same. Mere page numbers are left out.
  static func distinct(_ paragraphs: [OfficeParagraph]) -> [OfficeParagraph] {
    var seen: Set<[UInt8]> = []
    return paragraphs.filter { $0.hasLetters && seen.insert($0.text).inserted }
  }
}

extension OfficeParagraph {
  /// Adds a piece of the document's text.
  ///
  /// - Parameter origin: where it begins in the parts' character data; nil if nobody asks.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from origin: Int?) {
    let start = text.count
    guard let origin else { return text.appendClean(bytes) }
    if UTF8Scan.plainEnd(bytes, from: 0) == bytes.count {
      text.append(contentsOf: bytes)
      map.append(.copied, textLength: bytes.count, origin: TextRange(start: origin, end: origin + bytes.count))
      return
    }
    // Sign by sign, so that each keeps its place.
    var at = 0
    while at < bytes.count {
      let length = UTF8Decoding.scalar(bytes, at: at, end: bytes.count).length
      let sign = UnsafeBufferPointer(rebasing: bytes[at..<at + length])
      let before = text.count
      text.appendClean(sign, after: before > start ? text[before - 1] : 0x20)
      map.append(
        text[before...].elementsEqual(sign) ? .copied : .replaced, textLength: text.count - before,
        origin: TextRange(start: origin + at, end: origin + at + length))
      at += length
    }
  }

  /// Adds what is no character of the file: a tab, a break, a box.
  mutating func insert(_ bytes: [UInt8], at origin: Int?) {
    text += bytes
    if let origin {
      map.append(.inserted, textLength: bytes.count, origin: TextRange(start: origin, end: origin))
    }
  }
}

extension [UInt8] {
  /// Adds a piece of a document's text, without the signs that only typesetting needs.
  ///
  /// - Parameter previous: the byte before it, if it goes on a piece.
  mutating func appendClean(_ bytes: UnsafeBufferPointer<UInt8>, after previous: UInt8 = 0x20) {
    if UTF8Scan.plainEnd(bytes, from: 0) == bytes.count {
      append(contentsOf: bytes)
    } else {
      // A line end in the file is no line break.
      for byte in Signs.undone(bytes, after: previous) { append(byte == 0x0A || byte == 0x09 ? 0x20 : byte) }
    }
  }

  mutating func append(box state: Block.CheckBox) {
    append(contentsOf: Self.box(state))
  }

  /// The sign of a box to tick.
  static func box(_ state: Block.CheckBox) -> [UInt8] {
    Array((state == .checked ? " \u{2612} " : " \u{2610} ").utf8)
  }
}
