import Clauses
import SourceText

/// Findings of the document rules, in words.
extension FindingBuilder {
  /// The finding for two clauses that may not agree; it stands at the first.
  func finding(for conflict: ConflictCheck.Conflict) -> Finding {
    let rule = conflict.rule
    let (first, second) = (passage(of: conflict.first), passage(of: conflict.second))
    let related = Finding.Related(
      rule: pack.rules[conflict.second.rule].id, message: pack.rules[conflict.second.rule].title,
      start: second.start, end: second.end, quote: second.quote, place: second.place, heading: second.heading)
    return Finding(
      rule: rule.id, kind: .conflict, stance: nil, effect: .risk, level: rule.level, title: rule.title,
      message: rule.message, why: rule.why, ask: rule.ask, start: first.start, end: first.end, quote: first.quote,
      sentence: first.sentence, captures: [:], see: rule.see,
      fingerprint: Fingerprints.name(rule: rule.id, stance: second.sentence, sentence: first.sentence),
      place: first.place, heading: first.heading, related: [related])
  }

  /// The finding for an element that is not there; it stands where the element would belong.
  func finding(for absence: MissingCheck.Absence, kind: KindGuess) -> Finding {
    let rule = absence.rule
    let passage = passage(ofSentence: absence.sentence)
    return Finding(
      rule: rule.id, kind: .missing, stance: nil, effect: .risk, level: absence.level, title: rule.title,
      message: kind.isSure ? rule.message : unsure(rule.message, kind), why: rule.why, ask: rule.ask,
      start: passage.start, end: passage.end, quote: passage.quote, sentence: passage.sentence, captures: [:],
      see: rule.see, fingerprint: Fingerprints.name(rule: rule.id, stance: "", sentence: ""), place: passage.place,
      heading: passage.heading)
  }

  /// A message that says that the kind is a guess.
  private func unsure(_ message: String, _ kind: KindGuess) -> String {
    guard let title = kind.title else { return message }
    let article = "aeiou".contains(title.prefix(1)) ? "an" : "a"
    return "If this is \(article) \(title): \(message.prefix(1).lowercased())\(message.dropFirst())"
  }
}
