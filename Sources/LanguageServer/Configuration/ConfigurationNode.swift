import Clauses

/// What may stand at a place of a project's configuration, and what it means: for completion and hover. Whether a file
/// is right is not judged by it.
struct ConfigurationNode: Sendable {
  /// Names that may stand somewhere.
  enum Names: Sendable {
    case none
    case words([String])
    case rules
    case kinds
    case languages
    case limits
  }

  /// In a sentence or two.
  var about: String
  /// The values, or the items of a list.
  var values = Names.none
  /// The keys that there are.
  var keys: [Key] = []
  /// What the user's own keys may be, and what is under each.
  var ownKeys = Names.none
  var underOwnKeys: [ConfigurationNode] = []

  struct Key: Sendable {
    var name: String
    var node: ConfigurationNode

    init(_ name: String, _ node: ConfigurationNode) {
      self.name = name
      self.node = node
    }
  }

  /// The node under a key; nil if there is none.
  func child(_ key: String) -> ConfigurationNode? {
    keys.first { $0.name == key }?.node ?? underOwnKeys.first
  }

  /// The node at the end of a path of keys.
  func node(at path: [String]) -> ConfigurationNode? {
    path.reduce(Optional(self)) { $0?.child($1) }
  }
}

extension ConfigurationNode {
  private static let levels = Names.words(["error", "warning", "note"])
  private static let paths = ConfigurationNode(
    about: "Patterns of paths, from this file's folder: `**/*.docx`, `old/`.")

  /// The whole file.
  static let file = ConfigurationNode(
    about: "",
    keys: [
      Key(
        "root",
        .init(
          about: "`true`: files of this name in the folders above do not count.", values: .words(["true", "false"]))),
      Key(
        "fail-level",
        .init(
          about: "The lowest level that makes a check fail.", values: .words(["error", "warning", "note", "never"]))),
      Key("ignore", .init(about: "Paths of files that are not checked.")),
      Key(
        "kinds",
        .init(
          about: "By path: what kind of document it is. Else it is found by its words.",
          underOwnKeys: [.init(about: "The kind of the documents at these paths.", values: .kinds)])),
      Key(
        "languages",
        .init(
          about: "By path: the language of the documents.",
          underOwnKeys: [.init(about: "The language of the documents at these paths.", values: .languages)])),
      Key(
        "levels",
        .init(
          about: "By rule (`ai.training`), group (`ai.*`) or all (`*`): another level.", ownKeys: .rules,
          underOwnKeys: [
            .init(
              about: "The level of this rule.", values: .words(["error", "warning", "note", "off"]),
              keys: [
                Key("level", .init(about: "The level.", values: .words(["error", "warning", "note", "off"]))),
                Key("paths", paths),
              ])
          ])),
      Key("off", .init(about: "Rules that say nothing.", values: .rules)),
      Key("policy", .init(about: "Rules of your house, by a name of your own.", underOwnKeys: [policy])),
      Key("rules", .init(about: "Folders with rules of your own.")),
      Key("baseline", .init(about: "The file of findings that were accepted; `consentlint baseline create` makes it.")),
      Key(
        "limits",
        .init(
          about: "What a document may ask for before reading stops.", ownKeys: .limits,
          underOwnKeys: [.init(about: "A whole number above 0.")])),
    ])

  private static let policy = ConfigurationNode(
    about: "A rule of your house: one of `require`, `forbid` and `require-when`, and a `message`.",
    keys: [
      Key("require", condition("Each document must have such a clause.")),
      Key("forbid", condition("No document may have such a clause.")),
      Key(
        "require-when",
        .init(
          about: "Where a document has the first clause, it must have the second.",
          keys: [
            Key("when", condition("The clause that asks for another.")),
            Key("require", condition("The clause that must be there then.")),
          ])),
      Key("message", .init(about: "What the finding says, in your words.")),
      Key("level", .init(about: "The level of the finding; `error` if nothing is said.", values: levels)),
      Key("kinds", .init(about: "Only for these kinds of document.", values: .kinds)),
      Key("paths", paths),
    ])

  private static func condition(_ about: String) -> ConfigurationNode {
    .init(
      about: "\(about) A rule, or more about its clauses.", values: .rules,
      keys: [
        Key("rule", .init(about: "One or more rules.", values: .rules)),
        Key("stance", .init(about: "What the clause does.", values: .words(Stance.allCases.map(\.rawValue)))),
        Key("words", .init(about: "Phrases, one of which stands in the sentence.")),
        Key("captures", .init(about: "By part of the rule's pattern: phrases, one of which stands there.")),
      ])
  }
}
