import Foundation
import Readers
import SourceText
import Testing

/// Each sign that a reader undoes: the text that is left, and the bytes that a word of it came from.
@Suite struct SignTests {
  @Test(
    "Undone signs, with the exact origin of a word",
    arguments: [
      ("a\r\nb", "a\nb", "b", 3, 4),
      ("a\rb", "a\nb", "\n", 1, 2),
      ("infor\u{AD}mation x", "information x", "information", 0, 13),
      ("con\u{200B}sent", "consent", "consent", 0, 10),
      ("a \u{200E}data\u{200F} b", "a data b", "data", 5, 9),
      ("we\u{A0}may", "we may", "may", 4, 7),
      ("we\u{2009}may", "we may", " ", 2, 5),
      ("we\u{3000}may", "we may", "may", 5, 8),
      ("\u{FB01}nd it", "find it", "find", 0, 5),
      ("o\u{FB03}ce", "office", "office", 0, 6),
      ("\u{FB02}ow", "flow", "ow", 3, 5),
      ("la\u{FB06} one", "last one", "one", 6, 9),
      ("Ａ１b", "A1b", "b", 6, 7),
      ("opt\u{2011}out", "opt-out", "out", 6, 9),
      ("x\u{C}y", "x\ny", "y", 2, 3),
      ("bell\u{7} rings quite a lot for this line to be seen as text at all", nil, "rings", 6, 11),
      ("“curly” – dash—", "“curly” – dash—", "dash", 16, 20),
      ("نمی\u{200C}خواهم", "نمی\u{200C}خواهم", "", 0, 0),
    ] as [(String, String?, String, Int, Int)])
  func signs(source: String, expected: String?, word: String, start: Int, end: Int) throws {
    let result = read(source)
    let text = String(decoding: result.text.bytes, as: UTF8.self)
    if let expected { #expect(text == expected) }
    guard !word.isEmpty else { return }
    let found = try #require(text.range(of: word))
    let offset = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let origin = result.text.map.origin(of: TextRange(start: offset, end: offset + word.utf8.count))
    #expect(origin == TextRange(start: start, end: end))
  }

  @Test(
    "Accents are put on their letters",
    arguments: [
      ("informacio\u{301}n", "información"), ("N\u{303}", "Ñ"), ("u\u{308}ber c\u{327}a", "über ça"),
      ("x\u{301}", "x\u{301}"), ("\u{301}", "\u{301}"),
    ])
  func accents(source: String, expected: String) {
    let result = read(source)
    // Strings with equal accents are equal in Swift: the bytes are not.
    #expect(result.text.bytes == Array(expected.utf8))
    #expect(result.problems.isEmpty)
  }

  @Test(
    "Words in the letters of two alphabets are read as they look, and reported",
    arguments: [
      // Cyrillic a, s and e; the whole word; Greek O; mathematical bold.
      ("We m\u{430}y \u{455}har\u{435} it", "We may share it", 2, 3),
      ("\u{430} \u{441}\u{43E}\u{440}\u{443} of it", "\u{430} copy of it", 1, 3),
      ("v\u{39F}id", "vOid", 1, 1),
      ("\u{1D42C}ell data", "sell data", 1, 0),
      // True Russian beside English, units, and names of substances stay.
      ("\u{41C}\u{44B} \u{43C}\u{43E}\u{436}\u{435}\u{43C} \u{440}\u{43E}\u{441}", nil, 0, 0),
      ("5 \u{3BC}g of TNF-\u{3B1}, \u{3B2}-blocker", nil, 0, 0),
    ] as [(String, String?, Int, Int)])
  func disguises(source: String, expected: String?, words: Int, at start: Int) {
    let result = read(source)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == expected ?? source)
    let counts = result.problems.compactMap { problem in
      if case .disguisedLetters(let count, let range) = problem { (count, range.start) } else { nil }
    }
    #expect(counts.map(\.0) == (words > 0 ? [words] : []))
    if let first = counts.first { #expect(first.1 >= start) }
    #expect(result.problems.allSatisfy { !$0.hidesText })
  }

  @Test("A disguised word leads back to the letters in the file")
  func disguiseOrigin() {
    let result = read("We m\u{430}y sh\u{430}re it")
    #expect(result.text.string(in: TextRange(start: 7, end: 12)) == "share")
    #expect(result.text.map.origin(of: TextRange(start: 7, end: 12)) == TextRange(start: 8, end: 14))
  }

  @Test("Mail quoting goes, a lone greater-than sign stays")
  func quoting() {
    let result = read("Hello,\n\n> We may share\n> > your scans\n>\nx > y\n\n> 8 mm")
    #expect(outline(result) == ["P Hello,", "P We may share/your scans", "P x > y", "P > 8 mm"])
    let words = result.text.blocks[1].range
    #expect(result.text.map.origin(of: words) == TextRange(start: 10, end: 37))
  }

  @Test(
    "Words parted at line ends",
    arguments: [
      ("We may use your health infor-\nmation for research that is done here.", "health information for"),
      ("We may use your health infor-\n   mation for research that is done here.", "health information for"),
      ("We may give your health data to a third-\nparty company for their research.", "third-party company"),
      ("We may give your health data that was de-\nidentified to a company for research.", "de-identified to"),
      (
        "We may give your data for the state-of-the-\nart machines of our research company.",
        "state-of-the-art machines"
      ),
      ("We may give all of your data and scans to the North-\nEast research company and others.", "North-\nEast"),
    ])
  func hyphens(source: String, expected: String) {
    let result = read(source)
    let text = String(decoding: result.text.bytes, as: UTF8.self)
    #expect(text.contains(expected), "\(text)")
    #expect(result.text.blocks.count == 1)
  }

  @Test("A joined word leads back to both lines")
  func hyphenOrigin() {
    let result = read("We may use your health infor-\nmation for research that is done here.")
    let origin = result.text.map.origin(of: TextRange(start: 23, end: 34))
    #expect(origin == TextRange(start: 23, end: 36))
    #expect(result.text.string(in: TextRange(start: 23, end: 34)) == "information")
  }
}
