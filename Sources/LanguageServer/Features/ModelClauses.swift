import Clauses

/// Wordings for drafters: plain sentences that give the reader a protection. They are our own; a blank is to be filled.
struct ModelClause: Sendable {
  /// What is typed to get it.
  var name: String
  /// The rule that finds it, with the stance that it then has.
  var rule: String
  var stance: Stance
  /// The sentences; `[...]` is a blank with a hint.
  var text: String

  static let all: [ModelClause] = [
    ModelClause(
      name: "opt-out", rule: "choice.opt-out", stance: .offersChoice,
      text: "You can opt out of this use of your data. To opt out, write to [contact] or call [phone number]."),
    ModelClause(
      name: "opt-in", rule: "choice.opt-in", stance: .offersChoice,
      text: "We will use your [images] for [purpose] only if you say yes."),
    ModelClause(
      name: "withdraw", rule: "choice.withdrawal-right", stance: .permits,
      text: "You may take back your consent at any time. Write to [contact] and we will stop using your data."),
    ModelClause(
      name: "care-not-affected", rule: "choice.care-not-conditioned", stance: .permits,
      text: "You will get the same care whether or not you agree."),
    ModelClause(
      name: "no-ai-training", rule: "ai.no-training-promise", stance: .denies,
      text: "We will not use your [images] to train artificial intelligence."),
    ModelClause(
      name: "no-sharing", rule: "sharing.no-sharing-promise", stance: .denies,
      text: "We do not share your data with anyone outside [organization]."),
  ]

  /// The clauses that answer what a finding permits, by the finding's rule; those that hold for any risk else.
  static func answers(to rule: String) -> [ModelClause] {
    let names: [String]
    if rule.hasPrefix("ai.") {
      names = ["opt-out", "no-ai-training"]
    } else if rule.hasPrefix("sharing.") || rule.hasPrefix("commercial.") {
      names = ["opt-out", "no-sharing"]
    } else if rule.hasPrefix("choice.") {
      names = ["care-not-affected", "withdraw"]
    } else {
      names = ["opt-out", "opt-in"]
    }
    return names.compactMap { name in all.first { $0.name == name } }
  }

  /// As a snippet of LSP: each blank is a place to stop at.
  var snippet: String {
    var result = ""
    var stop = 0
    var isBlank = false
    for character in text {
      switch character {
      case "[":
        stop += 1
        isBlank = true
        result += "${\(stop):"
      case "]":
        isBlank = false
        result += "}"
      case "$", "\\", "}":
        result += "\\\(character)"
      default: result.append(character)
      }
    }
    return (isBlank ? result + "}" : result) + "$0"
  }
}
