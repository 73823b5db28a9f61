import Testing

@testable import Reporters

/// Wrapping, cutting and neutralising of text.
struct LayoutTests {
  @Test func wrapsAtSpaces() {
    #expect(Wrapping.lines("one two three", width: 8, first: "- ") == ["- one", "  two", "  three"])
    #expect(Wrapping.lines("one two", width: 7) == ["one two"])
    #expect(Wrapping.lines("", width: 8) == [""])
  }

  @Test func cutsWordsThatAreWiderThanTheLine() {
    #expect(Wrapping.lines("a abcdefgh", width: 5) == ["a", "abcde", "fgh"])
    #expect(Wrapping.lines("日本語日本", width: 5) == ["日本", "語日", "本"])
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("a\tb\nc", "a b c"), ("x\u{1B}[31my", "x\u{FFFD}[31my"), ("a\u{9B}31m", "a\u{FFFD}31m"),
      ("a\u{202E}b", "a\u{FFFD}b"), ("\u{0}\u{7F}", "\u{FFFD}\u{FFFD}"), ("a\u{2028}b", "a b"), ("é 日本", "é 日本"),
    ])
  func printable(text: String, expected: String) {
    #expect(text.printable == expected)
  }

  @Test func columns() {
    #expect("abc".columns == 3)
    #expect("日本".columns == 4)
    #expect("e\u{301}".columns == 1)
  }

  @Test func shortSentenceIsWhole() {
    #expect(Excerpt.around("b", in: "a b c", limit: 300) == "a b c")
    #expect(Excerpt.around("b", in: "", limit: 300) == "b")
  }

  @Test(arguments: [0, 500, 1_000])
  func longSentenceIsCutAroundTheQuote(wordsBefore: Int) {
    let before = String(repeating: "lorem ", count: wordsBefore)
    let sentence = before + "the quote" + String(repeating: " ipsum", count: 1_000 - wordsBefore)
    let excerpt = Excerpt.around("the quote", in: sentence, limit: 300)
    #expect(excerpt.contains("the quote"))
    #expect(excerpt.count <= 304)
    #expect(excerpt.count > 200)
    #expect(excerpt.hasPrefix("… ") == (wordsBefore > 0))
    #expect(excerpt.hasSuffix(" …") == (wordsBefore < 1_000))
  }

  @Test func cutsBetweenCharacters() {
    let excerpt = Excerpt.around("x", in: String(repeating: "日", count: 500) + "x", limit: 100)
    #expect(!excerpt.contains("\u{FFFD}"))
    #expect(excerpt.hasSuffix("x"))
  }

  @Test func quoteThatIsNotInTheSentenceStandsAlone() {
    let sentence = String(repeating: "lorem ", count: 100)
    #expect(Excerpt.around("the quote", in: sentence, limit: 100) == "the quote")
  }

  @Test func quoteThatIsLongerThanTheLimitIsCutInTheMiddle() {
    let quote = "begin " + String(repeating: "lorem ", count: 100) + "end"
    let excerpt = Excerpt.around(quote, in: "Here: " + quote + " and more.", limit: 100)
    #expect(excerpt.utf8.count < 118)
    #expect(excerpt.contains("begin lorem"))
    #expect(excerpt.contains(" … lorem"))
    #expect(excerpt.contains("lorem end"))
  }
}
