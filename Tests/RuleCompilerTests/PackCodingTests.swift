import Clauses
import TestSupport
import Testing

@testable import RuleCompiler

@Suite struct PackCodingTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func whatWasWrittenIsReadBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let packs = RandomPacks.make(using: &generator)
    let text = PackCoding.encode(packs)
    #expect(try decode(text) == packs)
    #expect(PackCoding.encode(packs) == text)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Array(PackCoding.encode(RulePackLoader.load(files: Fixtures.files).packs).utf8)
    for length in 0..<bytes.count {
      #expect(throws: PackCodingError.self) {
        try bytes[..<length].withUnsafeBufferPointer { try PackCoding.decode($0) }
      }
    }
  }

  @Test func damageIsRefusedOrReadButNeverTraps() {
    let good = Array(PackCoding.encode(RulePackLoader.load(files: Fixtures.files).packs).utf8)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          Bool.random(using: &generator) ? UInt8.random(in: 0...255, using: &generator) : UInt8(ascii: "9")
      }
      _ = try? bytes.withUnsafeBufferPointer { try PackCoding.decode($0) }
    }
  }

  @Test func whatACheckNeedsIsTheSameWithoutTheRest() throws {
    let text = Array(PackCoding.encode(RulePackLoader.load(files: Fixtures.files).packs).utf8)
    let all = try text.withUnsafeBufferPointer { try PackCoding.decode($0) }
    let some = try text.withUnsafeBufferPointer { try PackCoding.decode($0, content: .forChecking) }
    for (full, lean) in zip(all.flatMap(\.rules), some.flatMap(\.rules)) {
      #expect(full.id == lean.id && full.messages == lean.messages && full.see == lean.see)
      #expect(full.find.map(\.stance) == lean.find.map(\.stance) && full.unless.count == lean.unless.count)
      #expect(lean.find.allSatisfy(\.pattern.isEmpty) && lean.flags.allSatisfy(\.sentence.isEmpty))
    }
    #expect(all.flatMap(\.rules).count == some.flatMap(\.rules).count)
  }

  @Test func otherVersionsAreRefused() {
    #expect(throws: PackCodingError.self) { try decode("18 consentlint-pack 9\n0\n") }
    #expect(throws: PackCodingError.self) { try decode("18 consentlint-pack 4\n99999999999999999999999999\n") }
  }

  private func decode(_ text: String) throws -> [RulePack] {
    try Array(text.utf8).withUnsafeBufferPointer { try PackCoding.decode($0) }
  }
}

/// Packs with odd texts: empty ones, line feeds, digits, quotes, signs beyond ASCII.
enum RandomPacks {
  private static let pieces = [
    "a", " ", "\n", "12 ", "\"\"\"#", "\\", "é", "e\u{301}", "…", "🩻", "\r\n", "\u{0}", "word", "@class", "\t", "",
  ]

  static func make(using generator: inout SeededGenerator) -> [RulePack] {
    list(using: &generator) { generator in
      RulePack(
        language: text(using: &generator), rules: list(using: &generator, rule),
        lexicon: list(using: &generator) { generator in
          LexiconClass(name: text(using: &generator), entries: list(using: &generator, text))
        },
        kinds: list(using: &generator) { generator in
          DocumentKind(id: text(using: &generator), title: text(using: &generator), cues: cues(using: &generator))
        },
        questions: list(using: &generator, question))
    }
  }

  private static func question(using generator: inout SeededGenerator) -> Question {
    Question(
      id: text(using: &generator), order: Int.random(in: 0..<99, using: &generator), title: text(using: &generator),
      parts: list(using: &generator) { generator in
        Question.Part(
          about: text(using: &generator), says: list(using: &generator, source), cues: list(using: &generator, cue),
          touches: list(using: &generator, source), hints: list(using: &generator, cue),
          but: text(using: &generator))
      }, ask: text(using: &generator))
  }

  private static func source(using generator: inout SeededGenerator) -> Question.Source {
    Question.Source(
      rule: text(using: &generator),
      stances: list(using: &generator) { Stance.allCases.randomElement(using: &$0) ?? .permits })
  }

  private static func cue(using generator: inout SeededGenerator) -> Question.Cue {
    Question.Cue(language: text(using: &generator), phrase: text(using: &generator))
  }

  private static func rule(using generator: inout SeededGenerator) -> Rule {
    Rule(
      id: text(using: &generator), title: text(using: &generator),
      effect: Rule.Effect.allCases.randomElement(using: &generator) ?? .risk,
      level: Rule.Level.allCases.randomElement(using: &generator) ?? .note,
      levels: Dictionary(
        list(using: &generator) { generator in
          (text(using: &generator), Rule.Level.allCases.randomElement(using: &generator) ?? .note)
        }, uniquingKeysWith: { $1 }),
      since: text(using: &generator),
      stance: stance(using: &generator) ?? .permits,
      polarity: Rule.Polarity.allCases.randomElement(using: &generator) ?? .any,
      find: list(using: &generator) { generator in
        Rule.Find(pattern: text(using: &generator), stance: stance(using: &generator))
      },
      unless: list(using: &generator, text),
      messages: Dictionary(
        list(using: &generator) { generator in
          (stance(using: &generator) ?? .permits, text(using: &generator))
        }, uniquingKeysWith: { $1 }),
      why: text(using: &generator), ask: text(using: &generator),
      see: list(using: &generator) { generator in
        Rule.Citation(
          cite: text(using: &generator), url: list(using: &generator, text).first,
          read: list(using: &generator, text).first)
      },
      maps: Dictionary(
        list(using: &generator) { generator in (text(using: &generator), text(using: &generator)) },
        uniquingKeysWith: { $1 }),
      flags: list(using: &generator) { generator in
        Rule.Example(sentence: text(using: &generator), stance: stance(using: &generator))
      },
      passes: list(using: &generator, text))
  }

  private static func cues(using generator: inout SeededGenerator) -> [DocumentKind.Cue] {
    list(using: &generator) { generator in
      DocumentKind.Cue(
        language: "en", place: DocumentKind.Cue.Place.allCases.randomElement(using: &generator) ?? .text,
        weight: Int.random(in: DocumentKind.Cue.weights, using: &generator), phrase: "word é 12 🩻")
    }
  }

  private static func stance(using generator: inout SeededGenerator) -> Stance? {
    Bool.random(using: &generator) ? nil : Stance.allCases.randomElement(using: &generator)
  }

  private static func text(using generator: inout SeededGenerator) -> String {
    list(using: &generator) { pieces.randomElement(using: &$0) ?? "" }.joined()
  }

  private static func list<Item>(
    using generator: inout SeededGenerator, _ item: (inout SeededGenerator) -> Item
  ) -> [Item] {
    (0..<Int.random(in: 0..<5, using: &generator)).map { _ in item(&generator) }
  }
}
