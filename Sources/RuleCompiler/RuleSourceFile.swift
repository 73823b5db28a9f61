/// One YAML file of a rule pack. Its path says what it is.
public struct RuleSourceFile: Sendable, Equatable {
  /// Any path whose last two parts are `<group>/<name>.yaml` or `<group>/<name>.<language>.yaml`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// True if a line begins with the key `name`: what kind of rule a file has is told by such a key.
  func hasKey(_ name: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("\(name):") }
  }
}

/// What a file is, by its path.
enum RuleFileRole: Equatable {
  /// `<group>/<name>.yaml`: the rule `group.name`.
  case rule(id: String, language: String)
  /// `lexicon/<class>.yaml`: the class `@class`.
  case lexicon(name: String, language: String)
  /// `kinds/<kind>.yaml`: the cues of a kind of document, in all languages.
  case kind(id: String)
  /// `questions/<question>.yaml`: a question that patients should ask, with the cues of all languages.
  case question(id: String)

  /// The language of files that name none; translations take their facts from it.
  static let baseLanguage = "en"

  /// - Throws: one sentence that says how the file should be named.
  init(path: String) throws(RuleFileNameError) {
    let parts = path.split(separator: "/")
    guard let file = parts.last, parts.count >= 2 else {
      throw RuleFileNameError(message: "a rule file must lie in a folder: <group>/<name>.yaml")
    }
    let group = String(parts[parts.count - 2])
    var names = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard names.count >= 2, names.removeLast() == "yaml" else {
      throw RuleFileNameError(message: "the file name must end in .yaml")
    }
    guard names.count <= 2 else {
      throw RuleFileNameError(message: "the file name must be <name>.yaml or <name>.<language>.yaml")
    }
    let name = names[0]
    for part in [group, name] where !part.isRuleName {
      throw RuleFileNameError(message: "`\(part)` must be lower-case letters, digits and single hyphens")
    }
    let language = names.count == 2 ? names[1] : Self.baseLanguage
    guard language.isLanguageCode else {
      throw RuleFileNameError(message: "`\(language)` is no language code; write for example \(name).es.yaml")
    }
    guard names.count == 1 || language != Self.baseLanguage else {
      throw RuleFileNameError(message: "the English file must be named \(name).yaml")
    }
    switch group {
    case "lexicon": self = .lexicon(name: name, language: language)
    case "kinds", "questions":
      guard names.count == 1 else {
        throw RuleFileNameError(message: "the cues of all languages stand in one file: \(name).yaml")
      }
      self = group == "kinds" ? .kind(id: name) : .question(id: name)
    default: self = .rule(id: "\(group).\(name)", language: language)
    }
  }
}

struct RuleFileNameError: Error {
  var message: String
}

extension String {
  /// Names of groups, rules and classes: `opt-out`, `de-identified-2`.
  fileprivate var isRuleName: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0.isASCIIDigit }
    }
  }

  /// `es`, `fil`.
  var isLanguageCode: Bool {
    (2...3).contains(utf8.count) && utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
