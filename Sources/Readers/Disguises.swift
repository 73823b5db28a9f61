import SourceText

/// Letters of other alphabets that look like Latin ones, in words that are otherwise Latin ("shаre" with a Cyrillic "а").
///
/// A person reads such a word; a program does not find it. So it is read as it looks, and reported: somebody may be
/// hiding a clause. The pairs are those of Unicode's confusables (UTS 39) that look the same in common fonts.
enum Disguises {
  /// What was found in a text.
  struct Findings {
    var edits: [TextEdit] = []
    /// Words that were disguised.
    var words = 0
    /// The first of them, in the text.
    var first = TextRange(start: 0, end: 0)
  }

  /// Finds the disguised words of `bytes`.
  ///
  /// A word of nothing but look-alikes ("СОРУ") counts only in a text that has no true word in that alphabet.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Findings {
    var mixed: [Word] = []
    var whole: [Word] = []
    var isForeign = false
    var word = Word()
    func close() {
      if word.hasForeign {
        isForeign = isForeign || !word.hasLatin
      } else if !word.edits.isEmpty, word.hasLatin {
        mixed.append(word)
      } else if word.edits.count > 1 {
        whole.append(word)
      }
      word = Word()
    }
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        // A word is disguised by signs beyond ASCII: before the next of them, only the letters right before it count.
        if word.edits.isEmpty, !word.hasForeign {
          let next = nextLead(bytes, from: at)
          let last = bytes[next - 1] | 0x20
          word.hasLatin = last >= 0x61 && last <= 0x7A
          at = next
          continue
        }
        if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { word.hasLatin = true } else { close() }
        at += 1
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(bytes, at: at, end: bytes.count)
      let range = TextRange(start: at, end: at + length)
      if let letter = Self.latin(scalar) {
        word.edits.append(TextEdit(range: range, replacement: [letter]))
      } else if (0x370...0x58F).contains(scalar) {
        word.hasForeign = true
      } else if !(0xC0...0x24F).contains(scalar) {
        close()
      } else {
        word.hasLatin = true
      }
      at += length
    }
    close()
    let words = (isForeign ? mixed : mixed + whole).sorted { $0.start < $1.start }
    var findings = Findings()
    findings.edits = words.flatMap(\.edits)
    findings.words = words.count
    if let first = words.first, let last = first.edits.last {
      findings.first = TextRange(start: first.start, end: last.range.end)
    }
    return findings
  }

  /// The first byte at or behind `start` that begins a sign of two or of four bytes, or the end. Signs of three bytes,
  /// such as curly quotes, are many.
  static func nextLead(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= bytes.count {
      // Of a byte that begins a sign the two top bits are set; the third is not, or the fourth is too.
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if word & word << 1 & (~(word << 2) | word << 3) & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count, !(0xC0..<0xE0 ~= bytes[at] || bytes[at] >= 0xF0) { at += 1 }
    return at
  }

  private struct Word {
    var hasLatin = false
    /// True if it has a letter of another alphabet that looks like no Latin one.
    var hasForeign = false
    var edits: [TextEdit] = []
    var start: Int { edits.first?.range.start ?? 0 }
  }

  /// The Latin letter that `scalar` looks like, as a byte.
  private static func latin(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x391...0x58F: return lookalikes[scalar]
    // Mathematical bold, italic and other styles of A to Z and a to z; digits have an alphabet of their own.
    case 0x1D400...0x1D6A3:
      let letter = UInt8((scalar - 0x1D400) % 52)
      return letter < 26 ? 0x41 + letter : 0x61 + letter - 26
    default: return nil
    }
  }

  private static let lookalikes: [UInt32: UInt8] = {
    let pairs: [(String, String)] = [
      // Greek. Small letters that science uses alone (alpha, mu, rho) do not count.
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),
      // Cyrillic, with the letters of Ukrainian, Serbian and others.
      ("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw"),
      // Armenian.
      ("Օօսհ", "Oouh"),
    ]
    var table: [UInt32: UInt8] = [:]
    for (foreign, latin) in pairs {
      for (letter, byte) in zip(foreign.unicodeScalars, latin.utf8) { table[letter.value] = byte }
    }
    return table
  }()
}
