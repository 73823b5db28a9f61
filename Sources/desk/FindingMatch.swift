import Analysis

/// Which findings of two readings of one document are the same.
///
/// A finding is the same if its rule and its stance are, and its quotes are on the same words: space and hyphens do not
/// count, and one quote may be longer than the other. Readings differ in what they join to one sentence (a heading that
/// stands in line with its text, a cell beside a label), and that moves an end of a quote without changing what is said.
struct FindingMatch {
  /// Findings of the expected reading that the other one has too.
  private(set) var same = 0
  /// Those of them with the very same quote.
  private(set) var exact = 0
  private(set) var missing: [Finding] = []
  private(set) var added: [Finding] = []

  init(_ found: [Finding], expected: [Finding]) {
    added = found
    missing = expected
    exact = take { $0 == $1 }
    same = exact + take { Self.overlaps($0, $1) }
  }

  /// Takes off what is the same by `isSame`, and gives the number.
  private mutating func take(_ isSame: (_ a: String, _ b: String) -> Bool) -> Int {
    var taken = 0
    missing.removeAll { finding in
      let quote = Self.letters(finding.quote)
      let index = added.firstIndex {
        $0.rule == finding.rule && $0.stance == finding.stance && isSame(Self.letters($0.quote), quote)
      }
      guard let index else { return false }
      added.remove(at: index)
      taken += 1
      return true
    }
    return taken
  }

  /// Why a missing finding is missing, as far as the other reading's findings say.
  func reason(for finding: Finding) -> String {
    let quote = Self.letters(finding.quote)
    let alike = added.filter { Self.overlaps(Self.letters($0.quote), quote) }
    if let other = alike.first(where: { $0.rule == finding.rule }) { return "stance \(other.stance?.rawValue ?? "-")" }
    if let other = alike.first { return "rule \(other.rule)" }
    return "lost"
  }

  /// The letters and digits of `quote`.
  static func letters(_ quote: String) -> String {
    quote.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// True if one holds the other, or one goes on where the other breaks off.
  private static func overlaps(_ a: String, _ b: String) -> Bool {
    a.contains(b) || b.contains(a) || goesOn(a, b) || goesOn(b, a)
  }

  /// True if the end of `a` is the beginning of `b`, for some words.
  private static func goesOn(_ a: String, _ b: String) -> Bool {
    let shortest = 12
    guard a.count >= shortest, b.count >= shortest else { return false }
    return (shortest...min(a.count, b.count)).contains { a.hasSuffix(b.prefix($0)) }
  }
}
