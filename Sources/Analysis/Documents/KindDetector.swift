import Clauses
import Language

/// A cue of a kind of document where it stands.
struct KindCue: Sendable {
  var phrase: KindTable.Phrase
  /// Index of its first word.
  var word: Int
}

/// Tells what kind of document a text is, by the phrases that such documents are called by and contain.
struct KindDetector: Sendable {
  /// Words from the start in which a document says what it is: a letterhead and some fields may stand before its title.
  private static let titleWords = 50
  /// Part of a title cue's weight that a whole sentence among these words gives: it may speak of something else.
  private static let sentenceShare = 0.5
  /// Part of a title cue's weight that a heading further down gives.
  private static let headingShare = 0.25
  /// Part of a cue's weight that the second time gives; more of the same says nothing new.
  private static let repeatShare = 0.5
  /// What the cues in the text come to at most: however long it is, they do not drown the title.
  private static let textLimit = 100.0
  /// No guess is surer than this: 1 is for what somebody said.
  private static let highestConfidence = 0.99
  /// What speaks for no kind from the start: a text with fewer cues than this is more likely of none.
  private static let generalScore = 8.0

  private let table: KindTable
  private let kinds: [DocumentKind]

  /// - Parameter table: of the cues of `kinds`.
  init(_ kinds: [DocumentKind], table: KindTable) {
    self.kinds = kinds
    self.table = table
  }

  init(_ kinds: [DocumentKind]) {
    self.init(kinds, table: KindTable(kinds))
  }

  /// The kind, with its title in `language`, that a caller said the document has; nil if there is no such kind.
  func kind(named id: String, language: String) -> KindGuess? {
    guard id == DocumentKind.general || kinds.contains(where: { $0.id == id }) else { return nil }
    return KindGuess(id: id, title: title(of: id, language), confidence: 1)
  }

  /// The cues in a text's words. Linear in the text.
  ///
  /// - Parameters:
  ///   - old: the cues in an earlier state of the text, whose words were `oldWords`.
  ///   - change: what is not the same since then; of a fresh text all.
  func cues(
    in words: WordStream, after old: [KindCue] = [], of oldWords: WordStream = WordStream(phrase: ""),
    _ change: ChangedSentences
  ) -> [KindCue] {
    let longest = KindTable.longestPhrase
    // A cue may reach from what stayed into what changed.
    let start = max(0, words.firstKey(ofSentence: change.start) - longest)
    let (end, oldEnd) = (words.firstKey(ofSentence: change.newEnd), oldWords.firstKey(ofSentence: change.oldEnd))
    var cues = Array(old.prefix { $0.word < start })
    let keys = Array(words.keys[start..<min(words.keys.count, end + longest)])
    table.forEachPhrase(in: keys) { phrase, at in
      if start + at < end { cues.append(KindCue(phrase: phrase, word: start + at)) }
    }
    let rest = old.firstIndex { $0.word >= oldEnd } ?? old.count
    for cue in old[rest...] { cues.append(KindCue(phrase: cue.phrase, word: cue.word + end - oldEnd)) }
    return cues
  }

  /// The likeliest kind of the text with these words and cues. Linear in the cues.
  func kind(of words: WordStream, cues: [KindCue], language: String) -> KindGuess {
    // The power of a score is a softmax of its logarithm: what counts is how many times more speaks for one kind than
    // for another, so that a long document is no surer than a short one. The exponent makes a confidence be about the
    // share of guesses that are right; it was set on real forms (`desk kinds` prints both).
    var weights: [String: Double] = [DocumentKind.general: Self.cube(Self.generalScore)]
    for (kind, score) in zip(kinds, scores(of: words, cues)) {
      weights[kind.id] = Self.cube(score + (kind.id == DocumentKind.general ? Self.generalScore : 0))
    }
    let general = (key: DocumentKind.general, value: weights[DocumentKind.general, default: 1])
    let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) } ?? general
    let guess = best.value > general.value ? best : general
    let sum = weights.values.sorted().reduce(0, +)
    return KindGuess(
      id: guess.key, title: title(of: guess.key, language), confidence: min(guess.value / sum, Self.highestConfidence))
  }

  /// By kind: the weight of its cues.
  private func scores(of words: WordStream, _ cues: [KindCue]) -> [Double] {
    var titles = [Double](repeating: 0, count: kinds.count)
    var texts = titles
    var times = [UInt8](repeating: 0, count: table.phraseCount)
    for cue in cues {
      let phrase = cue.phrase
      guard kinds.indices.contains(phrase.kind), times[phrase.index] < 2 else { continue }
      let share = titleShare(cue.word, in: words)
      if phrase.place == .title, share == 0 { continue }
      let weight = Double(phrase.weight) * (times[phrase.index] == 0 ? 1 : Self.repeatShare)
      times[phrase.index] += 1
      switch phrase.place {
      case .title: titles[phrase.kind] += weight * share
      case .text: texts[phrase.kind] += weight
      }
    }
    return zip(titles, texts).map { $0 + $1 * Self.textLimit / ($1 + Self.textLimit) }
  }

  /// The part of a title cue's weight that the word at `at` gives.
  private func titleShare(_ at: Int, in words: WordStream) -> Double {
    switch words.lines[at] {
    case .heading: at < Self.titleWords ? 1 : Self.headingShare
    case .open: at < Self.titleWords ? 1 : 0
    case .sentence: at < Self.titleWords ? Self.sentenceShare : 0
    }
  }

  private func title(of id: String, _ language: String) -> String? {
    id == DocumentKind.general ? nil : kinds.first { $0.id == id }?.title(in: language)
  }

  private static func cube(_ value: Double) -> Double { value * value * value }
}
