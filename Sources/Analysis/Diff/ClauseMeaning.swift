import Clauses

/// What a clause means to the patient: whose practice it is, and how good or bad its stance is.
enum ClauseMeaning: Equatable {
  /// Others may do something with the data that carries a risk.
  case risk
  /// Something is asked of the patient, or a right is given up.
  case demand
  /// Others do something that is neither good nor bad by itself.
  case practice
  /// A promise or a protection.
  case protection
  /// The patient can decide.
  case choice

  init(_ finding: Finding) {
    let group = finding.group
    switch finding.effect {
    case .risk: self = group == "choice" || group == "liability" ? .demand : .risk
    case .neutral: self = group == "rights" ? .choice : .practice
    case .protection: self = group == "choice" ? .choice : .protection
    }
  }

  /// True for what a patient gains by its being there.
  private var isGood: Bool { self == .protection || self == .choice }

  /// How good `stance` is for the patient: from -2 (bad) over 0 (neither) to 2 (good).
  func worth(_ stance: Stance?, isPromise: Bool) -> Int {
    // A promise is a practice that is denied.
    if isPromise {
      switch stance {
      case .denies, nil: return 2
      case .conditional, .offersChoice: return 1
      case .permits: return 1
      }
    }
    switch stance {
    case .permits, nil: return isGood ? 2 : self == .practice ? 0 : -2
    case .conditional: return isGood ? 1 : self == .practice ? 0 : -1
    case .offersChoice: return isGood ? 2 : 1
    case .denies: return isGood ? -2 : self == .practice ? 1 : 2
    }
  }
}

extension Finding {
  /// True for the rules that are a promise not to do something.
  package var isPromise: Bool { rule.hasSuffix("-promise") }

  /// What the clause means to the patient.
  var meaning: ClauseMeaning { ClauseMeaning(self) }

  /// How good it is for the patient that the form says this: from -2 (bad) to 2 (good).
  var worth: Int { meaning.worth(stance, isPromise: isPromise) }
}
