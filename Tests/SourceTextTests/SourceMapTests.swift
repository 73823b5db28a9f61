import SourceText
import Testing

@Suite struct SourceMapTests {
  /// Text "ab" + "fi" (a ligature of 3 bytes) + "c" + " " (put in) + "xy" (UTF-16).
  private static let map: SourceMap = {
    var map = SourceMap()
    map.append(.copied, textLength: 2, origin: TextRange(start: 10, end: 12))
    map.append(.replaced, textLength: 2, origin: TextRange(start: 12, end: 15))
    map.append(.copied, textLength: 1, origin: TextRange(start: 20, end: 21))
    map.append(.inserted, textLength: 1, origin: TextRange(start: 21, end: 21))
    map.append(.stretched(2), textLength: 1, origin: TextRange(start: 22, end: 24))
    map.append(.stretched(2), textLength: 1, origin: TextRange(start: 24, end: 26))
    return map
  }()

  @Test(
    "A range of the text leads to the smallest range of the file",
    arguments: [
      (0, 2, 10, 12), (1, 3, 11, 15), (3, 4, 12, 15), (2, 5, 12, 21), (4, 5, 20, 21), (6, 7, 22, 24), (7, 8, 24, 26),
      (0, 8, 10, 26), (1, 1, 11, 11), (8, 8, 26, 26),
    ])
  func origin(start: Int, end: Int, originStart: Int, originEnd: Int) {
    let origin = Self.map.origin(of: TextRange(start: start, end: end))
    #expect(origin == TextRange(start: originStart, end: originEnd))
  }

  @Test("Segments that go on are joined; empty ones are not added")
  func joining() {
    #expect(Self.map.segments.count == 5)
    var map = SourceMap.identity(length: 3)
    map.append(.copied, textLength: 2, origin: TextRange(start: 3, end: 5))
    map.append(.replaced, textLength: 0, origin: TextRange(start: 5, end: 9))
    #expect(map == .identity(length: 5))
  }

  @Test("A part of a segment keeps step with its origin")
  func parts() {
    let stretched = Self.map.segments[4].part(TextRange(start: 7, end: 99))
    #expect(stretched.origin == TextRange(start: 24, end: 26))
    let replaced = Self.map.segments[1].part(TextRange(start: 3, end: 4))
    #expect(replaced.text == TextRange(start: 3, end: 4))
    #expect(replaced.origin == TextRange(start: 12, end: 15))
  }
}

/// The way from the file to the text.
@Suite struct SourceMapBackwardsTests {
  private let map: SourceMap = {
    var map = SourceMap()
    map.append(.copied, textLength: 5, origin: TextRange(start: 10, end: 15))
    map.append(.inserted, textLength: 1, origin: TextRange(start: 15, end: 15))
    map.append(.replaced, textLength: 3, origin: TextRange(start: 20, end: 25))
    map.append(.stretched(2), textLength: 4, origin: TextRange(start: 30, end: 38))
    return map
  }()

  @Test(arguments: [
    (TextRange(start: 11, end: 13), TextRange(start: 1, end: 3)),
    (TextRange(start: 10, end: 38), TextRange(start: 0, end: 13)),
    (TextRange(start: 21, end: 22), TextRange(start: 6, end: 9)),
    (TextRange(start: 32, end: 36), TextRange(start: 10, end: 12)),
    (TextRange(start: 0, end: 10), TextRange(start: 0, end: 0)),
    (TextRange(start: 15, end: 20), TextRange(start: 0, end: 0)),
  ])
  func textFromOrigin(origin: TextRange, text: TextRange) {
    #expect(map.text(from: origin) == text)
  }

  @Test func backAndForth() {
    for start in 0..<map.segments[0].text.end {
      for end in (start + 1)...map.segments[0].text.end {
        let range = TextRange(start: start, end: end)
        #expect(map.text(from: map.origin(of: range)) == range)
      }
    }
  }
}
