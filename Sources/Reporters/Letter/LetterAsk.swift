import Analysis

/// What a letter can ask for.
public enum LetterAsk: String, Sendable, CaseIterable {
  /// Not to use the data in a way that the form allows.
  case optOut = "opt-out"
  /// Who outside gets the data.
  case recipients
  /// How names are taken off.
  case deIdentification = "de-identification"
  /// Who opened the records.
  case accessLog = "access-log"

  /// The asks that what was found in `document` gives a reason for, in the order of a letter.
  public static func reasoned(by document: DocumentReport) -> [LetterAsk] {
    let findings = LetterFindings(document)
    guard !findings.uses.isEmpty || !findings.outsiders.isEmpty || !findings.unexplained.isEmpty else { return [] }
    return allCases.filter { ask in
      switch ask {
      // Where the form says that there is no way out, a letter is no use.
      case .optOut: !findings.uses.isEmpty && (!findings.waysOut.isEmpty || !findings.refusesWayOut)
      case .recipients: !findings.outsiders.isEmpty
      case .deIdentification: findings.methods.isEmpty
      case .accessLog: !findings.refusesLog
      }
    }
  }
}

/// The findings of a document that a letter speaks of.
struct LetterFindings {
  /// Uses that the form allows and that are not for the reader's own care.
  let uses: [Finding]
  /// Sharing with others outside.
  let outsiders: [Finding]
  /// Ways to say no that the form offers.
  let waysOut: [Finding]
  let refusesWayOut: Bool
  /// "De-identified" without a method.
  let unexplained: [Finding]
  /// Methods that take names off.
  let methods: [Finding]
  /// Ways to see who opened the records.
  let logs: [Finding]
  let refusesLog: Bool

  private static let outsideRules = [
    "sharing.third-party-ai-vendor", "sharing.third-party", "sharing.unspecified-recipients",
    "sharing.public-repository", "sharing.ad-tracking", "commercial.sale-remuneration",
  ]
  private static let useRules =
    ["ai.training", "sharing.third-party-ai-vendor", "ai.product-improvement", "commercial.sale-remuneration"]
    + ["sharing.ad-tracking", "purpose.marketing", "sharing.public-repository", "purpose.education-publication"]
    + ["purpose.future-research", "sharing.unspecified-recipients", "sharing.third-party"]

  init(_ document: DocumentReport) {
    /// The findings of `rules` in their order; pieces of lists and what holds only under a condition come last.
    func found(_ rules: [String], _ isWanted: (Finding) -> Bool) -> [Finding] {
      let found = rules.flatMap { rule in document.findings.filter { $0.rule == rule && isWanted($0) } }
      let weights = found.map { ($0.stance == .conditional ? 1 : 0) + ($0.sentence.hasSuffix(".") ? 0 : 2) }
      return found.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }.map { found[$0] }
    }
    let allows: (Finding) -> Bool = { $0.stance == .permits || $0.stance == .conditional }
    uses = found(Self.useRules, allows)
    outsiders = found(Self.outsideRules, allows)
    waysOut = found(["choice.opt-out"]) { $0.stance == .offersChoice || allows($0) }
    refusesWayOut = document.findings.contains { $0.rule == "choice.opt-out" && $0.stance == .denies }
    unexplained = found(["identifiability.deidentified-unspecified"], allows)
    methods = found(["identifiability.method-stated"], allows)
    logs = found(["rights.access-log"], allows)
    refusesLog = document.findings.contains { $0.rule == "rights.access-log" && $0.stance == .denies }
  }
}
