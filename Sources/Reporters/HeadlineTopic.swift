import Analysis

/// The three things that every reader wants to know. The report says where a form is silent on one.
struct HeadlineTopic: Sendable {
  /// What a form may be silent about; follows "It does not say ...".
  var silence: String
  /// What to ask then.
  var ask: String
  /// The rules that speak of it, whatever their stance.
  var rules: Set<String>

  static let all: [HeadlineTopic] = [
    HeadlineTopic(
      silence: "I found no words about sharing your data with other companies, researchers or data banks.",
      ask: "Who outside of this place can get my records or images, and what for?",
      rules: [
        "sharing.third-party", "sharing.third-party-ai-vendor", "sharing.unspecified-recipients",
        "sharing.public-repository", "sharing.no-sharing-promise",
      ]),
    HeadlineTopic(
      silence: "I found no words about using your data to train AI or to improve products.",
      ask: "Will my records or images be used to train AI or to build products?",
      rules: ["ai.training", "ai.product-improvement", "ai.no-training-promise"]),
    HeadlineTopic(
      silence: "I found no words about a way to say no to some uses of your data.",
      ask: "Which uses of my data can I say no to, and how do I do that?",
      rules: ["choice.opt-out", "choice.opt-in"]),
  ]

  /// The topics that none of `findings` speaks of.
  static func missing(in findings: [Finding]) -> [HeadlineTopic] {
    let found = Set(findings.map(\.rule))
    return all.filter { $0.rules.isDisjoint(with: found) }
  }
}
