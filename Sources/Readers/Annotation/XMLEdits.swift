import SourceText

/// Changes to an XML part: bytes that are put in and taken out, in any order; all else stays as it is.
struct XMLEdits {
  private struct Edit {
    var range: TextRange
    var text: String
    var order: Int
  }

  private var edits: [Edit] = []

  /// Puts `text` in at `offset`; of several at one place, by `order`, then in the order of the calls.
  mutating func insert(_ text: String, at offset: Int, order: Int = 0) {
    edits.append(Edit(range: TextRange(start: offset, end: offset), text: text, order: order))
  }

  mutating func remove(_ range: TextRange) {
    edits.append(Edit(range: range, text: "", order: 0))
  }

  mutating func replace(_ range: TextRange, with text: String) {
    edits.append(Edit(range: range, text: text, order: 0))
  }

  /// `bytes` with all changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let sorted = edits.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      return (left.range.start, left.order, a.offset) < (right.range.start, right.order, b.offset)
    }.map(\.element)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + sorted.reduce(0) { $0 + $1.text.utf8.count })
    var at = 0
    for edit in sorted {
      if edit.range.start > at {
        result += bytes[at..<edit.range.start]
        at = edit.range.start
      }
      result += edit.text.utf8
      at = max(at, edit.range.end)
    }
    return result + bytes[at...]
  }
}

/// Text as XML writes it.
enum XMLText {
  /// `text` for an element's content: what XML cannot hold is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x0D: result += " "
      case 0..<0x20, 0xFFFE, 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
