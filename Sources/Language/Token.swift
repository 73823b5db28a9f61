/// A word, number or sign of a text.
///
/// Words are compared by `key`, a hash of the folded word: lower case, one form of apostrophe, no possessive `'s`.
/// Hyphens part words, so "third-party" and "third party" are the same two tokens.
public struct Token: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case word
    case number
    case comma
    case semicolon
    case colon
    /// `.`, `!` or `?`, and the ellipsis.
    case terminator
    case openBracket
    case closeBracket
    case quote
    case dash
    /// `•` and its like inside a line.
    case bullet
    /// An empty or ticked box.
    case box
    /// A line to write on: `____`.
    case blank
    case other
  }

  /// Hash of the folded word; 0 for signs.
  public var key: UInt64
  /// Offset of the first byte in the text.
  public var start: UInt32
  /// Length in bytes.
  public var length: UInt16
  public var kind: Kind
  public var traits: Traits

  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Begins with an upper-case letter.
    public static let capitalized = Traits(rawValue: 1)
    /// White space stands before it.
    public static let spaced = Traits(rawValue: 2)
    /// Is a question mark.
    public static let question = Traits(rawValue: 4)
    /// Is a box that is ticked.
    public static let ticked = Traits(rawValue: 8)
  }

  /// Offset just after the last byte.
  public var end: UInt32 { start + UInt32(length) }

  /// True for words and numbers.
  public var isWord: Bool { kind == .word || kind == .number }
}

/// The hash by which words are compared (FNV-1a, 64 bits).
/// The same words give the same key in each run: keys are written into the compiled rules.
public struct WordKey: Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  @inline(__always)
  public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key of a word that is folded already.
  public static func of(folded bytes: some Sequence<UInt8>) -> UInt64 {
    var key = WordKey()
    for byte in bytes { key.add(byte) }
    return key.value
  }
}
