import SourceText

/// A block whose kind and lead-in are still to be decided.
struct Draft {
  enum Shape: Equatable {
    case prose
    /// Looks like a heading, if text follows.
    case title(level: Int)
    /// A short question: a heading over text, but the lead-in of boxes.
    case question
    /// A heading by its signs.
    case heading(level: Int)
    case row
  }

  /// The words, without marker.
  var range: TextRange
  var shape: Shape = .prose
  var marker: Marker?
  /// Columns before the marker, or before the words.
  var indent = 0
  /// Depth in lists, where the format says it; 0 for no item. nil: find out.
  var depth: Int?
  /// True if the block is one line.
  var isOneLine = true
}

/// What the last words of a block say about what follows.
struct BlockEnd {
  let bytes: Bytes
  /// The block without closing quotes, brackets, spaces and lines to fill in.
  let range: TextRange
  /// A line to fill in ends the block: "Initials: ____".
  let endsInField: Bool

  init(_ bytes: Bytes, _ range: TextRange) {
    self.bytes = bytes
    endsInField = range.length > 2 && bytes[range.end - 1] == 0x5F && bytes[range.end - 2] == 0x5F
    var end = range.end
    var isOpen = true
    while end > range.start, isOpen {
      switch bytes[end - 1] {
      case 0x20, 0x0A, 0x09, 0x22, 0x27, 0x29, 0x5D, 0x5F, 0x2A: end -= 1
      // Curly closing quotes.
      case 0x99, 0x9D: if end - 3 >= range.start, bytes[end - 2] == 0x80 { end -= 3 } else { isOpen = false }
      default: isOpen = false
      }
    }
    self.range = TextRange(start: range.start, end: end)
  }

  var last: UInt8 { range.length > 0 ? bytes[range.end - 1] : 0 }

  /// True for `.`, `!`, `?` and their like in Chinese and Japanese.
  var isSentenceEnd: Bool {
    switch last {
    case 0x2E, 0x21, 0x3F: true
    case 0x82: bytes[range.end - 3] == 0xE3 && bytes[range.end - 2] == 0x80
    case 0x81, 0x9F: bytes[range.end - 3] == 0xEF && bytes[range.end - 2] == 0xBC
    default: false
    }
  }

  /// True if a colon ends the block, or nothing but a remark in brackets follows it.
  var isColon: Bool {
    let end = withoutRemark
    return bytes[end - 1] == 0x3A || (bytes[end - 1] == 0x9A && bytes[end - 2] == 0xBC)
  }

  /// True if the block goes on in the next one as a list does: ";", "; and", ", or".
  var goesOn: Bool {
    if last == 0x3B || last == 0x2C { return true }
    for word in ["and", "or", "and/or", "y", "o"] as [StaticString] {
      let start = range.end - word.utf8CodeUnitCount
      guard bytes.ends(with: word, at: range.end), bytes[start - 1] == 0x20 else { continue }
      if bytes[start - 2] == 0x3B || bytes[start - 2] == 0x2C { return true }
    }
    return false
  }

  /// True if the last words speak of what follows.
  var pointsOn: Bool {
    let start = max(range.start, range.end - 100)
    var at = range.end - 1
    while at > start, !(bytes[at] == 0x20 && [0x2E, 0x3F, 0x21].contains(bytes[at - 1])) { at -= 1 }
    let words: [StaticString] = ["following", "as follows", "below", "siguiente", "a continuaci"]
    while at < range.end {
      if words.contains(where: { bytes.matches($0, at: at) }) { return true }
      at += 1
    }
    return false
  }

  private static let fieldLabels: [StaticString] = [
    "address", "city", "date", "dob", "email", "e-mail", "fax", "initials", "name", "no.", "number", "phone", "ssn",
    "signature", "state", "telephone", "time", "zip", "to", "from", "of birth", "#", "code", "relationship",
  ]

  /// True for the label of a field to fill in ("Home Address:"): it introduces nothing.
  var isFieldLabel: Bool {
    if endsInField { return true }
    guard range.length <= 40 else { return false }
    let end = last == 0x3A ? range.end - 1 : range.end
    return Self.fieldLabels.contains { label in
      let start = end - label.utf8CodeUnitCount
      guard start >= range.start, bytes.matches(label, at: start) else { return false }
      // "From:" alone is a field; "We get data from:" is none.
      return label.utf8CodeUnitCount > 4 || label.utf8CodeUnitCount == 1 || start == range.start
    }
  }

  /// True if a list under this block is introduced by it.
  var introduces: Bool {
    if isColon || pointsOn { return true }
    return !(isSentenceEnd && last != 0x3F) && last != 0x3B && range.length > 0
  }

  /// The end without a last remark in brackets: "I agree to: (tick all that apply)".
  private var withoutRemark: Int {
    guard range.length > 2 else { return range.end }
    let full = bytes[range.end] == 0x29 ? range.end : range.end - 1
    guard bytes[full] == 0x29 else { return range.end }
    var at = full
    let floor = max(range.start, full - 120)
    while at > floor, bytes[at] != 0x28 { at -= 1 }
    while at > range.start, Bytes.isSpace(bytes[at - 1]) || bytes[at - 1] == 0x28 { at -= 1 }
    return at > range.start ? at : range.end
  }
}
