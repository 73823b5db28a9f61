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
    guard !clauses.isEmpty else { return [] }
    let headings = read.text.places.isEmpty ? [] : headings()
    var fingerprints = Fingerprints()
    return clauses.map { finding(for: $0, headings: headings, fingerprints: &fingerprints) }
  }

  private func finding(
    for clause: Clause, headings: [Int?], fingerprints: inout Fingerprints
  ) -> Finding {
    let rule = pack.rules[clause.rule]
    let origin = read.text.map.origin(of: clause.range)
    let quote = folded(clause.range)
    let sentence = folded(sentences.range(of: sentences.sentences[clause.sentence]))
    let captures = clause.captures.mapValues(folded)
    let block = Int(sentences.sentences[clause.sentence].block)
    let place = read.text.places.indices.contains(block) ? read.text.places[block] : nil
    return Finding(
      rule: rule.id, kind: .clause, stance: clause.stance, effect: rule.effect, level: level(of: rule, clause.stance),
      title: rule.title,
      message: filled(rule.message(for: clause.stance), captures), why: rule.why, ask: rule.ask,
      start: lines.position(of: origin.start), end: lines.position(of: origin.end), quote: quote, sentence: sentence,
      captures: captures, see: rule.see,
      fingerprint: fingerprints.next(rule: rule.id, stance: clause.stance.rawValue, sentence: sentence),
      place: place, heading: place == nil ? nil : heading(above: block, headings))
  }

  /// By block: the last heading before it.
  private func headings() -> [Int?] {
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

  /// A practice that is denied, or left to the reader, is no more than a note.
  private func level(of rule: Rule, _ stance: Stance) -> Rule.Level {
    // A kind that is a guess changes nothing: else a wrong guess would hide what matters.
    let level = rule.level(inKind: kind.flatMap { $0.isSure ? $0.id : nil })
    return switch stance {
    case .permits, .conditional: level
    case .denies: rule.effect == .protection ? level : .note
    case .offersChoice: .note
    }
  }

  /// The text in `range` with each run of white space as one space.
  private func folded(_ range: TextRange) -> String {
    let (start, end) = (max(0, range.start), min(range.end, read.text.bytes.count))
    guard start < end else { return "" }
    return String(unsafeUninitializedCapacity: end - start) { folded in
      var length = 0
      var pending = false
      for byte in read.text.bytes[start..<end] {
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

/// Names for findings that stay the same when unrelated text moves: a hash of the rule, the stance and the words of
/// the sentence, and a counter where a document says the same twice.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  mutating func next(rule: String, stance: String, sentence: String) -> String {
    var key = WordKey()
    for part in [rule, stance] {
      for byte in part.utf8 { key.add(byte) }
      key.add(0)
    }
    var sentence = sentence
    sentence.withUTF8 { bytes in
      for byte in bytes where byte > 0x20 { key.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    }
    let count = seen[key.value, default: 0]
    seen[key.value] = count + 1
    let digits = String(key.value, radix: 16)
    let hash = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return count == 0 ? hash : "\(hash)-\(count + 1)"
  }
}
