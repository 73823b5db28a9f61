/// One word of a lexicon phrase.
struct PhraseWord: Hashable, Sendable {
  var text: String
  /// This form only.
  var isExact: Bool
}

/// What is wrong with a lexicon class.
public enum LexiconError: Error, Sendable, Equatable {
  case unknownClass(name: String, in: String)
  case circular(name: String)
  case syntax(entry: String, of: String, PatternSyntaxError)
  case notAPhrase(entry: String, of: String)
  case tooMany(entry: String, of: String)
}

/// Spells lexicon entries out to plain phrases.
struct LexiconExpansion {
  private static let mostPhrases = 2048
  private let entries: [String: [String]]
  private var done: [String: [[PhraseWord]]] = [:]
  private var open: Set<String> = []

  init(_ classes: [LexiconClass]) {
    entries = Dictionary(classes.map { ($0.name, $0.entries) }) { $0 + $1 }
  }

  /// All phrases of class `name`, each once, in a stable order.
  mutating func phrases(of name: String, neededBy user: String) throws(LexiconError) -> [[PhraseWord]] {
    if let known = done[name] { return known }
    guard let sources = entries[name] else { throw .unknownClass(name: name, in: user) }
    guard open.insert(name).inserted else { throw .circular(name: name) }
    var result: [[PhraseWord]] = []
    var seen = Set<[PhraseWord]>()
    for entry in sources {
      let pattern: Pattern
      do { pattern = try Pattern.parse(entry) } catch { throw .syntax(entry: entry, of: name, error) }
      let phrases = try expand(pattern.root, entry: entry, of: name)
      guard phrases.count <= Self.mostPhrases else { throw .tooMany(entry: entry, of: name) }
      for phrase in phrases where !phrase.isEmpty && seen.insert(phrase).inserted { result.append(phrase) }
    }
    open.remove(name)
    done[name] = result
    return result
  }

  private mutating func expand(_ node: Pattern.Node, entry: String, of name: String) throws(LexiconError)
    -> [[PhraseWord]]
  {
    switch node {
    case .word(let text): return [[PhraseWord(text: text, isExact: false)]]
    case .exact(let text): return [[PhraseWord(text: text, isExact: true)]]
    case .lexicon(let other): return try phrases(of: other, neededBy: name)
    case .optional(let part): return [[]] + (try expand(part, entry: entry, of: name))
    case .choice(let parts):
      var result: [[PhraseWord]] = []
      for part in parts { result += try expand(part, entry: entry, of: name) }
      return result
    case .sequence(let parts):
      var result: [[PhraseWord]] = [[]]
      for part in parts {
        let tails = try expand(part, entry: entry, of: name)
        guard result.count * tails.count <= Self.mostPhrases else { throw .tooMany(entry: entry, of: name) }
        result = result.flatMap { head in tails.map { head + $0 } }
      }
      return result
    case .gap, .capture, .not, .start, .end, .box: throw .notAPhrase(entry: entry, of: name)
    }
  }
}
