import TestSupport
import Testing

@testable import LanguageServer

/// JSON in and out.
@Suite struct JSONTests {
  private static func parse(_ text: String) -> JSON? { try? JSONParser.parse(Array(text.utf8)) }

  @Test func values() {
    #expect(
      Self.parse(" {\"a\": [1, -2, 3.5, 1e3, true, false, null, \"x\"], \"b\": {}} ")
        == ["a": [1, -2, .number(3.5), .number(1000), true, false, .null, "x"], "b": [:]])
    #expect(Self.parse("1.0")?.integer == 1)
    #expect(Self.parse("99999999999999999999") == .number(1e20))
  }

  @Test func escapes() {
    #expect(Self.parse(#""\"\\\/\b\f\n\r\té""#) == .string("\"\\/\u{8}\u{C}\n\r\t\u{E9}"))
    #expect(Self.parse(#""\ud83d\ude00""#) == .string("\u{1F600}"))
    // Half a pair is one character, so that both sides count the same.
    #expect(Self.parse(#""\ud83dx\ude00""#) == .string("\u{FFFD}x\u{FFFD}"))
    #expect(Self.parse(#""\ud83d\ud83d\ude00""#) == .string("\u{FFFD}\u{1F600}"))
  }

  @Test(arguments: [
    "", "{", "[1,", "[1 2]", "{\"a\"}", "{a:1}", "\"x", "\"\\", "\"\\u12", "\"\\q\"", "tru", "nul", "+1", "-", "1.2.3",
    "[1]]", "{} {}", "\u{0}", "[,]",
  ])
  func wrongTexts(text: String) {
    #expect(Self.parse(text) == nil)
  }

  @Test func deepTextsAreRefused() {
    #expect(Self.parse(String(repeating: "[", count: 1_000_000)) == nil)
    #expect(Self.parse(String(repeating: "{\"a\":", count: 1_000_000)) == nil)
  }

  /// Random bytes and random damage never trap, and what is written comes back.
  @Test func randomTexts() throws {
    var random = SeededGenerator(seed: 7)
    let value: JSON = [
      "text": "a\u{0}\u{1F}\u{7F}\"\\\n\u{1F600}e\u{301}", "list": [1, .null, ["x": []]], "number": .number(-0.25),
    ]
    #expect(try JSONParser.parse(value.bytes) == value)
    for _ in 0..<3000 {
      var bytes = value.bytes
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? JSONParser.parse(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
    }
  }
}
