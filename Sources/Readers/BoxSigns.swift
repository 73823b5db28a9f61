import SourceText

/// Boxes of symbol fonts that came out as other signs: "£ By mail", "h Laboratory results".
enum BoxSigns {
  /// Signs that are boxes of Wingdings where a capital follows.
  private static let signs: [[UInt8]] = [Array("£".utf8), Array("¨".utf8), Array("❏".utf8), Array("".utf8)]
  /// Letters that are boxes of one symbol font or another. Not "a", "e", "o" and "y", which are words.
  private static let letters = Set("hqrnpmlsctxg".utf8)
  /// A letter counts if it stands before so many lines.
  private static let fewest = 3

  /// Puts a box in the place of such signs.
  static func replace(in printed: inout PrintedPages) {
    let letters = usedLetters(printed)
    let box = TextRange(start: printed.bytes.count, end: printed.bytes.count + 3)
    printed.bytes += Array("☐".utf8)
    for page in printed.pages.indices {
      for line in printed.pages[page].lines.indices {
        let words = printed.pages[page].lines[line].words
        for (index, word) in words.enumerated() where word.text.length <= 3 {
          let bytes = Array(printed.bytes[word.text.start..<word.text.end])
          guard signs.contains(bytes) || (index == 0 && bytes.count == 1 && letters.contains(bytes[0])) else { continue }
          // A box alone may belong to the words in the next piece of the line.
          guard index + 1 == words.count ? index == 0 : isCapital(words[index + 1], printed.bytes) else { continue }
          printed.pages[page].lines[line].words[index].text = box
        }
      }
    }
  }

  private static func usedLetters(_ printed: PrintedPages) -> Set<UInt8> {
    var counts: [UInt8: Int] = [:]
    for page in printed.pages {
      for line in page.lines where line.words.count > 1 {
        let first = line.words[0].text
        guard first.length == 1, letters.contains(printed.bytes[first.start]) else { continue }
        if isCapital(line.words[1], printed.bytes) { counts[printed.bytes[first.start], default: 0] += 1 }
      }
    }
    return Set(counts.filter { $0.value >= fewest }.keys)
  }

  private static func isCapital(_ word: PageWord, _ bytes: [UInt8]) -> Bool {
    Bytes.isUpper(bytes[word.text.start])
  }
}
