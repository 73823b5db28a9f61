import Clauses
import Language
import RulePack
import Synchronization

/// What finds the clauses of documents in one language: how it is cut into sentences, and its compiled rules.
struct LanguageRules: Sendable {
  let language: Language
  let segmenter: Segmenter
  let finder: ClauseFinder
  let documentChecks: DocumentChecks

  var pack: RulePack { finder.pack }

  /// Compiles the rules of `pack`.
  init(_ pack: RulePack, language: Language) throws(PackError) {
    let cues: CueTable
    do { cues = try CueTable(pack.cues, language: language) } catch { throw .lexicon(error) }
    self.init(finder: try ClauseFinder(pack, language: language), cues: cues, language: language)
  }

  /// The built-in rules, which were compiled when the program was built; nil if there are none for the language.
  init?(builtIn language: Language, _ content: PackContent) {
    guard let pack = BuiltInRules.pack(of: language.code, content: content),
      let image = BuiltInRules.patterns(of: language.code), let finder = ClauseFinder(pack, image: image),
      let cues = BuiltInRules.cues(of: language.code).flatMap(CueTable.init(image:))
    else { return nil }
    self.init(finder: finder, cues: cues, language: language)
  }

  private init(finder: ClauseFinder, cues: CueTable, language: Language) {
    self.finder = finder
    self.language = language
    segmenter = Segmenter(language)
    documentChecks = DocumentChecks(finder.pack, cues: cues, language: language)
  }
}

/// The rules of a language that most documents do not need: made when the first document asks for them, and kept.
final class LazyLanguageRules: Sendable {
  /// Code of the language.
  let language: String
  private let make: @Sendable (Language) -> LanguageRules?
  private let made = Mutex<LanguageRules??>(nil)

  /// - Parameter make: nil from it means that there are no rules for the language.
  init(_ language: String, make: @escaping @Sendable (Language) -> LanguageRules?) {
    self.language = language
    self.make = make
  }

  var rules: LanguageRules? {
    made.withLock { made in
      if let made { return made }
      let rules = Language.named(language).flatMap(make)
      made = .some(rules)
      return rules
    }
  }
}
