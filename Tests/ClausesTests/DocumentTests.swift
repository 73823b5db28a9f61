import Language
import SourceText
import Testing

@testable import Clauses

/// What a sentence takes from the document around it: names, lost boxes, lost bullets.
@Suite struct DocumentTests {
  @Test(arguments: [
    (["We share scans with Acme."], ["share/permits"]),
    (["We share scans with doctors."], []),
    (["Acme Inc. is an AI company.", "Acme may keep scans."], ["keep/permits"]),
    (["Our AI vendor, Acme, reads them.", "Acme may keep scans."], ["keep/permits"]),
    (["Acme (\"we\") is an AI company.", "Acme may keep scans."], []),
    (["Acme may keep scans.", "Acme is an AI company."], []),
  ])
  func namesCountOnceTheyAreIntroduced(paragraphs: [String], expected: [String]) throws {
    #expect(try Self.found(paragraphs) == expected)
  }

  @Test(arguments: [
    (["Check the boxes below.", "Staff may use scans."], ["use/offers-choice"]),
    (["Check the boxes below.", "I understand that staff may use scans."], ["use/permits"]),
    (
      ["I consent to the use of scans.", "I do not consent to the use of scans."],
      ["use/offers-choice", "use/offers-choice"]
    ),
    (["I consent to the use of scans.", "Staff do not use records."], ["use/permits"]),
  ])
  func boxesThatWereLostAreLinesToTick(paragraphs: [String], expected: [String]) throws {
    #expect(try Self.found(paragraphs) == expected)
  }

  @Test(arguments: [
    ("If we use scans, we will say so.", "use/permits"), ("If the law asks, we use scans.", "use/conditional"),
    ("If you agree, we use scans.", "use/conditional"), ("We use scans if required by law.", "use/permits"),
    ("We use scans if a judge asks.", "use/conditional"),
  ])
  func aPracticeInTheConditionIsNotConditional(sentence: String, expected: String) throws {
    #expect(try Self.found([sentence]) == [expected])
  }

  @Test func labelsAndShortItemsBelongToTheirIntroduction() {
    let document = Self.document([
      "We share your data with these service providers:", "Acme Cloud:", "Purpose: hosting",
      "We may share your data with others:", "Research partners.", "We keep a list of them.",
    ])
    #expect(document.sentences.map(\.leadIn) == [-1, 0, -1, -1, 3, -1])
  }

  private static func found(_ paragraphs: [String]) throws -> [String] {
    let rules = [
      MatcherOracleTests.rule("keep", find: "=«maker» … keep"),
      MatcherOracleTests.rule("share", find: "share … with =«name»"),
      MatcherOracleTests.rule("use", find: "use (of)? scan"),
    ]
    let finder = try ClauseFinder(RulePack(language: "en", rules: rules, lexicon: []), language: .english)
    return finder.clauses(in: document(paragraphs)).map { "\(finder.pack.rules[$0.rule].id)/\($0.stance.rawValue)" }
  }

  private static func document(_ paragraphs: [String]) -> Sentences {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let start = bytes.count
      bytes += Array(paragraph.utf8)
      blocks.append(Block(kind: .paragraph, range: TextRange(start: start, end: bytes.count)))
      bytes.append(0x0A)
    }
    return Segmenter(.english).sentences(of: Text(bytes: bytes, blocks: blocks, map: .identity(length: bytes.count)))
  }
}
