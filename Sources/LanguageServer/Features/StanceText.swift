import Analysis
import Clauses

/// Short words for what a clause does.
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

  /// The same with what it means to the reader.
  static func long(_ finding: Finding) -> String {
    switch finding.effect {
    case .risk: "\(verb(finding.stance)); a risk for the reader if permitted"
    case .protection: "\(verb(finding.stance)); a protection for the reader if given"
    case .neutral: "\(verb(finding.stance)); neither good nor bad"
    }
  }
}
