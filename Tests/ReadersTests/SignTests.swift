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
