import ProjectConfiguration

/// What a directive says: which rules to be silent on, where, how long, and why.
///
/// `allow ai.training until 2027-01-31 -- reason`; `allow-section` and `allow-file` are wider.
struct Suppression: Sendable, Equatable {
  enum Scope: String, Sendable, CaseIterable {
    case sentence = "allow"
    case section = "allow-section"
    case file = "allow-file"
  }

  /// Why a directive cannot be followed.
  enum Fault: Error, Sendable, Equatable {
    /// It does not begin with a word of `Scope`.
    case verb(String)
    case noRule
    case noReason
    case date(String)
    /// A word before the reason that is no rule's name.
    case word(String)
  }

  var rules: [RuleSelector]
  var scope: Scope
  /// The last day on which it counts.
  var until: CalendarDay?
  var reason: String

  /// - Parameter text: what stands behind `consentlint:`.
  init(_ text: String) throws(Fault) {
    let (head, reason) = Self.parted(text)
    var words = head.split { $0.isWhitespace || $0 == "," }.map(String.init)
    let verb = words.isEmpty ? "" : words.removeFirst()
    guard let scope = Scope(rawValue: verb.lowercased()) else { throw .verb(verb) }
    self.scope = scope
    if let index = words.firstIndex(of: "until") {
      let date = words.indices.contains(index + 1) ? words[index + 1] : ""
      guard let day = CalendarDay(date) else { throw .date(date) }
      until = day
      words.removeSubrange(index...index + 1)
    }
    guard !words.isEmpty else { throw .noRule }
    for word in words where !word.contains(".") { throw .word(word) }
    rules = words.map { RuleSelector($0) }
    guard let reason, reason.contains(where: { $0.isLetter }) else { throw .noReason }
    self.reason = reason
  }

  /// What stands before and behind the first `--`. Word processors make a dash of it.
  private static func parted(_ text: String) -> (head: Substring, reason: String?) {
    let dashes: Set<Character> = ["\u{2013}", "\u{2014}"]
    var at = text.startIndex
    while at < text.endIndex {
      let after = text.index(after: at)
      let isDouble = text[at] == "-" && after < text.endIndex && text[after] == "-"
      if isDouble || dashes.contains(text[at]) {
        let rest = text[after...].drop { $0 == "-" || $0.isWhitespace || dashes.contains($0) }
        return (text[..<at], String(rest))
      }
      at = after
    }
    return (text[...], nil)
  }
}
