import Language

@testable import Clauses

/// The oracle: a pattern matched straight from its notation, without tables, filter or memory.
/// Slow and plain on purpose. Gives all places where a match that begins at `start` can end.
struct NaiveMatcher {
  let words: [Token]
  let vocabulary: NaiveVocabulary
  let lexicon: [String: [[PhraseWord]]]

  /// The first match's start and all its possible ends; nil if there is none.
  func firstMatch(of pattern: Pattern) -> (start: Int, ends: Set<Int>)? {
    for start in words.indices {
      let ends = ends(of: pattern.root, from: [start], adjacent: false)
      // A match begins with a word that it names; gaps and light words before it do not count.
      if begins(pattern.root, at: start), !ends.isEmpty { return (start, ends) }
    }
    return nil
  }

  private func ends(of node: Pattern.Node, from starts: Set<Int>, adjacent: Bool) -> Set<Int> {
    switch node {
    case .word(let text):
      return afterSkipping(starts, adjacent) { phraseEnds([[PhraseWord(text: text, isExact: false)]], $0) }
    case .exact(let text):
      return afterSkipping(starts, adjacent) { phraseEnds([[PhraseWord(text: text, isExact: true)]], $0) }
    case .lexicon(let name): return afterSkipping(starts, adjacent) { longest(phraseEnds(lexicon[name] ?? [], $0)) }
    case .sequence(let parts):
      var (ends, adjacent) = (starts, adjacent)
      for part in parts {
        ends = self.ends(of: part, from: ends, adjacent: adjacent)
        if case .gap = part { adjacent = false } else { adjacent = true }
      }
      return ends
    case .choice(let parts):
      let singles = parts.filter(isSingle)
      let others = parts.filter { !isSingle($0) }.map { self.ends(of: $0, from: starts, adjacent: adjacent) }
      // Words and classes side by side are one set: the longest of them counts.
      let together = afterSkipping(starts, adjacent) { start in
        longest(singles.reduce(into: Set()) { $0.formUnion(self.ends(of: $1, from: [start], adjacent: false)) })
      }
      return others.reduce(singles.isEmpty ? [] : together) { $0.union($1) }
    case .optional(let part): return starts.union(ends(of: part, from: starts, adjacent: adjacent))
    case .gap(let gap): return starts.reduce(into: Set()) { $0.formUnion(gapEnds($1, gap)) }
    case .capture(_, let part): return ends(of: part, from: starts, adjacent: adjacent)
    case .not(let parts):
      return starts.filter { start in
        let next = skipped(start)
        return !parts.contains { part in
          !ends(of: part, from: [start], adjacent: false).isEmpty
            || !ends(of: part, from: [next], adjacent: false).isEmpty
        }
      }
    case .start: return starts.filter { start in withoutRemarks(words[0..<start]).allSatisfy { $0.kind == .number } }
    case .end: return starts.filter { start in words[start...].allSatisfy { !$0.isWord } }
    case .box: return []
    }
  }

  /// The words outside of brackets; an open bracket that is not closed takes the rest.
  private func withoutRemarks(_ tokens: ArraySlice<Token>) -> [Token] {
    var isInside = false
    return tokens.filter { token in
      if token.kind == .openBracket { isInside = true }
      defer { if token.kind == .closeBracket { isInside = false } }
      return token.isWord && !isInside
    }
  }

  private func begins(_ node: Pattern.Node, at start: Int) -> Bool {
    switch node {
    case .word, .exact, .lexicon: return !ends(of: node, from: [start], adjacent: false).isEmpty
    case .sequence(let parts):
      for part in parts {
        if begins(part, at: start) { return true }
        if !canBeEmpty(part) { return false }
      }
      return false
    case .choice(let parts): return parts.contains { begins($0, at: start) }
    case .optional(let part), .capture(_, let part): return begins(part, at: start)
    case .gap, .not, .start, .end, .box: return false
    }
  }

  private func canBeEmpty(_ node: Pattern.Node) -> Bool {
    switch node {
    case .optional, .gap, .not, .start, .end, .box: true
    case .word, .exact, .lexicon: false
    case .sequence(let parts): parts.allSatisfy(canBeEmpty)
    case .choice(let parts): parts.contains(where: canBeEmpty)
    case .capture(_, let part): canBeEmpty(part)
    }
  }

  private func isSingle(_ node: Pattern.Node) -> Bool {
    switch node {
    case .word, .exact, .lexicon: true
    default: false
    }
  }

  private func longest(_ ends: Set<Int>) -> Set<Int> {
    ends.max().map { [$0] } ?? []
  }

  private func phraseEnds(_ phrases: [[PhraseWord]], _ start: Int) -> Set<Int> {
    Set(
      phrases.compactMap { phrase in
        var at = start
        for (index, word) in phrase.enumerated() {
          if index > 0, at < words.count, parts(at) { at += 1 }
          guard at < words.count, vocabulary.is(words[at], word), words[at].isWord else { return nil }
          at += 1
        }
        return at
      })
  }

  /// True for a sign that does not part the words of a phrase.
  private func parts(_ at: Int) -> Bool {
    switch words[at].kind {
    case .dash, .quote, .other, .blank: true
    case .terminator: at + 1 < words.count && !words[at + 1].traits.contains(.spaced)
    default: false
    }
  }

  private func afterSkipping(_ starts: Set<Int>, _ adjacent: Bool, _ match: (Int) -> Set<Int>) -> Set<Int> {
    starts.reduce(into: Set()) { result, start in
      for skip in 0...(adjacent ? 6 : 0) {
        result.formUnion(match(start + skip))
        guard start + skip < words.count, isLight(words[start + skip]) else { break }
      }
    }
  }

  private func skipped(_ start: Int) -> Int {
    var at = start
    while at < words.count, at - start < 6, isLight(words[at]) { at += 1 }
    return at
  }

  private func isSubject(_ at: Int) -> Bool {
    at < words.count && vocabulary.clauseSubjects.contains(words[at].key)
  }

  private func isLight(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number: vocabulary.light.contains(token.key)
    case .semicolon, .terminator, .bullet, .box: false
    default: true
    }
  }

  private func gapEnds(_ start: Int, _ gap: Pattern.Gap) -> Set<Int> {
    var ends: Set<Int> = [start]
    var (at, count) = (start, 0)
    while at < words.count {
      let token = words[at]
      if token.isWord {
        count += 1
        if count > gap.reach { break }
        if gap == .clause, vocabulary.gapBreaks.contains(token.key) { break }
      } else if gap == .clause, token.kind == .semicolon || token.kind == .comma && isSubject(at + 1) {
        break
      }
      at += 1
      ends.insert(at)
    }
    return ends
  }
}

/// The language's words by their keys, looked up once.
final class NaiveVocabulary {
  let light: Set<UInt64>
  let gapBreaks: Set<UInt64>
  let clauseSubjects: Set<UInt64>
  private let language: Language
  private var forms: [PhraseWord: Set<UInt64>] = [:]

  init(_ language: Language) {
    self.language = language
    light = Set(language.lightWords.map { WordKey.of(folded: $0.utf8) })
    clauseSubjects = Set(language.clauseSubjects.map { WordKey.of(folded: $0.utf8) })
    gapBreaks = Set(language.gapBreaks.map { WordKey.of(folded: $0.utf8) })
  }

  func `is`(_ token: Token, _ word: PhraseWord) -> Bool {
    if let known = forms[word] { return known.contains(token.key) }
    let keys = Set((word.isExact ? [word.text] : language.forms(word.text)).map { WordKey.of(folded: $0.utf8) })
    forms[word] = keys
    return keys.contains(token.key)
  }
}
