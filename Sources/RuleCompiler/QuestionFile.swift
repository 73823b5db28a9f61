import Clauses
import ProjectConfiguration
import Yams

/// Reads a file of one question that patients should ask.
struct QuestionFile {
  fileprivate var yaml: YAMLFile
  /// Ids of the rules that may answer it.
  fileprivate let rules: Set<String>

  /// - Parameters:
  ///   - rules: ids of all rules.
  ///   - orders: the places that are taken, with the question that has each.
  /// - Returns: the question, or nil with at least one diagnostic.
  static func read(
    _ file: RuleSourceFile, id: String, rules: Set<String>, orders: [Int: String]
  ) -> (question: Question?, diagnostics: [RuleDiagnostic]) {
    var reader = QuestionFile(yaml: YAMLFile(file), rules: rules)
    let question = reader.read(id: id, orders: orders)
    return (reader.yaml.diagnostics.isEmpty ? question : nil, reader.yaml.diagnostics)
  }

  private mutating func read(id: String, orders: [Int: String]) -> Question? {
    guard let root = yaml.root() else { return nil }
    let fields = yaml.fields(of: root, required: ["title", "order", "parts", "ask"], optional: ["texts"])
    let order = yaml.text("order", of: fields)
    let place = order.flatMap { Int($0.string) } ?? 0
    if let order, !(1...99).contains(place) {
      yaml.report("`order` must be a number from 1 to 99, not `\(order.string)`", at: order.place)
    } else if let order, let other = orders[place] {
      yaml.report("`\(other)` has order \(place) already", at: order.place)
    }
    let parts = yaml.list("parts", of: fields).compactMap { part(in: $0) }
    return Question(
      id: id, order: place, title: question("title", of: fields), parts: parts, ask: question("ask", of: fields),
      translations: translations(of: fields, parts: parts))
  }

  /// The texts in other languages, by language code.
  private mutating func translations(of fields: Fields, parts: [Question.Part]) -> [String: Question.Wording] {
    var result: [String: Question.Wording] = [:]
    for (key, value) in yaml.map("texts", of: fields) ?? [:] {
      guard let language = yaml.text(in: key, called: "texts") else { continue }
      guard language.string.isLanguageCode, language.string != RuleFileRole.baseLanguage,
        case .mapping(let mapping) = value
      else {
        yaml.report("`texts` is a map of codes of other languages, each with `title`, `parts` and `ask`", at: key.place)
        continue
      }
      let texts = yaml.fields(of: mapping, required: ["title", "parts", "ask"])
      var wording = Question.Wording(
        title: question("title", of: texts), ask: question("ask", of: texts), abouts: [], buts: [])
      for item in yaml.list("parts", of: texts) {
        guard case .mapping(let part) = item else { continue }
        let fields = yaml.fields(of: part, required: ["about"], optional: ["but"])
        wording.abouts.append(yaml.text("about", of: fields)?.string ?? "")
        wording.buts.append(yaml.text("but", of: fields)?.string ?? "")
      }
      let isComplete =
        wording.abouts.count == parts.count
        && zip(wording.buts, parts).allSatisfy { $0.isEmpty == $1.but.isEmpty }
      if !isComplete {
        yaml.report(
          "`\(language.string)` must have a part for each of the question's, with `but` where it has one", at: key.place
        )
      }
      result[language.string] = wording
    }
    return result
  }

  /// The text of a field that must be a question.
  private mutating func question(_ key: String, of fields: Fields) -> String {
    guard let text = yaml.text(key, of: fields) else { return "" }
    if !text.string.hasSuffix("?") { yaml.report("`\(key)` must end with a question mark", at: text.place) }
    return text.string
  }

  private mutating func part(in node: Node) -> Question.Part? {
    guard case .mapping(let mapping) = node else {
      yaml.report("a part must be a map with `about`, and `says` or `cues`", at: node.place)
      return nil
    }
    let fields = yaml.fields(of: mapping, required: ["about"], optional: ["says", "cues", "touches", "hints", "but"])
    if fields["says"] == nil, fields["cues"] == nil {
      yaml.report("a part needs `says`, `cues` or both", at: node.place)
    }
    let open = fields["touches"] ?? fields["hints"]
    if (open == nil) != (fields["but"] == nil) {
      yaml.report("`but` goes with `touches` or `hints`, and they with it", at: (open ?? fields["but"])?.key)
    }
    let about = yaml.text("about", of: fields)
    if let about, about.string.last?.isPunctuation == true, !about.string.hasSuffix(")") {
      yaml.report("`about` goes on a sentence: leave out the sign at its end", at: about.place)
    }
    return Question.Part(
      about: about?.string ?? "", says: sources("says", of: fields), cues: cues("cues", of: fields),
      touches: sources("touches", of: fields), hints: cues("hints", of: fields),
      but: yaml.text("but", of: fields)?.string ?? "")
  }

  /// The rules of a list: each an id, or a map of an id to a list of stances.
  private mutating func sources(_ key: String, of fields: Fields) -> [Question.Source] {
    yaml.list(key, of: fields).compactMap { item in
      guard case .mapping(let mapping) = item else {
        return yaml.text(in: item, called: key).flatMap { source($0, stances: []) }
      }
      guard let (name, value) = mapping.first, mapping.count == 1, case .sequence(let words) = value, !words.isEmpty
      else {
        yaml.report("an item of `\(key)` must be a rule or `rule: [stance, ...]`", at: item.place)
        return nil
      }
      let stances: [Stance] = words.compactMap { yaml.word(in: $0, called: key) }
      return yaml.text(in: name, called: key).flatMap { source($0, stances: stances) }
    }
  }

  private mutating func source(_ id: LocatedText, stances: [Stance]) -> Question.Source? {
    guard rules.contains(id.string) else {
      // Not the list of all rules: it is long.
      let hint = rules.sorted().nearHint(for: id.string)
      yaml.report("unknown rule `\(id.string)`\(hint)", at: id.place)
      return nil
    }
    return Question.Source(rule: id.string, stances: stances)
  }

  private mutating func cues(_ list: String, of fields: Fields) -> [Question.Cue] {
    var cues: [Question.Cue] = []
    guard let languages = yaml.map(list, of: fields) else { return [] }
    if languages.isEmpty { yaml.report("`\(list)` is empty", at: fields[list]?.key) }
    for (key, value) in languages {
      guard let language = yaml.text(in: key, called: list) else { continue }
      guard language.string.isLanguageCode else {
        yaml.report("`\(language.string)` is no language code; write for example es", at: language.place)
        continue
      }
      guard case .sequence(let phrases) = value, !phrases.isEmpty else {
        yaml.report("`\(language.string)` needs a list of phrases", at: value.place)
        continue
      }
      var seen: Set<[UInt64]> = []
      for phrase in phrases {
        guard let text = yaml.text(in: phrase, called: language.string),
          yaml.checkPhrase(text, seen: &seen)
        else { continue }
        cues.append(Question.Cue(language: language.string, phrase: text.string))
      }
    }
    return cues
  }
}
