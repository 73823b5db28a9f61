import Clauses

/// What the user set, in the section `consentlint` of the client's settings.
struct Settings: Sendable, Equatable {
  static let section = "consentlint"

  /// Findings below it are not marked.
  var minimumLevel = Rule.Level.note
  /// The stance behind each clause.
  var inlayHints = false
  /// Colours for who gets which data for what.
  var semanticTokens = false
  /// The counts above the title.
  var codeLens = true

  private static let names = ["codeLens", "inlayHints", "minimumLevel", "semanticTokens"]

  /// Takes over what `json` says; what is wrong in it stays as it was, and is told in sentences for the user.
  mutating func apply(_ json: JSON) -> [String] {
    // Some clients send the section, some what is in it.
    let json = json[Self.section] ?? json
    guard let members = json.members else {
      return json.isNull ? [] : ["The settings of ConsentLint must be an object. I go on without them."]
    }
    var faults: [String] = []
    for member in members {
      switch member.key {
      case "minimumLevel":
        if let level = member.value.string.flatMap(Rule.Level.init) {
          minimumLevel = level
        } else if !member.value.isNull {
          faults.append(fault(member.key, "note, warning or error", "\(minimumLevel)"))
        }
      case "inlayHints": set(&inlayHints, member, &faults)
      case "semanticTokens": set(&semanticTokens, member, &faults)
      case "codeLens": set(&codeLens, member, &faults)
      default:
        faults.append(
          "There is no setting \(Self.section).\(member.key)."
            + " The settings are: \(Self.names.joined(separator: ", ")).")
      }
    }
    return faults
  }

  private func set(_ value: inout Bool, _ member: JSON.Member, _ faults: inout [String]) {
    if let new = member.value.bool {
      value = new
    } else if !member.value.isNull {
      faults.append(fault(member.key, "true or false", "\(value)"))
    }
  }

  private func fault(_ key: String, _ allowed: String, _ current: String) -> String {
    "The setting \(Self.section).\(key) must be \(allowed). I go on with \(current)."
  }
}
