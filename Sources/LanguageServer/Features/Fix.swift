/// A change that the server offers. It travels to the client by its name and comes back to be worked out, so that a
/// list of offers costs little.
struct Fix: Sendable, Equatable {
  enum Kind: String, Sendable {
    /// A model clause behind a sentence that permits something.
    case clause
    /// Model wording for what is missing.
    case wording
    /// Plain words in the place of unclear ones.
    case replacement
    /// A remark that allows a finding.
    case allow
    /// The finding into the project's baseline.
    case baseline
    /// A remark that silences nothing taken out.
    case remark
    /// All such remarks taken out.
    case unusedRemarks
  }

  var kind: Kind
  /// The clause's name, else the finding's rule.
  var name: String
  /// The byte behind which a clause goes, else the finding's first.
  var offset: Int

  init(_ kind: Kind, _ name: String, at offset: Int) {
    self.kind = kind
    self.name = name
    self.offset = offset
  }

  /// The fix that an action's `data` names.
  init?(_ data: JSON) {
    guard let kind = data["fix"]?.string.flatMap(Kind.init), let name = data["name"]?.string,
      let offset = data["offset"]?.integer
    else { return nil }
    self.init(kind, name, at: offset)
  }

  /// The `data` of an action on a version of a document.
  func data(uri: String, version: Int) -> JSON {
    [
      "uri": .string(uri), "version": .integer(version), "fix": .string(kind.rawValue), "name": .string(name),
      "offset": .integer(offset),
    ]
  }
}
