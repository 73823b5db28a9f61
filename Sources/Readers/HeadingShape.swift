import SourceText

/// Does a line look like a heading?
enum HeadingShape {
  private static let mostWords = 12
  private static let longest = 120

  /// Words that a title may hold in lower case.
  private static let small: [StaticString] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "if", "in", "into", "is", "nor", "of", "on", "or", "our", "per",
    "than", "the", "to", "via", "vs", "we", "with", "your", "de", "del", "el", "en", "la", "las", "los", "para", "por",
    "su", "y",
  ]

  /// The shape of a line's words; prose if it is no heading.
  static func of(_ bytes: Bytes, _ range: TextRange) -> Draft.Shape {
    guard range.length <= longest, range.length >= 2 else { return .prose }
    if bytes[range.start] == 0x23, let level = hashes(bytes, range) { return .heading(level: level) }
    switch bytes[range.end - 1] {
    case 0x3F: return Words(bytes, range).count <= mostWords + 3 ? .question : .prose
    case 0x2E, 0x3B, 0x2C, 0x3A, 0x21, 0x5F: return .prose
    default: break
    }
    if bytes.first(0x5F, from: range.start, to: range.end) < range.end { return .prose }
    if isNumbered(bytes, range) { return .title(level: 2) }
    let words = Words(bytes, range, stopsAtLowerWord: true)
    guard words.count <= mostWords, words.letters >= 3 else { return .prose }
    if words.lowers == 0, words.uppers >= 3 { return .title(level: 1) }
    return words.lowerWords == 0 && words.upperWords > 0 ? .title(level: 2) : .prose
  }

  /// Where the words of a `# Heading` begin and end.
  static func withoutHashes(_ bytes: Bytes, _ range: TextRange) -> TextRange {
    var range = range
    while range.start < range.end, bytes[range.start] == 0x23 { range.start += 1 }
    while range.end > range.start, bytes[range.end - 1] == 0x23 { range.end -= 1 }
    return bytes.trimmed(range)
  }

  private static func hashes(_ bytes: Bytes, _ range: TextRange) -> Int? {
    var level = 0
    while bytes[range.start + level] == 0x23 { level += 1 }
    return level <= 6 && bytes[range.start + level] == 0x20 ? level : nil
  }

  /// "Section 3", "Part B – how we share".
  private static func isNumbered(_ bytes: Bytes, _ range: TextRange) -> Bool {
    let names: [StaticString] = ["section ", "part ", "article ", "appendix ", "annex ", "chapter ", "step "]
    guard let name = names.first(where: { bytes.matches($0, at: range.start) }) else { return false }
    let at = range.start + name.utf8CodeUnitCount
    return Bytes.isDigit(bytes[at]) || (Bytes.isUpper(bytes[at]) && !Bytes.isLower(bytes[at + 1]))
  }

  /// A count of words by the case of their first letters.
  private struct Words {
    var count = 0
    var letters = 0
    var uppers = 0
    var lowers = 0
    var upperWords = 0
    /// Words in lower case that a title would not hold.
    var lowerWords = 0

    init(_ bytes: Bytes, _ range: TextRange, stopsAtLowerWord: Bool = false) {
      var at = range.start
      while at < range.end {
        while at < range.end, Bytes.isSpace(bytes[at]) { at += 1 }
        let start = at
        var first: LetterCase?
        while at < range.end, !Bytes.isSpace(bytes[at]) {
          guard bytes[at] & 0xC0 != 0x80 else {
            at += 1
            continue
          }
          let letterCase = bytes.letterCase(at: at)
          if letterCase != .none {
            first = first ?? letterCase
            letters += 1
          }
          if letterCase == .upper { uppers += 1 }
          if letterCase == .lower { lowers += 1 }
          at += 1
        }
        guard at > start else { continue }
        count += 1
        if first == .upper { upperWords += 1 }
        let length = at - start
        if first == .lower, !small.contains(where: { $0.utf8CodeUnitCount == length && bytes.matches($0, at: start) }) {
          lowerWords += 1
          if stopsAtLowerWord { return }
        }
      }
    }
  }
}
