import SourceText

/// Links for citations of the Code of Federal Regulations in the text: "45 CFR 164.508(c)", "21 C.F.R. Part 50".
struct DocumentLinks {
  let view: DocumentView

  var json: JSON {
    .array(
      Self.find(in: view.buffer.bytes).map { range, title, section in
        let kind = section.contains(UInt8(ascii: ".")) ? "section" : "part"
        let name = String(decoding: section, as: UTF8.self)
        return [
          "range": view.json(range), "target": .string("https://www.ecfr.gov/current/title-\(title)/\(kind)-\(name)"),
          "tooltip": "Electronic Code of Federal Regulations",
        ]
      })
  }

  /// Each citation: its range, its title's number, and its part or section.
  static func find(in bytes: [UInt8]) -> [(range: TextRange, title: Int, section: ArraySlice<UInt8>)] {
    var found: [(range: TextRange, title: Int, section: ArraySlice<UInt8>)] = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "C") {
      guard let end = ["CFR", "C.F.R."].map({ $0.utf8 }).first(where: { bytes[index...].starts(with: $0) }) else {
        continue
      }
      guard let title = number(before: index, in: bytes) else { continue }
      var at = skip(bytes, from: index + end.count)
      for word in ["Parts", "Part", "parts", "part", "\u{A7}\u{A7}", "\u{A7}"]
      where bytes[at...].starts(with: word.utf8) {
        at = skip(bytes, from: at + word.utf8.count)
        break
      }
      var stop = at
      while stop < bytes.count, (0x30...0x39).contains(bytes[stop]) || isInnerDot(bytes, stop) { stop += 1 }
      guard stop > at else { continue }
      found.append((TextRange(start: title.start, end: stop), title.value, bytes[at..<stop]))
    }
    return found
  }

  private static func isInnerDot(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
  }

  /// The first offset from `start` on that is no space.
  private static func skip(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at
  }

  /// A number of one or two digits and a space before `index`.
  private static func number(before index: Int, in bytes: [UInt8]) -> (start: Int, value: Int)? {
    guard index >= 2, bytes[index - 1] == 0x20 else { return nil }
    var start = index - 1
    var value = 0
    var scale = 1
    while start > 0, (0x30...0x39).contains(bytes[start - 1]), scale <= 10 {
      start -= 1
      value += Int(bytes[start] - 0x30) * scale
      scale *= 10
    }
    // There are 50 titles.
    let isWhole = start == 0 || !(0x30...0x39).contains(bytes[start - 1])
    return value > 0 && isWhole ? (start, value) : nil
  }
}
