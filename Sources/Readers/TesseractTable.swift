import SourceText

/// Reads what `tesseract ... tsv` writes: a line for each page, block, paragraph, line (level 4) and word (level 5).
enum TesseractTable {
  /// Words that the recogniser is less sure of are specks and strokes.
  private static let leastConfidence: Float = 0.15
  /// In a line of words that it is this sure of, they are words: "do not" must not become "not".
  private static let sureConfidence: Float = 0.6

  /// The pages in `output`; nil if it is not tesseract's.
  static func parse(_ output: [UInt8]) -> PrintedPages? {
    guard output.starts(with: Array("level\t".utf8)) else { return nil }
    var result = PrintedPages()
    var words: [PageWord] = []
    var lineBox: PageBox?
    func close() {
      dropSpecks(&words, result.bytes)
      if let box = lineBox, !words.isEmpty, !result.pages.isEmpty {
        PictureSigns.repair(&words, &result)
        result.pages[result.pages.count - 1].lines.append(PageLine(words, box: box))
      }
      words.removeAll(keepingCapacity: true)
      lineBox = nil
    }
    for line in output.split(separator: 0x0A).dropFirst() {
      let fields = line.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count >= 11, let level = number(fields[0]) else { continue }
      let sides = fields[6...9].compactMap(number)
      guard sides.count == 4 else { continue }
      let box = PageBox(left: sides[0], top: sides[1], right: sides[0] + sides[2], bottom: sides[1] + sides[3])
      switch level {
      case 1:
        close()
        var page = PrintedPage(number: result.pages.count + 1, width: box.width, height: box.height)
        page.isPicture = true
        result.pages.append(page)
      case 4:
        close()
        lineBox = box
      case 5:
        guard fields.count == 12, let confidence = number(fields[10]), confidence >= 0 else { continue }
        // A lone stroke is the word "I".
        let printed = fields[11].elementsEqual([0x7C]) ? [0x49] : fields[11]
        let text = printed.withUnsafeBufferPointer { result.addText($0) }
        if text.length > 0 { words.append(PageWord(text: text, box: box, confidence: min(1, confidence / 100))) }
      default: break
      }
    }
    close()
    for index in result.pages.indices { result.pages[index].turnUpright() }
    return result
  }

  private static func dropSpecks(_ words: inout [PageWord], _ bytes: [UInt8]) {
    let sure = words.count { $0.confidence ?? 1 >= sureConfidence }
    let isLine = sure >= 3 && 2 * sure > words.count
    words.removeAll { word in
      guard word.confidence ?? 1 < leastConfidence else { return false }
      return !isLine || bytes[word.text.start..<word.text.end].count { Bytes.isLetter($0) } < 2
    }
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Float? {
    Float(String(decoding: field, as: UTF8.self)).map(PageBox.clean)
  }
}

/// Signs that the recogniser takes for letters.
enum PictureSigns {
  private static let bullets: Set<String> = ["e", "¢", "©", "®", "»", "«", "°", "@", "*", "+", "¢e", "e¢"]
  /// What empty boxes are taken for. Before a capital only.
  private static let boxes: Set<String> = [
    "[J", "[]", "[1", "[]J", "[J]", "(J", "CJ", "LJ", "L]", "C]", "CO", "OO", "O", "0", "[|", "|_|", "[_]", "[", "C1",
    "C)", "Cl", "CI", "CL", "LI", "LL", "L1", "Ll", "U", "D", "L", "C", "O1", "[L]", "[7", "[)", "()", "1]", "|]",
  ]

  /// Puts the meant sign in the place of the first word of a line.
  static func repair(_ words: inout [PageWord], _ pages: inout PrintedPages) {
    guard words.count > 1, words[0].text.length <= 4 else { return }
    let first = String(decoding: pages.bytes[words[0].text.start..<words[0].text.end], as: UTF8.self)
    // "I" behind a box is taken for a 1, by itself or with the word that follows: "1DO".
    let next = words[1].text
    let isOne = pages.bytes[next.start] == 0x31
    let follows = next.length > 1 ? next.start + 1 : words.count > 2 ? words[2].text.start : next.start
    let isI = isOne && Bytes.isUpper(pages.bytes[follows])
    let isBox = boxes.contains(first) && (isI || Bytes.isUpper(pages.bytes[next.start]))
    guard isBox || bullets.contains(first) else { return }
    let start = pages.bytes.count
    pages.bytes += Array((isBox ? "☐" : "•").utf8)
    words[0].text = TextRange(start: start, end: pages.bytes.count)
    guard isBox, isI else { return }
    let word = pages.bytes.count
    pages.bytes += Array((next.length > 1 ? "I " : "I").utf8) + pages.bytes[(next.start + 1)..<next.end]
    words[1].text = TextRange(start: word, end: pages.bytes.count)
  }
}
