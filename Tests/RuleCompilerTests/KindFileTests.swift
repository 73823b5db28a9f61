import Clauses
import RuleCompiler
import Testing

@Suite struct KindFileTests {
  static let kind = """
    title: sales form
    cues:
      en:
        title:
          9: [consent to a sale, sale of scans]
          4: [sale]
        text:
          2: [the buyer]
      ja: { title: { 9: [販売同意書] } }
    """
  static let files = Fixtures.files + [RuleSourceFile(path: "Rules/kinds/sale.yaml", text: kind)]

  @Test func aKindIsReadIntoThePackOfTheBaseLanguage() throws {
    let (packs, diagnostics) = RulePackLoader.load(files: Self.files)
    #expect(diagnostics == [])
    #expect(packs.map { $0.kinds.count } == [1, 0])
    let kind = try #require(packs.first?.kinds.first)
    #expect(kind.id == "sale" && kind.title == "sales form")
    #expect(
      kind.cues == [
        DocumentKind.Cue(language: "en", place: .title, weight: 9, phrase: "consent to a sale"),
        DocumentKind.Cue(language: "en", place: .title, weight: 9, phrase: "sale of scans"),
        DocumentKind.Cue(language: "en", place: .title, weight: 4, phrase: "sale"),
        DocumentKind.Cue(language: "en", place: .text, weight: 2, phrase: "the buyer"),
        DocumentKind.Cue(language: "ja", place: .title, weight: 9, phrase: "販売同意書"),
      ])
  }

  @Test(arguments: [
    ("title: sales", "titel: sales", "1:1: unknown key `titel`; did you mean `title`?"),
    ("sales form", "sales form.", "1:18: a title ends without a full stop"),
    ("  en:", "  english:", "3:3: `english` is no language code; write for example es"),
    ("    text:", "    body:", "7:5: unknown key `body`; use one of: title, text"),
    ("      9: [consent", "      12: [consent", "5:7: a weight must be a number from 1 to 9, not `12`"),
    ("      9: [consent", "      much: [consent", "5:7: a weight must be a number from 1 to 9, not `much`"),
    ("4: [sale]", "4: sale", "6:10: weight 4 needs a list of phrases"),
    ("4: [sale]", "4: []", "6:10: weight 4 needs a list of phrases"),
    ("[the buyer]", "[\"...\"]", "8:11: `...` has no word"),
    ("4: [sale]", "4: [SALE, sale]", "6:17: `sale` is there already; letters' case and accents do not count"),
    ("{ title: { 9: [販売同意書] } }", "販売", "9:7: `ja` must be a map with `title`, `text` or both"),
  ])
  func oneFaultGivesOneLineWithItsPlace(old: String, new: String, expected: String) {
    let text = Self.kind.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.kind)
    let found = Fixtures.faults([RuleSourceFile(path: "kinds/sale.yaml", text: text)])
    let parts = expected.split(separator: ": ", maxSplits: 1)
    #expect(found.contains("kinds/sale.yaml:\(parts[0]): error: \(parts[1])"), "\(found)")
  }

  @Test func theCuesOfAllLanguagesStandInOneFile() {
    #expect(
      Fixtures.faults([RuleSourceFile(path: "kinds/sale.es.yaml", text: Self.kind)])
        == ["kinds/sale.es.yaml:1:1: error: the cues of all languages stand in one file: sale.yaml"])
  }

  // MARK: Levels by kind

  private func withLevels(_ levels: String) -> [RuleSourceFile] {
    Self.files.map { file in
      guard file.path.hasSuffix("sharing/sale.yaml") else { return file }
      let text = file.text.replacing("level: warning", with: "level: warning\nlevels: \(levels)", maxReplacements: 1)
      return RuleSourceFile(path: file.path, text: text)
    }
  }

  @Test func aRuleHasLevelsByKind() throws {
    let (packs, diagnostics) = RulePackLoader.load(files: withLevels("{ sale: note, general: error }"))
    #expect(diagnostics == [])
    let rule = try #require(packs.first?.rules.first)
    #expect(rule.levels == ["sale": .note, "general": .error])
    #expect(rule.level(inKind: "sale") == .note)
    #expect(rule.level(inKind: "npp") == .warning)
    #expect(rule.level(inKind: nil) == .warning)
    #expect(packs.last?.rules.first?.levels == rule.levels, "the translation takes them over")
  }

  @Test(arguments: [
    ("{ sell: note }", "4:11: unknown kind `sell` in `levels`; use one of: general, sale"),
    ("{ sale: bad }", "4:17: `sale` must be one of note, warning, error, not `bad`"),
    ("note", "4:9: `levels` must be a map, not text"),
  ])
  func faultsOfLevels(levels: String, expected: String) {
    let parts = expected.split(separator: ": ", maxSplits: 1)
    let found = Fixtures.faults(withLevels(levels))
    #expect(found == ["Rules/sharing/sale.yaml:\(parts[0]): error: \(parts[1])"])
  }
}
