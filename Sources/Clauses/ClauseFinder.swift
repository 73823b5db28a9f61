import Language
import SourceText

/// A clause that a rule found in a sentence.
public struct Clause: Sendable, Equatable {
  /// Index of the rule in the pack.
  public var rule: Int
  public var stance: Stance
  /// Index of the sentence.
  public var sentence: Int
  /// Its words in the text, inside the sentence.
  public var range: TextRange
  /// What named parts of the pattern matched.
  public var captures: [String: TextRange]
}

/// Finds the clauses of a text: matches of all rules, each with the stance that the words around it give.
public struct ClauseFinder: Sendable {
  public let pack: RulePack
  private let matcher: Matcher
  /// By rule: indices of the rules that it gives way to.
  private let yields: [[Int]]

  public init(_ pack: RulePack, language: Language) throws(PackError) {
    self.init(pack, matcher: try Matcher(pack, language: language))
  }

  /// A finder for `pack` with the image that `compiledImage` made of it; nil if another version of this program did.
  ///
  /// - Parameter image: must not change or go as long as the finder is used.
  public init?(_ pack: RulePack, image: UnsafeBufferPointer<UInt64>) {
    guard let matcher = Matcher(image: image) else { return nil }
    self.init(pack, matcher: matcher)
  }

  /// The compiled patterns of `pack`, so that a program can carry them.
  public static func compiledImage(of pack: RulePack, language: Language) throws(PackError) -> [UInt64] {
    MatcherImage.words(of: try MatcherCompiler.tables(for: pack, language: language))
  }

