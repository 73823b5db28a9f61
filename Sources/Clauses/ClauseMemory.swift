import Language
import SourceText

/// What was found in sentences before, so that only sentences that changed are matched again.
///
/// A sentence is known again by all that its clauses depend on: its tokens, those of the sentences that introduce it,
/// and its box. Whatever else a finder comes to depend on must go into `key`.
public struct ClauseMemory: Sendable {
  /// A clause with places that count from the sentence's own start.
  struct Found: Sendable {
    var rule: Int
    var stance: Stance
    var range: TextRange
    var captures: [Captured]
  }

  /// A capture; `part` is the number of its sentence in the chain of lead-ins.
  struct Captured: Sendable {
    var name: String
    var startPart: Int
    var start: Int
    var endPart: Int
    var end: Int
  }

  /// All that a sentence does: its clauses, and what it changes for the sentences behind it.
  struct Effect: Sendable {
    var found: [Found]
    var names: [DocumentNames.Added]
    /// See `MarkedLines`.
    var asks: Bool
    var endsWithColon: Bool
  }

  private var memory = RunMemory<UInt64, Effect>(slack: 256)
  /// What the last run came to.
  var last = ClauseRun()

  public init() {}

  /// Begins a run over all of a document.
  mutating func begin() { memory.begin() }

  mutating func finish() { memory.finish() }

  /// True if it is time for a run over all of a document of so many sentences: only such a run can tell what is not
  /// used any more.
  func isOverfull(for sentences: Int) -> Bool { memory.isOverfull(for: sentences) }

  /// What the sentence with this key does; nil if it was not seen.
  mutating func take(_ key: UInt64) -> Effect? { memory.take(key) }

  mutating func put(_ effect: Effect, for key: UInt64) { memory.put(effect, for: key) }
}

/// A sentence behind the sentences that introduce it, as ranges of tokens: what a `Unit` puts together.
struct UnitParts {
  /// The outermost lead-in first, the sentence itself last.
  var ranges: [Range<Int>]
  private let tokens: UnsafeBufferPointer<Token>

  init(_ index: Int, of document: Sentences, tokens: UnsafeBufferPointer<Token>) {
    let sentence = document.sentences[index]
    self.tokens = tokens
    ranges = [Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)]
    Unit.forEachLeadIn(of: sentence, in: document) { ranges.append($0) }
    ranges.reverse()
  }

  /// A hash of all that the clauses of sentence `index` depend on.
  ///
  /// - Parameter state: a hash of what sentences before it have changed.
  static func key(
    _ index: Int, of document: Sentences, tokens: UnsafeBufferPointer<Token>, state: UInt64
  ) -> UInt64 {
    let sentence = document.sentences[index]
    var hash = mixed(mixed(state) ^ UInt64(sentence.traits.rawValue))
    hash = mixed(hash, tokens[Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)])
    Unit.forEachLeadIn(of: sentence, in: document) { hash = mixed(hash, tokens[$0]) }
    return hash
  }

  private static func mixed(_ hash: UInt64, _ tokens: Slice<UnsafeBufferPointer<Token>>) -> UInt64 {
    var hash = hash
    let base = tokens.first?.start ?? 0
    for token in tokens {
      let shape =
        UInt64(token.start &- base) &<< 32 ^ UInt64(token.length) &<< 16 ^ UInt64(token.kind.rawValue) &<< 8
        ^ UInt64(token.traits.rawValue)
      // One multiplication a token: the two halves meet in it.
      hash = mixed(hash ^ token.key ^ (shape &* 0xD6E8_FEB8_6659_FD93))
    }
    return mixed(hash ^ 0xA24B_AED4_963E_E407 ^ UInt64(tokens.count))
  }

  /// Multiplies to 128 bits and folds them: each bit of the input reaches each of the output.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// `clause` with places that count from the parts' starts; nil if one lies outside of them.
  func relative(_ clause: Clause) -> ClauseMemory.Found? {
    guard let own = base(of: ranges.count - 1) else { return nil }
    var captures: [ClauseMemory.Captured] = []
    for (name, range) in clause.captures {
      guard let first = part(of: range.start), let last = part(of: range.end - 1), let start = base(of: first),
        let end = base(of: last)
      else { return nil }
      captures.append(
        ClauseMemory.Captured(
          name: name, startPart: first, start: range.start - start, endPart: last, end: range.end - end))
    }
    return ClauseMemory.Found(
      rule: clause.rule, stance: clause.stance,
      range: TextRange(start: clause.range.start - own, end: clause.range.end - own), captures: captures)
  }

  /// The clause that `found` is in this sentence.
  func clause(_ found: ClauseMemory.Found, sentence: Int) -> Clause? {
    guard let own = base(of: ranges.count - 1) else { return nil }
    var captures: [String: TextRange] = [:]
    for capture in found.captures {
      guard let start = base(of: capture.startPart), let end = base(of: capture.endPart) else { return nil }
      captures[capture.name] = TextRange(start: start + capture.start, end: end + capture.end)
    }
    return Clause(
      rule: found.rule, stance: found.stance, sentence: sentence,
      range: TextRange(start: own + found.range.start, end: own + found.range.end), captures: captures)
  }

  /// Offset of the first token of a part.
  private func base(of part: Int) -> Int? {
    guard ranges.indices.contains(part), let first = ranges[part].first else { return nil }
    return Int(tokens[first].start)
  }

  /// The part that holds the byte at `offset`.
  private func part(of offset: Int) -> Int? {
    ranges.lastIndex { range in
      guard let first = range.first, let last = range.last else { return false }
      return Int(tokens[first].start) <= offset && offset < Int(tokens[last].end)
    }
  }
}
