import Language
import Testing

/// Syllables against the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University; see NOTICE.
@Suite struct EnglishSyllableTests {
  /// 300 of the 40,000 most usual words of the dictionary, drawn by a seed, with the dictionary's counts.
  @Test func agreesWithTheDictionary() {
    var wrong: [String] = []
    var total = 0
    for (syllables, words) in Self.dictionary {
      for word in words.split(whereSeparator: \.isWhitespace) {
        total += 1
        let counted = Self.syllables(String(word))
        if counted != syllables { wrong.append("\(word): \(counted), not \(syllables)") }
      }
    }
    #expect(total == 300)
    #expect(wrong.count <= 12, "\(wrong)")
  }

  @Test(arguments: [
    ("authorization", 5), ("confidentiality", 7), ("radiology", 5), ("reidentified", 5), ("biopsy", 3), ("x", 1),
    ("MRI", 3), ("HIPAA", 2), ("CT", 2), ("the", 1), ("people", 2), ("used", 1), ("stored", 1), ("shared", 1),
    ("safely", 2), ("statement", 2), ("table", 2), ("tables", 2), ("create", 2), ("Café", 2), ("naïve", 2),
    ("patient’s", 2), ("doesn’t", 2), ("won't", 1), ("business", 2), ("algorithm", 4),
  ])
  func counts(word: String, syllables: Int) {
    #expect(Self.syllables(word) == syllables)
  }

  @Test(arguments: [
    "", "'", "’", "ß", "日本語", "\u{FFFD}", String(repeating: "a", count: 500), "'t", "n't", "'d", "e", "ed",
  ])
  func oddWordsHaveOneSyllableOrMore(word: String) {
    #expect(Self.syllables(word) >= 1)
  }

  private static func syllables(_ word: String) -> Int {
    let bytes = Array(word.utf8)
    let key = Fixture.keys(word).first ?? 0
    return bytes.withUnsafeBufferPointer { Language.english.reading?.syllables($0, key) ?? 0 }
  }

  private static let dictionary: [(syllables: Int, words: String)] = [
    (
      0,
      """
      hmmm
      """
    ),
    (
      1,
      """
      all anne at bashed bills blinks booked butt buy cad cells chat chit chong claim clear crossed desk doi droid
      ducked feats fines forks ghouls glean grieve grudge hein hint hot jog keane leeks lewd pegs plants puss quaint
      raves rig ring scrapes seals seer shane sharks shed shep ska skit snape spanked spins sprite squad stem swear
      tab toes trace verne
      """
    ),
    (
      2,
      """
      address airlines airway amine arson ascend assam bastille betray boca boleyn bowers caller campaigned chandra
      christi chrysler clayton clutter conjoined constance crackle crimson crouching cryptic davos debug decide
      detain dipshit doctors dropout embed espouse exits expense fairer faker felons fielded forties glosses hamster
      harder headless hector hoisting hui includes indoor infield interests keller keogh leila letters lockout
      maggots mahon mannered maris meetings meshes meter muffins neighbor nicknames nieto niners nissan noises noses
      occult onus onward oskar outline packet partied pebble pinto pistols predict premiers quitting raheem resumed
      sampler sardine schoolers secede sera simpsons slacker sleeping sleepy sneaky southgate spiders stacking
      tackled tanya tempest thirdly tidal tighter tinsel totaled treason tuesday tumult typing unearth unleash
      upshot vision wallets wearer wire worded worldnews worsens woven zara
      """
    ),
    (
      3,
      """
      acreage affluence alumnus anchoring artisans assembles avatars backfired borrowers brookhaven calcium campuses
      carefully catalysts chariots commission constructor controllers decorum defenders depicted dimension
      disappears displeasure downsizing edouard eliza every exercised expended factual fanatic gigantic incarnate
      including insiders instruments interplay justified kimberly machinists modeling nokia nominal objectives
      oregon overhead paddling pinkerton potency prescription realise relaying remington removing requesting
      residence respective revivals secondly semester singapore suggestion talented unhappy url vacuuming viacom
      volunteer
      """
    ),
    (
      4,
      """
      abdication annapolis catastrophes celebrations corollary detonating ethnographic evidences fertilizer
      geography imagining indonesia innovative iridium luminaries maximizing oncology optimistic overheated
      patronizing proclamation psychiatric purposefully recognition reminiscing restructuring signatories solitary
      suffocated surprisingly tactically veracity
      """
    ),
    (
      5,
      """
      argumentative assassinated assimilation exacerbated incidentally itineraries palestinian ridiculously
      subordinated unreasonably
      """
    ),
    (
      6,
      """
      authoritarian operationally
      """
    ),
  ]
}
