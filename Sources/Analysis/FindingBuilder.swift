import Clauses
import Language
import Readers
import SourceText

/// Turns clauses into findings: words for people, and places in the file.
struct FindingBuilder {
  let read: ReadResult
  let sentences: Sentences
  let pack: RulePack
  /// The kind of document, which levels depend on.
  let kind: KindGuess?
  let lines: LineIndex

  /// The findings for `clauses`, in the same order.
  func findings(for clauses: [Clause]) -> [Finding] {
    let headings = allHeadings
    return Fingerprints.numbered(clauses.map { finding(for: $0, words(of: $0), headings) })
  }

  /// The same, with the words that `memory` has, and the findings of its last run for clauses that have not changed.
  ///
  /// - Parameter oldLines: the lines of the file that the last run saw.
  func findings(
    for clauses: [Clause], reusing memory: inout FindingMemory, _ change: ChangedClauses, after oldLines: LineIndex
  ) -> [Finding] {
    let old = memory.last
    let isFull = old.kind != kind?.sureID || memory.isOverfull(for: clauses.count) || !read.text.places.isEmpty
    let change = isFull ? ChangedClauses(start: 0, oldEnd: old.findings.count, newEnd: clauses.count) : change
    if isFull { memory.begin() }
    let headings = allHeadings
    let changed = clauses[change.start..<change.newEnd].map { clause in
      finding(for: clause, memory.words(key(of: clause)) { words(of: clause) }, headings)
    }
    if isFull { memory.finish() }
    var run = FindingMemory.Run(kind: kind?.sureID)
    run.names = old.names[..<change.start] + changed.map(\.fingerprint) + old.names[change.oldEnd...]
    run.findings.reserveCapacity(clauses.count)
    run.findings += old.findings[..<change.start]
    run.findings += changed
    run.findings += old.findings[change.oldEnd...]
    let positions = MovedPositions(in: lines, after: oldLines)
    for index in clauses.indices where !(change.start..<change.newEnd).contains(index) {
      let origin = read.text.map.origin(of: clauses[index].range)
      run.findings[index].start = positions.position(of: origin.start, was: run.findings[index].start)
      run.findings[index].end = positions.position(of: origin.end, was: run.findings[index].end)
    }
    // The counters of the others only change where other names come between them.
    if run.names[change.start..<change.newEnd] == old.names[change.start..<change.oldEnd] {
      for index in change.start..<change.newEnd { run.findings[index].fingerprint = old.findings[index].fingerprint }
    } else {
      var fingerprints = Fingerprints()
      for index in clauses.indices { run.findings[index].fingerprint = fingerprints.next(run.names[index]) }
    }
    memory.last = run
    return run.findings
  }

  /// The finding for `clause` with a fingerprint that has no counter yet. `headings` are as in `allHeadings`.
  private func finding(for clause: Clause, _ words: FindingWords, _ headings: [Int?]) -> Finding {
    let rule = pack.rules[clause.rule]
    let block = Int(sentences.sentences[clause.sentence].block)
    let place = read.text.place(ofBlock: block)
    let origin = read.text.map.origin(of: clause.range)
    return Finding(
      rule: rule.id, kind: rule.kind == .clause ? .clause : .wording,
      stance: rule.kind == .clause ? clause.stance : nil, effect: rule.effect,
      level: level(of: rule, clause.stance), title: rule.title, message: words.message, why: rule.why, ask: rule.ask,
      start: lines.position(of: origin.start), end: lines.position(of: origin.end), quote: words.quote,
      sentence: words.sentence, captures: words.captures, see: rule.see, fingerprint: words.fingerprint, place: place,
      heading: place == nil ? nil : heading(above: block, headings))
  }

  /// The words of the finding for `clause`.
  private func words(of clause: Clause) -> FindingWords {
    let rule = pack.rules[clause.rule]
    let sentence = folded(sentences.range(of: sentences.sentences[clause.sentence]))
    let captures = clause.captures.mapValues(folded)
    return FindingWords(
      message: filled(rule.message(for: clause.stance), captures), quote: folded(clause.range), sentence: sentence,
      captures: captures,
      fingerprint: Fingerprints.name(rule: rule.id, stance: clause.stance.rawValue, sentence: sentence))
  }

  /// All that the words of a finding depend on.
  private func key(of clause: Clause) -> FindingMemory.Key {
    let sentence = sentences.range(of: sentences.sentences[clause.sentence])
    var captures: [FindingMemory.Key.Capture] = []
    for (name, range) in clause.captures {
      captures.append(.init(name: name, bytes: read.text.bytes(in: range)))
    }
    if captures.count > 1 { captures.sort { $0.name < $1.name } }
    return FindingMemory.Key(
      rule: clause.rule, stance: clause.stance, start: clause.range.start - sentence.start,
      length: clause.range.length, sentence: read.text.bytes(in: sentence), captures: captures)
  }

