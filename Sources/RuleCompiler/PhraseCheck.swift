import Clauses
import Language

extension YAMLFile {
  /// False, with a diagnostic, for a phrase that a table of phrases cannot hold, or that is there already.
  ///
  /// - Parameters:
  ///   - list: tells the lists apart that may have the same phrase.
  ///   - seen: the phrases so far.
  mutating func checkPhrase(_ text: LocatedText, list: UInt64 = 0, seen: inout Set<[UInt64]>) -> Bool {
    let keys = WordStream(phrase: text.string).keys
    if keys.isEmpty {
      report("`\(text.string)` has no word", at: text.place)
    } else if keys.count > KindTable.longestPhrase {
      report("a phrase must have at most \(KindTable.longestPhrase) words", at: text.place)
    } else if text.string.contains(where: \.isNewline) {
      report("a phrase must stand on one line", at: text.place)
    } else if !seen.insert(keys + [list]).inserted {
      // A second one would have no effect.
      report("`\(text.string)` is there already; letters' case and accents do not count", at: text.place)
    } else {
      return true
    }
    return false
  }
}
