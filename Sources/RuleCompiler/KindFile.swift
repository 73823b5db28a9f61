import Clauses
import Yams

/// Reads a file of one kind of document.
struct KindFile {
  private var yaml: YAMLFile
  private var cues: [DocumentKind.Cue] = []
  /// The cues of the language that is read.
  private var seen: Set<[UInt64]> = []

  /// - Returns: the kind, or nil with at least one diagnostic.
  static func read(_ file: RuleSourceFile, id: String) -> (kind: DocumentKind?, diagnostics: [RuleDiagnostic]) {
    var reader = KindFile(yaml: YAMLFile(file))
    let kind = reader.read(id: id)
    return (reader.yaml.diagnostics.isEmpty ? kind : nil, reader.yaml.diagnostics)
  }

  private init(yaml: YAMLFile) {
    self.yaml = yaml
  }

  private mutating func read(id: String) -> DocumentKind? {
    guard let root = yaml.root() else { return nil }
    let fields = yaml.fields(of: root, required: ["title", "cues"], optional: ["titles"])
    let title = yaml.title(of: fields)
    guard let languages = yaml.map("cues", of: fields) else { return nil }
    if languages.isEmpty { yaml.report("`cues` is empty", at: fields["cues"]?.key) }
    for (key, value) in languages {
      guard let language = yaml.text(in: key, called: "cues") else { continue }
      guard language.string.isLanguageCode else {
        yaml.report("`\(language.string)` is no language code; write for example es", at: language.place)
        continue
      }
      guard case .mapping(let places) = value else {
        yaml.report("`\(language.string)` must be a map with `title`, `text` or both", at: value.place)
        continue
      }
      readPlaces(places, language: language.string)
    }
    return DocumentKind(id: id, title: title, titles: titles(of: fields), cues: cues)
  }

  /// The titles in other languages.
  private mutating func titles(of fields: Fields) -> [String: String] {
    var titles: [String: String] = [:]
    for (key, value) in yaml.map("titles", of: fields) ?? [:] {
      guard let language = yaml.text(in: key, called: "titles"),
        let title = yaml.text(in: value, called: language.string)
      else { continue }
      if language.string.isLanguageCode, language.string != RuleFileRole.baseLanguage {
        titles[language.string] = title.string
      } else {
        yaml.report("`\(language.string)` is no code of another language; write for example es", at: language.place)
      }
    }
    return titles
  }

  private mutating func readPlaces(_ mapping: Node.Mapping, language: String) {
    seen = []
    let places = yaml.fields(of: mapping, required: [], optional: DocumentKind.Cue.Place.allCases.map(\.rawValue))
    for place in DocumentKind.Cue.Place.allCases {
      guard let weights = yaml.map(place.rawValue, of: places) else { continue }
      for (key, value) in weights {
        let name = key.scalar?.string ?? ""
        guard let weight = Int(name), DocumentKind.Cue.weights.contains(weight) else {
          yaml.report("a weight must be a number from 1 to 9, not `\(name)`", at: key.place)
          continue
        }
        guard case .sequence(let phrases) = value, !phrases.isEmpty else {
          yaml.report("weight \(weight) needs a list of phrases", at: value.place)
          continue
        }
        for phrase in phrases { readPhrase(phrase, language: language, place: place, weight: weight) }
      }
    }
  }

  private mutating func readPhrase(
    _ node: Node, language: String, place: DocumentKind.Cue.Place, weight: Int
  ) {
    guard let text = yaml.text(in: node, called: place.rawValue) else { return }
    if yaml.checkPhrase(text, list: place == .title ? 1 : 0, seen: &seen) {
      cues.append(DocumentKind.Cue(language: language, place: place, weight: weight, phrase: text.string))
    }
  }
}
