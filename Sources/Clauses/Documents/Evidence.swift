/// The clauses of one rule, with any stance or with one: `ai.training` or `ai.training permits`.
public struct ClauseSelector: Sendable, Equatable, CustomStringConvertible {
  public var rule: String
  /// Nil = any.
  public var stance: Stance?

  public init(rule: String, stance: Stance? = nil) {
    self.rule = rule
    self.stance = stance
  }

  /// Reads `rule` or `rule stance`; nil if the text is neither. A cue phrase has no full stop in its first word.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard (1...2).contains(parts.count), parts[0].utf8.contains(UInt8(ascii: ".")) else { return nil }
    rule = String(parts[0])
    if parts.count == 2 {
      guard let stance = Stance(rawValue: String(parts[1])) else { return nil }
      self.stance = stance
    }
  }

  public var description: String { stance.map { "\(rule) \($0.rawValue)" } ?? rule }
}

/// What shows that something is said in a document: one of several signs, each of which may need more than one.
public struct Evidence: Sendable, Equatable {
  public enum Sign: Sendable, Equatable {
    /// A clause that was found.
    case clause(ClauseSelector)
    /// A phrase that stands anywhere, in the notation of lexicon entries.
    case cue(String)
  }

  /// Any one of these will do, if all its signs are there.
  public var alternatives: [[Sign]]

  public init(_ alternatives: [[Sign]] = []) {
    self.alternatives = alternatives
  }

  public var isEmpty: Bool { alternatives.isEmpty }

  /// How many phrases there are.
  public var cueCount: Int {
    alternatives.reduce(0) { count, signs in
      count + signs.count { if case .cue = $0 { true } else { false } }
    }
  }

  /// All phrases, in their order.
  var cues: [String] {
    alternatives.joined().compactMap { sign in
      if case .cue(let phrase) = sign { phrase } else { nil }
    }
  }

  /// All clauses, in their order.
  var selectors: [ClauseSelector] {
    alternatives.joined().compactMap { sign in
      if case .clause(let selector) = sign { selector } else { nil }
    }
  }
}
