import Language
import SourceText
import Testing

@Suite struct SegmenterTests {
  @Test(arguments: [
    ("We share data. You may say no.", ["We share data.", "You may say no."]),
    ("Dr. Lee reads your scan. It is kept.", ["Dr. Lee reads your scan.", "It is kept."]),
    ("Ask Acme Inc. about it, e.g. by phone.", ["Ask Acme Inc. about it, e.g. by phone."]),
    ("The rule is 45 CFR 164.508. It applies.", ["The rule is 45 CFR 164.508.", "It applies."]),
    ("May we call you? Yes.", ["May we call you?", "Yes."]),
    ("He said \"we may.\" Then he left.", ["He said \"we may.\"", "Then he left."]),
    ("A lost space here.We may share it.", ["A lost space here.", "We may share it."]),
    ("See www.example.org for more. Thanks.", ["See www.example.org for more.", "Thanks."]),
    ("You can: • say no • say yes", ["You can:", "say no", "say yes"]),
    ("Wrapped over\ntwo lines. Next one.", ["Wrapped over\ntwo lines.", "Next one."]),
  ])
  func cutsSentences(text: String, expected: [String]) {
    #expect(Fixture.sentences(text).map(\.text) == expected)
  }

  @Test func itemsInheritTheirLeadIn() {
    let sentences = Fixture.sentences("We may share it with: • doctors • schools")
    #expect(sentences.map(\.sentence.leadIn) == [-1, 0, 0])
  }

  @Test(arguments: [
    ("Do we share data?", Sentence.Traits.question), ("[Name the sponsor here.]", .templateNote),
    ("“AI Vendor” means a company that makes software.", .definition),
  ])
  func knowsWhatSaysNothing(text: String, trait: Sentence.Traits) {
    #expect(Fixture.sentences(text).map { $0.sentence.traits.contains(trait) } == [true])
  }

  @Test func aQuestionWithBoxesAsksForAMark() {
    let sentences = Fixture.sentences("May we call you? ☐ Yes ☐ No")
    #expect(sentences.map { $0.sentence.traits.contains(.checkBox) } == [true, true, true])
  }

  @Test func noSentenceIsLongerThanTheLimit() {
    let sentences = Fixture.sentences(String(repeating: "word and ", count: 5_000))
    #expect(sentences.allSatisfy { $0.sentence.tokens.count <= Segmenter.longestSentence })
    #expect(sentences.reduce(0) { $0 + $1.sentence.tokens.count } == 10_000)
  }
}

enum Fixture {
  /// The sentences of one paragraph, with their text.
  static func sentences(_ text: String) -> [(sentence: Sentence, text: String)] {
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
    let source = Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count))
    let document = Segmenter(.english).sentences(of: source)
    return document.sentences.map { ($0, source.string(in: document.range(of: $0))) }
  }

  /// The keys of the words of `text`.
  static func keys(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
    let source = Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count))
    return Segmenter(.english).sentences(of: source).tokens.filter(\.isWord).map(\.key)
  }
}
