import Analysis
import Clauses

/// Short words for what a finding is.
enum StanceText {
  /// What a clause does, for hints and lists: "permits".
  static func verb(_ stance: Stance?) -> String {
    switch stance {
    case .permits: "permits"
    case .denies: "denies"
    case .offersChoice: "offers a choice"
    case .conditional: "under a condition"
    case nil: "says"
    }
  }

  /// The same for a finding of any kind.
  static func verb(_ finding: Finding) -> String {
    switch finding.kind {
    case .clause: verb(finding.stance)
    case .missing: "not found"
    case .conflict: "may not agree"
    case .wording: "unclear words"
    }
  }

  /// The same with what it means to the reader.
  static func long(_ finding: Finding) -> String {
    let verb = verb(finding)
    guard finding.kind == .clause else { return verb }
    return switch finding.effect {
    case .risk: "\(verb); a risk for the reader if permitted"
    case .protection: "\(verb); a protection for the reader if given"
    case .neutral: "\(verb); neither good nor bad"
    }
  }
}
