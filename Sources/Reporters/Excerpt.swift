/// A sentence around the words that were found, cut where it is long.
enum Excerpt {
  /// The sentence if it has at most `limit` characters (about; the cut is at a space), else the part
  /// around `quote` with an ellipsis where words were left out. A sentence that does not hold the quote gives the quote.
  static func around(_ quote: String, in sentence: String, limit: Int) -> String {
    let text = Array(sentence.utf8)
    guard text.count > limit else {
      return sentence.isEmpty ? quote : sentence
    }
    guard let start = firstIndex(of: Array(quote.utf8), in: text), !quote.isEmpty else {
      return cut(Array((quote.isEmpty ? sentence : quote).utf8), from: 0, to: limit)
    }
    let length = quote.utf8.count
    // Of a quote that is too long its beginning and its end tell most: a pattern begins and ends with what it looks for.
    guard length < limit else {
      let end = start + length
      let head = cut(Array(text[start..<end]), from: 0, to: limit / 2)
      let tail = cut(Array(text[start..<end]), from: length - limit / 2, to: length).dropFirst("…".count)
      return (start > 0 ? "… " : "") + head + tail + (end < text.count ? " …" : "")
    }
    // What is left of the limit goes to both sides; a side that does not need its half gives it to the other.
    let room = limit - length
    let before = min(start, max(room / 2, room - (text.count - start - length)))
    return cut(text, from: start - before, to: start - before + limit)
  }

  /// The bytes from `start` to `end`, moved inwards to the next spaces, with an ellipsis at each cut.
  private static func cut(_ text: [UInt8], from start: Int, to end: Int) -> String {
    let space = UInt8(ascii: " ")
    var low = start
    var high = min(end, text.count)
    if low > 0 {
      low = text[low..<min(low + 40, high)].firstIndex(of: space).map { $0 + 1 } ?? characterStart(text, low)
    }
    if high < text.count {
      let from = max(low, high - 40)
      high = text[from..<high].lastIndex(of: space) ?? characterStart(text, high)
    }
    let middle = String(decoding: text[low..<max(low, high)], as: UTF8.self)
    return (low > 0 ? "… " : "") + middle + (high < text.count ? " …" : "")
  }

  /// The nearest start of a code point at or before `offset`.
  private static func characterStart(_ text: [UInt8], _ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Offset of the first `part` in `text`.
  private static func firstIndex(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard let head = part.first, part.count <= text.count else { return nil }
    var from = 0
    while let at = text[from...(text.count - part.count)].firstIndex(of: head) {
      if text[at..<at + part.count].elementsEqual(part) { return at }
      from = at + 1
      if from > text.count - part.count { return nil }
    }
    return nil
  }
}
