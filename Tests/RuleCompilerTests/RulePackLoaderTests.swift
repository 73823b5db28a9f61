import Clauses
import RuleCompiler
import TestSupport
import Testing

@Suite struct RulePackLoaderTests {
  @Test func goodFilesGiveOnePackALanguage() throws {
    let (packs, diagnostics) = RulePackLoader.load(files: Fixtures.files)
    #expect(diagnostics == [])
    #expect(packs.map(\.language) == ["en", "es"])

    let english = try #require(packs.first)
    #expect(english.lexicon.map(\.name) == ["give", "image", "sell"])
    #expect(english.lexicon.first?.entries == ["give", "@sell"])
    let rule = try #require(english.rules.first)
    #expect(
      rule
        == Rule(
          id: "sharing.sale", title: "Your images may be sold", effect: .risk, level: .warning, since: "0.1.0",
          stance: .permits, polarity: .any,
          find: [
            Rule.Find(pattern: "@give … <data: @image> … (to|for) buyer"),
            Rule.Find(pattern: "never sell @image", stance: .denies),
          ],
          unless: ["sell … house"],
          messages: [.permits: "Your {data} may be sold.", .denies: "The form says that nothing is sold."],
          why: "A buyer can do with them what it likes.\nYou are not asked again.",
          ask: "Who buys my images?",
          see: [
            Rule.Citation(cite: "45 CFR 164.502(a)", url: "https://example.org/law", read: "2026-11"),
            Rule.Citation(cite: "A paper"),
          ],
          maps: ["dpv": "dpv:Sell", "opp115": "Third Party Sharing/Collection"],
          flags: [
            Rule.Example(sentence: "We may [[sell scans to a buyer]]."),
            Rule.Example(sentence: "We will [[never sell scans]].", stance: .denies),
          ],
          passes: ["We sell tea.", "Scans are kept."]))
  }

  @Test func translationTakesFactsFromTheEnglishFile() throws {
    let spanish = try #require(RulePackLoader.load(files: Fixtures.files).packs.last?.rules.first)
    #expect(spanish.id == "sharing.sale")
    #expect(spanish.title == "Sus imágenes pueden venderse")
    #expect(spanish.level == .warning)
    #expect(spanish.see.count == 2)
    #expect(spanish.maps["dpv"] == "dpv:Sell")
    #expect(spanish.messages == [.permits: "Sus {data} pueden venderse."])
    #expect(spanish.unless == [])
  }

  @Test func aMessageForTheOwnStanceServesAll() throws {
    let files = Fixtures.files(
      in: "sale.yaml", replacing: "since", by: "stance: offers-choice\npolarity: affirmed\nsince"
    )
    .map { file in
      RuleSourceFile(
        path: file.path, text: file.text.replacing("  permits: \"Your {data}", with: "  offers-choice: \"Your {data}"))
    }
    let rule = try #require(RulePackLoader.load(files: files).packs.first?.rules.first)
    #expect(rule.stance == .offersChoice)
    #expect(rule.polarity == .affirmed)
    #expect(rule.message(for: .permits) == "Your {data} may be sold.")
    #expect(rule.message(for: .denies) == "The form says that nothing is sold.")
  }

  @Test func aUserPackMayUseTheClassesOfTheBase() {
    let base = RulePackLoader.load(files: Fixtures.files).packs
    let own = Fixtures.files.filter { !$0.path.contains("lexicon") }
    #expect(Fixtures.faults(own).count == 4)
    let (packs, diagnostics) = RulePackLoader.load(files: own, base: base)
    #expect(diagnostics == [])
    #expect(packs.map(\.rules.count) == [1, 1])
    #expect(packs.allSatisfy { $0.lexicon.isEmpty })
  }

  @Test func theOrderOfFilesDoesNotMatter() {
    var generator = SeededGenerator(seed: 3)
    var files = Fixtures.files
    files.append(RuleSourceFile(path: "Rules/lexicon/a.yaml", text: "title: A\nwords: [\"@b\", \"@nobody\"]"))
    files.append(RuleSourceFile(path: "Rules/lexicon/b.yaml", text: "title: B\nwords: [\"@a\"]"))
    let first = RulePackLoader.load(files: files)
    for _ in 0..<20 {
      files.shuffle(using: &generator)
      let next = RulePackLoader.load(files: files)
      #expect(next.diagnostics == first.diagnostics)
      #expect(PackCoding.encode(next.packs) == PackCoding.encode(first.packs))
    }
  }

  @Test func everyTruncationIsReadOrRefused() {
    for length in 0..<Fixtures.rule.count {
      let file = RuleSourceFile(path: "sharing/sale.yaml", text: String(Fixtures.rule.prefix(length)))
      let (packs, diagnostics) = RulePackLoader.load(files: [file] + Fixtures.files.dropFirst(2))
      #expect((packs.first?.rules.isEmpty == false) == diagnostics.isEmpty, "\(length)")
    }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(Fixtures.faults([RuleSourceFile(path: "a/b.yaml", text: text)]).count == 1)
  }
}
