import Clauses
import CompiledRules

/// The rules that are built into the program.
///
/// The build makes them from the YAML files in `Rules`. They cannot be damaged without the build being so; should they
/// be, there are no rules, and a test says so.
public enum BuiltInRules {
  /// One pack a language, in the order of language codes; read once, at first use.
  public static let packs: [RulePack] = languages.compactMap { pack(of: $0, content: .all) }

  /// The pack of a language, read anew at each call; nil if there is none.
  ///
  /// - Parameter content: what is needed of it. What a check needs beside the compiled patterns is read in a fraction of
  ///   the time.
  public static func pack(of language: String, content: PackContent) -> RulePack? {
    text(of: language).flatMap { try? PackCoding.decode($0, content: content) }?.first
  }

  /// The pack of a language as `PackCoding` wrote it.
  public static func text(of language: String) -> UnsafeBufferPointer<UInt8>? {
    compiled(language).map { UnsafeBufferPointer(start: $0.pack, count: $0.packCount) }
  }

  /// The compiled patterns of a language's pack, for `ClauseFinder`; nil if there is no pack for it.
  public static func patterns(of language: String) -> UnsafeBufferPointer<UInt64>? {
    compiled(language).map { UnsafeBufferPointer(start: $0.patterns, count: $0.patternsCount) }
  }

  /// The compiled cues of a language's document rules, for `CueTable`; nil if there is no pack for it.
  public static func cues(of language: String) -> UnsafeBufferPointer<UInt64>? {
    compiled(language).map { UnsafeBufferPointer(start: $0.cues, count: $0.cuesCount) }
  }

  /// Codes of the languages, in their order; told without reading a pack.
  public static var languages: [String] { compiledLanguages.map { String(cString: $0.language) } }

  private static var compiledLanguages: UnsafeBufferPointer<CompiledLanguage> {
    UnsafeBufferPointer(start: compiledRules.languages, count: compiledRules.languagesCount)
  }

  private static func compiled(_ language: String) -> CompiledLanguage? {
    compiledLanguages.first { String(cString: $0.language) == language }
  }

  /// The compiled cues of the kinds of document, for `KindTable`.
  public static var kinds: UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: compiledRules.kinds, count: compiledRules.kindsCount)
  }

  /// The compiled phrases of the questions, for `KindTable`.
  public static var questionPhrases: UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: compiledRules.questions, count: compiledRules.questionsCount)
  }
}