  /// By block: the last heading before it; empty where findings need none.
  private var allHeadings: [Int?] {
    guard !read.text.places.isEmpty else { return [] }
    var last: Int?
    return read.text.blocks.enumerated().map { index, block in
      defer { if block.isHeading { last = index } }
      return last
    }
  }

  /// The words of the last heading before block `index`; nil if there is none.
  private func heading(above index: Int, _ headings: [Int?]) -> String? {
    guard headings.indices.contains(index), let heading = headings[index] else { return nil }
    return folded(read.text.blocks[heading].range)
  }

  /// The same of one block, where no list was made of all.
  private func heading(above index: Int) -> String? {
    read.text.blocks.prefix(index).last { $0.isHeading }.map { folded($0.range) }
  }

  /// Words of the text, and where they stand in the file.
  struct Passage {
    var start: LineIndex.Position
    var end: LineIndex.Position
    var place: Place?
    var heading: String?
    var quote: String
    var sentence: String
  }

  func passage(of clause: Clause) -> Passage {
    passage(clause.range, inSentence: clause.sentence)
  }

  func passage(ofSentence index: Int) -> Passage {
    passage(sentences.range(of: sentences.sentences[index]), inSentence: index)
  }

  private func passage(_ range: TextRange, inSentence index: Int) -> Passage {
    let sentence = sentences.sentences[index]
    let origin = read.text.map.origin(of: range)
    let place = read.text.place(ofBlock: Int(sentence.block))
    return Passage(
      start: lines.position(of: origin.start), end: lines.position(of: origin.end), place: place,
      heading: place == nil ? nil : heading(above: Int(sentence.block)), quote: folded(range),
      sentence: folded(sentences.range(of: sentence)))
  }

  /// The level of a finding of `rule`.
  private func level(of rule: Rule, _ stance: Stance) -> Rule.Level {
    // A kind that is a guess changes nothing: else a wrong guess would hide what matters.
    let level = rule.level(inKind: kind?.sureID)
    return rule.kind == .clause && stance.isNoMoreThanNote(of: rule.effect) ? .note : level
  }

  /// The text in `range` with each run of white space as one space.
  func folded(_ range: TextRange) -> String {
    let bytes = read.text.bytes(in: range)
    guard !bytes.isEmpty else { return "" }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      var length = 0
      var pending = false
      for byte in bytes {
        if byte <= 0x20 {
          pending = length > 0
        } else {
          if pending {
            folded[length] = 0x20
            length += 1
          }
          pending = false
          folded[length] = byte
          length += 1
        }
      }
      return length
    }
  }

  /// The message with the words that its `{name}`s stand for.
  private func filled(_ message: String, _ captures: [String: String]) -> String {
    var result = ""
    var rest = message.utf8[...]
    while let open = rest.firstIndex(of: 0x7B) {
      result += String(rest[..<open]) ?? ""
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: 0x7D) else { return result }
      result += String(rest[..<close]).flatMap { captures[$0] } ?? "data"
      rest = rest[close...].dropFirst()
    }
    return result + (String(rest) ?? "")
  }
}

extension Stance {
  /// True if a practice of `effect` with this stance is no more than a note: it is denied, or left to the reader.
  func isNoMoreThanNote(of effect: Rule.Effect) -> Bool {
    switch self {
    case .permits, .conditional: false
    case .denies: effect != .protection
    case .offersChoice: true
    }
  }
}

/// Names for findings that stay the same when unrelated text moves: a hash of the rule, the stance and the words of
/// the sentence, and a counter where a document says the same twice.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// The name for the next finding with this name.
  mutating func next(_ name: String) -> String {
    let count = seen[name, default: 0]
    seen[name] = count + 1
    return count == 0 ? name : "\(name)-\(count + 1)"
  }

  /// `findings` of one document, each with a fingerprint of its own.
  static func numbered(_ findings: [Finding]) -> [Finding] {
    var fingerprints = Fingerprints()
    return findings.map { finding in
      var finding = finding
      finding.fingerprint = fingerprints.next(finding.fingerprint)
      return finding
    }
  }

  static func name(rule: String, stance: String, sentence: String) -> String {
    var key = WordKey()
    for part in [rule, stance] {
      for byte in part.utf8 { key.add(byte) }
      key.add(0)
    }
    var sentence = sentence
    sentence.withUTF8 { bytes in
      for byte in bytes where byte > 0x20 { key.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    }
    let digits = String(key.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
