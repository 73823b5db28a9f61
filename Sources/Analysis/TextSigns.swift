import Clauses
import Language
import SourceText

/// What checks of a whole document look at, found in one way over its words. After an edit only what changed is looked
/// at again; the rest is moved.
struct TextSigns: Sendable {
  private(set) var words = WordStream(phrase: "")
  private(set) var cues = CueHits()
  private(set) var kindCues: [KindCue] = []
  private(set) var readings: [SentenceReading] = []

  init() {}

  /// What stands in `sentences`, which are those of `text`.
  ///
  /// - Parameters:
  ///   - known: the words of `sentences`, where they are known.
  ///   - old: the same of an earlier state.
  ///   - change: what is not the same since then; of a fresh text all.
  init(
    _ sentences: Sentences, of text: Text, kinds: KindDetector, cues table: CueTable, language: Language,
    words known: WordStream? = nil, after old: TextSigns = TextSigns(), _ change: ChangedSentences
  ) {
    words = known ?? WordStream(sentences, of: text, after: old.words, change)
    cues = CueHits(words, of: sentences, cues: table, after: old.cues, change)
    kindCues = kinds.cues(in: words, after: old.kindCues, of: old.words, change)
    if let measure = language.reading {
      readings = Array(old.readings[..<change.start])
      readings += SentenceReading.all(sentences, change.start..<change.newEnd, of: text, measure: measure)
      readings += old.readings[change.oldEnd...]
    }
  }
}