  private init(_ pack: RulePack, matcher: Matcher) {
    self.pack = pack
    self.matcher = matcher
    let places = Dictionary(pack.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    yields = pack.rules.map { rule in rule.yields.compactMap { places[$0] } }
  }

  /// The clauses of a text in its order.
  public func clauses(in document: Sentences) -> [Clause] {
    var unit = Unit(matcher)
    var clauses: [Clause] = []
    var matches: [Match] = []
    var marks = MarkedLines()
    document.tokens.withUnsafeBufferPointer { tokens in
      for index in document.sentences.indices {
        let isMarked = marks.holds(document.sentences[index])
        guard document.sentences[index].isStatement else { continue }
        clauses += self.clauses(
          in: index, of: document, isMarked: isMarked, tokens: tokens, unit: &unit, matches: &matches)
        marks.take(document.sentences[index], asks: MarkedLines.asks(unit.view), unit.view.endsWithColon)
      }
    }
    // The views on the unit do not keep its memory.
    withExtendedLifetime(unit) {}
    return clauses
  }

  /// The same, where only sentences that are not in `memory` are matched.
  ///
  /// - Parameter change: what is not the same as in the document that `memory` saw last. The clauses of the rest are
  ///   taken as they were, unless something in the change matters to all that follows.
  /// - Returns: the clauses, and which of them are not those of the last run.
  public func clauses(
    in document: Sentences, reusing memory: inout ClauseMemory, _ change: ChangedSentences
  ) -> (clauses: [Clause], change: ChangedClauses) {
    let old = memory.last
    let isFull = old.states.isEmpty || memory.isOverfull(for: document.sentences.count)
    var run = isFull ? ClauseRun() : ClauseRun(old, before: change.start)
    let start = run.clauses.count
    var oldEnd = old.clauses.count
    var unit = Unit(matcher)
    for introduction in run.introductions { unit.addNames(introduction.names) }
    var matches: [Match] = []
    var state = run.states.popLast() ?? ClauseRun.State(names: unit.names.digest)
    if isFull { memory.begin() }
    document.tokens.withUnsafeBufferPointer { tokens in
      for index in run.states.count..<document.sentences.count {
        let sentence = document.sentences[index]
        if !isFull, index >= change.newEnd, let rest = old.rest(at: index, sentence.block, state, change) {
          oldEnd = rest
          return
        }
        run.states.append(state)
        let isMarked = state.marks.holds(sentence)
        guard sentence.isStatement else { continue }
        // The names that were introduced so far can change any sentence.
        let key = UnitParts.key(index, of: document, tokens: tokens, state: state.names ^ (isMarked ? 1 : 0))
        let names: [DocumentNames.Added]
        if let known = memory.take(key) {
          state.marks.take(sentence, asks: known.asks, known.endsWithColon)
          names = known.names
          unit.addNames(names)
          // Most sentences have no clause.
          if !known.found.isEmpty {
            let parts = UnitParts(index, of: document, tokens: tokens)
            run.clauses += known.found.compactMap { parts.clause($0, sentence: index) }
          }
        } else {
          let before = unit.names
          let found = self.clauses(
            in: index, of: document, isMarked: isMarked, tokens: tokens, unit: &unit, matches: &matches)
          let asks = MarkedLines.asks(unit.view)
          state.marks.take(sentence, asks: asks, unit.view.endsWithColon)
          run.clauses += found
          names = unit.names.added(after: before)
          let parts = UnitParts(index, of: document, tokens: tokens)
          let relative = found.compactMap(parts.relative)
          if relative.count == found.count {
            let effect = ClauseMemory.Effect(
              found: relative, names: names, asks: asks, endsWithColon: unit.view.endsWithColon)
            memory.put(effect, for: key)
          }
        }
        guard !names.isEmpty else { continue }
        run.introductions.append((index, names))
        state.names = unit.names.digest
      }
    }
    if isFull { memory.finish() }
    withExtendedLifetime(unit) {}
    let changed = ChangedClauses(start: start, oldEnd: oldEnd, newEnd: run.clauses.count)
    if run.states.count < document.sentences.count {
      run.append(old, from: oldEnd, change)
    } else {
      run.states.append(state)
    }
    memory.last = run
    return (run.clauses, changed)
  }

  /// The clauses of one sentence, in the order of their words. `matches` is room to work in.
  private func clauses(
    in index: Int, of document: Sentences, isMarked: Bool, tokens: UnsafeBufferPointer<Token>, unit: inout Unit,
    matches: inout [Match]
  ) -> [Clause] {
    unit.load(index, of: document, tokens: tokens)
    unit.readNames()
    if isMarked { unit.addBox() }
    matches.removeAll(keepingCapacity: true)
    unit.match { matches.append($0) }
    guard !matches.isEmpty else { return [] }
    return read(matches, unit: unit.view, sentence: index).sorted { ($0.range, $0.rule) < ($1.range, $1.rule) }
  }

  private func read(_ matches: [Match], unit: UnitView, sentence: Int) -> [Clause] {
    let reader = StanceReader(unit)
    var readings: [Reading] = []
    for match in matches where match.owner.role == .find && !readings.contains(where: { $0.says(match, in: pack) }) {
      let bounds = reader.clauseBounds(around: match)
      let isSilenced = matches.contains {
        $0.owner.role == .unless && $0.owner.rule == match.owner.rule && silences($0, match, in: bounds, unit: unit)
      }
      let rule = pack.rules[Int(match.owner.rule)]
      let own = rule.find[match.owner.index].stance
      // "May not sell the scans, but may use them to train": a denial does not reach into another clause.
      if own == .denies, match.range.contains(where: unit.isClauseBreak) { continue }
      guard !isSilenced, let stance = own ?? stance(of: rule, reader.reading(of: match)) else { continue }
      let weight = own.map { $0 == rule.stance ? 1 : 2 } ?? 0
      readings.append(Reading(match: match, stance: stance, bounds: bounds, weight: weight))
    }
    let chosen = readings.enumerated().filter { index, reading in
      !readings.enumerated().contains { $1.supersedes(reading, isBefore: $0 < index) }
    }
    let rules = Set(chosen.map { Int($0.element.match.owner.rule) })
    return chosen.map(\.element).filter { reading in
      !yields[Int(reading.match.owner.rule)].contains(where: rules.contains)
    }.map { clause(of: $0, unit: unit, sentence: sentence) }
  }

  /// True if the match of an unless-pattern silences a match whose clause is `bounds`: all of the clause, or only
  /// what lies in the capture `<here: ...>` if the pattern has one.
  private func silences(_ unless: Match, _ match: Match, in bounds: Range<Int>, unit: UnitView) -> Bool {
    guard let here = unit.captures(of: unless).first(where: { matcher.captureNames[$0.name] == "here" }) else {
      return unless.range.overlaps(bounds)
    }
    return here.range.lowerBound <= match.range.lowerBound && match.range.upperBound <= here.range.upperBound
  }

  /// A match with the stance that it has where it stands.
  private struct Reading {
    var match: Match
    var stance: Stance
    /// Its clause in the unit.
    var bounds: Range<Int>
    /// 2 = the pattern says a stance other than the rule's, 1 = the pattern says the rule's own, 0 = read from the words.
    var weight: Int

    /// True if `other` is a match of the same rule in the same place, with a stance found in the same way.
    func says(_ other: Match, in pack: RulePack) -> Bool {
      guard match.owner.rule == other.owner.rule, match.range.overlaps(other.range) else { return false }
      let find = pack.rules[Int(other.owner.rule)].find
      return find[match.owner.index].stance == find[other.owner.index].stance
    }

    /// True if `other` adds nothing: the same rule said the same before, or says it more exactly in the same clause.
    func supersedes(_ other: Reading, isBefore: Bool) -> Bool {
      guard match.owner.rule == other.match.owner.rule else { return false }
      if weight != other.weight { return weight > other.weight && bounds.overlaps(other.bounds) }
      return isBefore && stance == other.stance
    }
  }

  private func clause(of reading: Reading, unit: UnitView, sentence: Int) -> Clause {
    Clause(
      rule: Int(reading.match.owner.rule), stance: reading.stance, sentence: sentence,
      range: range(of: reading.match, in: unit), captures: captures(of: reading.match, in: unit))
  }

  /// The stance that `reading` gives a match of `rule`; nil if the rule does not report such a match.
  private func stance(of rule: Rule, _ reading: StanceReader.Reading) -> Stance? {
    // In a line to tick also the "no" is the reader's, and promises nothing.
    if reading.asksForMark { return rule.polarity == .denied ? nil : .offersChoice }
    switch rule.polarity {
    case .affirmed where reading.isNegated: return nil
    case .denied where !reading.isNegated && !reading.isOnlyWithPermission: return nil
    case .any, .affirmed, .denied: break
    }
    if rule.stance == .offersChoice { return reading.isNegated ? .denies : .offersChoice }
    let isConditional = reading.isOnlyWithPermission || reading.needsPermission || reading.hasCondition
    if isConditional, rule.weighsConditions { return .conditional }
    if reading.isNegated { return reading.hasException && rule.weighsConditions ? .conditional : .denies }
    return rule.stance == .denies ? .permits : rule.stance
  }

  /// The match's words in the sentence itself, without the lead-in.
  private func range(of match: Match, in unit: UnitView) -> TextRange {
    let first = unit.parts(of: match).first { Int($0.end) > unit.ownStart }
    let start = max(first.map { Int($0.start) } ?? match.range.lowerBound, unit.ownStart)
    let end = max(start + 1, match.range.upperBound)
    return TextRange(start: Int(unit.token(start).start), end: Int(unit.token(end - 1).end))
  }

  private func captures(of match: Match, in unit: UnitView) -> [String: TextRange] {
    var result: [String: TextRange] = [:]
    for capture in unit.captures(of: match) where !capture.range.isEmpty && capture.range.upperBound <= unit.count {
      result[matcher.captureNames[capture.name]] = TextRange(
        start: Int(unit.token(capture.range.lowerBound).start),
        end: Int(unit.token(capture.range.upperBound - 1).end))
    }
    return result
  }
}
