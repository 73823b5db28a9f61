import Language
import SourceText

/// Runs all patterns of all rules over sentences, in one pass over the tokens.
///
/// A sentence's tokens are looked up once, which tells where each set of words stands; only patterns whose most telling
/// sets all stand there, in order, are run. A run tries no way twice, so the work is
/// linear in the text.
public final class Matcher: Sendable {
  /// What captures are called, by their number.
  let captureNames: [String]
  private let shared: FixedArray<MatcherView>
  /// The image, if it is the matcher's own.
  private let memory: FixedArray<UInt64>?

  /// The tables as plain memory; valid as long as the matcher is.
  var view: UnsafePointer<MatcherView> { shared.base }

  /// A matcher that reads an image which `MatcherImage` made, and which outlives the matcher; nil if another version
  /// of the program made it.
  convenience init?(image: UnsafeBufferPointer<UInt64>) {
    guard let sections = MatcherImage.Sections(image) else { return nil }
    self.init(sections, memory: nil)
  }

  convenience init(tables: MatcherTables) {
    let memory = FixedArray(MatcherImage.words(of: tables))
    self.init(MatcherImage.Sections(made: memory.base), memory: memory)
  }

  private init(_ sections: MatcherImage.Sections, memory: FixedArray<UInt64>?) {
    captureNames = sections.captureNames
    shared = FixedArray([MatcherView(sections)])
    self.memory = memory
  }

  /// Compiles the patterns of `pack`.
  public convenience init(_ pack: RulePack, language: Language) throws(PackError) {
    self.init(tables: try MatcherCompiler.tables(for: pack, language: language))
  }

  /// How many matches there are in the statements among `sentences`: the engine's own work, for benchmarks.
  public func matchCount(in sentences: Sentences) -> Int {
    var unit = Unit(self)
    var count = 0
    sentences.tokens.withUnsafeBufferPointer { tokens in
      for index in sentences.sentences.indices where sentences.sentences[index].isStatement {
        unit.load(index, of: sentences, tokens: tokens)
        unit.match { _ in count += 1 }
      }
    }
    return count
  }
}
