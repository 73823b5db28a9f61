import Language
import Testing

@Suite struct WordTests {
  @Test(arguments: [
    ("Patient’s", "patient"), ("patient's", "patient"), ("DON'T", "don't"), ("don’t", "don't"), ("CAFÉ", "café"),
    ("Ünder", "ünder"), ("164.508", "164.508"), ("covid19", "covid19"),
  ])
  func foldsWords(written: String, folded: String) {
    #expect(Fixture.keys(written) == [WordKey.of(folded: folded.utf8)])
  }

  @Test(arguments: [
    ("third-party", "third party"), ("De-identified", "de identified"), ("and/or", "and or"), ("opt\u{2011}out", "opt out"),
  ])
  func partsCompounds(written: String, words: String) {
    #expect(Fixture.keys(written) == Fixture.keys(words))
  }

  @Test(arguments: [
    ("train", ["trains", "trained", "training", "trainer"]), ("share", ["shares", "shared", "sharing"]),
    ("study", ["studies", "studied", "studying"]), ("withdraw", ["withdrew", "withdrawn"]),
    ("permit", ["permitted", "permitting"]), ("authorize", ["authorise", "authorised", "authorizing"]),
    ("centre", ["center", "centers"]), ("analysis", ["analyses"]), ("child", ["children"]), ("box", ["boxes"]),
    ("sell", ["sold"]), ("deny", ["denied", "denies"]),
  ])
  func inflects(word: String, forms: [String]) {
    let all = Language.english.forms(word)
    #expect(forms.filter { !all.contains($0) } == [])
  }

  @Test(arguments: ["with", "your", "unless", "ai"])
  func leavesSmallWordsAlone(word: String) {
    #expect(Language.english.forms(word) == [word])
  }
}
