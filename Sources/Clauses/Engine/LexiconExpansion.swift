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

/// Puts the entries of lexicon classes in the place of their names.
struct LexiconExpansion {
  /// Words of the largest class, with those of the classes that it takes in.
  private static let mostWords = 20_000
  private let entries: [String: [String]]
  private var done: [String: Class] = [:]
  private var open: Set<String> = []

  /// A class without names of others.
  private struct Class {
    var entries: [Pattern.Node] = []
    var words = 0
  }

  init(_ classes: [LexiconClass]) {
    entries = Dictionary(classes.map { ($0.name, $0.entries) }) { $0 + $1 }
  }

  /// The entries of class `name` in a stable order: words, sequences, choices and optional parts.
  mutating func phrases(of name: String, neededBy user: String) throws(LexiconError) -> [Pattern.Node] {
    try entriesOfClass(name, neededBy: user).entries
  }

  private mutating func entriesOfClass(_ name: String, neededBy user: String) throws(LexiconError) -> Class {
    if let known = done[name] { return known }
    guard let sources = entries[name] else { throw .unknownClass(name: name, in: user) }
    guard open.insert(name).inserted else { throw .circular(name: name) }
    var result = Class()
    for entry in sources {
      let pattern: Pattern
      do { pattern = try Pattern.parse(entry) } catch { throw .syntax(entry: entry, of: name, error) }
      var words = 0
      result.entries.append(try expanded(pattern.root, words: &words, entry: entry, of: name))
      result.words += words
      guard result.words <= Self.mostWords else { throw .tooMany(entry: entry, of: name) }
    }
    open.remove(name)
    done[name] = result
    return result
  }

  /// - Parameter words: counts the words.
  private mutating func expanded(
    _ node: Pattern.Node, words: inout Int, entry: String, of name: String
  ) throws(LexiconError) -> Pattern.Node {
    func all(_ parts: [Pattern.Node]) throws(LexiconError) -> [Pattern.Node] {
      var result: [Pattern.Node] = []
      for part in parts { result.append(try expanded(part, words: &words, entry: entry, of: name)) }
      return result
    }
    switch node {
    case .word, .exact:
      words += 1
      return node
    case .lexicon(let other):
      let known = try entriesOfClass(other, neededBy: name)
      words += known.words
      return .choice(known.entries)
    case .optional(let part): return .optional(try expanded(part, words: &words, entry: entry, of: name))
    case .choice(let parts): return .choice(try all(parts))
    case .sequence(let parts): return .sequence(try all(parts))
    case .gap, .capture, .not, .start, .end, .box: throw .notAPhrase(entry: entry, of: name)
    }
  }
}
