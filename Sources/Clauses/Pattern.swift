/// A pattern over the words of a sentence, as it was written.
///
/// Notation: `word` any inflection, `=word` this form only, `@class` a lexicon class, `( )`, `a|b`, `x?`,
/// `…` a gap of a few words inside the clause, `……` a longer one inside the sentence, `&` both in any order,
/// `<name: x>` a capture, `!x` what follows is not x, `^` and `$` the ends of the sentence,
/// `#box` in a line to tick.
public struct Pattern: Sendable, Equatable {
  /// The parts of a pattern.
  public indirect enum Node: Sendable, Equatable {
    /// A word in any of its forms.
    case word(String)
    /// A word in this form only.
    case exact(String)
    /// A lexicon class.
    case lexicon(String)
    case sequence([Node])
    case choice([Node])
    case optional(Node)
    case gap(Gap)
    /// Named words, for messages.
    case capture(name: String, Node)
    /// What follows is none of these words and classes.
    case not([Node])
    /// The first word of the sentence or the list item.
    case start
    /// The end of the sentence or the list item.
    case end
    /// The sentence begins with a box to tick, or its lead-in asks for a mark.
    case box
  }

  /// How far a gap reaches.
  public enum Gap: UInt8, Sendable, Equatable {
    /// `…`: up to 8 words inside the clause.
    case clause
    /// `……`: up to 25 words inside the sentence.
    case sentence

    /// The greatest number of words that the gap steps over.
    public var reach: Int {
      switch self {
      case .clause: 8
      case .sentence: 25
      }
    }
  }

  public let root: Node

  public init(root: Node) {
    self.root = root
  }

  /// The names of all lexicon classes in the pattern, in order, each once.
  public var classNames: [String] {
    collect { if case .lexicon(let name) = $0 { name } else { nil } }
  }

  /// The names of all captures in the pattern, in order, each once.
  public var captureNames: [String] {
    collect { if case .capture(let name, _) = $0 { name } else { nil } }
  }

  private func collect(_ name: (Node) -> String?) -> [String] {
    var names: [String] = []
    func visit(_ node: Node) {
      if let found = name(node), !names.contains(found) { names.append(found) }
      switch node {
      case .sequence(let parts), .choice(let parts), .not(let parts): parts.forEach(visit)
      case .optional(let part), .capture(_, let part): visit(part)
      case .word, .exact, .lexicon, .gap, .start, .end, .box: break
      }
    }
    visit(root)
    return names
  }
}

/// What is wrong with a pattern, and where.
public struct PatternSyntaxError: Error, Sendable, Equatable {
  /// UTF-8 offset in the pattern's source.
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
