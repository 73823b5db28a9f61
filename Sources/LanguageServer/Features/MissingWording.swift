import Analysis
import SourceText

/// Puts a paragraph with model wording where it belongs.
struct MissingWording {
  let buffer: TextBuffer
  let isHTML: Bool

  /// HTML elements around words that a paragraph does not go into.
  private static let textTags: Set<String> = [
    "p", "b", "i", "u", "strong", "em", "span", "a", "font", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The change that puts `wording` in at `place`.
  func change(adding wording: String, at place: Insertion) -> TextChange {
    switch place {
    case .before(let block):
      return isHTML
        ? .insert(paragraph(wording) + lineEnd, at: startOfTags(before: block.start))
        : .insert(wording + lineEnd + lineEnd, at: startOfLine(block.start))
    case .after(let block):
      return isHTML
        ? .insert(lineEnd + paragraph(wording), at: endOfTags(behind: block.end))
        : .insert(lineEnd + lineEnd + wording, at: endOfLine(block.end))
    }
  }

  /// The end that the document's lines have.
  private var lineEnd: String {
    let first = buffer.contents(ofLine: 0).upperBound
    return first < buffer.bytes.count && buffer.bytes[first] == 0x0D ? "\r\n" : "\n"
  }

  private func paragraph(_ wording: String) -> String {
    var escaped = ""
    for character in wording {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return "<p>\(escaped)</p>"
  }

  private func startOfLine(_ offset: Int) -> Int { buffer.contents(ofLine: buffer.line(at: offset)).lowerBound }

  private func endOfLine(_ offset: Int) -> Int {
    // A block that ends with its line's end must not reach into the next line.
    let last = max(0, offset - 1)
    return max(offset, buffer.contents(ofLine: buffer.line(at: last)).upperBound)
  }

  /// In front of the opening tags of text right before `offset`.
  private func startOfTags(before offset: Int) -> Int {
    let bytes = buffer.bytes
    var result = offset
    while true {
      var at = result
      while at > 0, Self.isSpace(bytes[at - 1]) { at -= 1 }
      guard at > 0, bytes[at - 1] == UInt8(ascii: ">"),
        let open = bytes[..<at].lastIndex(of: UInt8(ascii: "<")), isTextTag(bytes[(open + 1)..<at])
      else { return result }
      result = open
    }
  }

  /// Behind the closing tags of text right after `offset`.
  private func endOfTags(behind offset: Int) -> Int {
    let bytes = buffer.bytes
    var result = offset
    while true {
      var at = result
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "/"),
        let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")), isTextTag(bytes[(at + 2)...close])
      else { return result }
      result = close + 1
    }
  }

  private func isTextTag(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || (0x30...0x39).contains($0) }
    return Self.textTags.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
