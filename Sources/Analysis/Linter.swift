import Clauses
import Language
import Readers
import RulePack
import SourceText

/// How a document is read, for those that do not know readers.
public typealias ReadingOptions = Readers.ReadingOptions
public typealias ReadingLimits = Readers.ReadingLimits

/// The one door to the analysis: the command, the language server and the tests all go through it.
public struct Linter: Sendable {
  private let segmenter: Segmenter
  private let finder: ClauseFinder
  private let kindDetector: KindDetector
  /// How documents are read: what they may ask for before reading stops.
  public var options = ReadingOptions()

  /// A linter with the rules of `packs`, which are taken together. Throws what is wrong with a pattern or a class.
  public init(packs: [RulePack]) throws(PackError) {
    let pack = RulePack.merging(packs.filter { $0.language == Language.english.code })
    try self.init(finder: ClauseFinder(pack, language: .english), kindDetector: KindDetector(pack.kinds))
  }

  private init(finder: ClauseFinder, kindDetector: KindDetector) {
    self.finder = finder
    self.kindDetector = kindDetector
    segmenter = Segmenter(.english)
  }

  /// The built-in rules, one pack a language.
  public static var builtInPacks: [RulePack] { BuiltInRules.packs }

  /// A linter with the built-in rules, whose patterns were compiled when the program was built.
  public static func builtIn() throws(PackError) -> Linter {
    if let english = builtInPacks.first(where: { $0.language == Language.english.code }),
      let image = BuiltInRules.patterns(of: english.language), let finder = ClauseFinder(english, image: image),
      let table = KindTable(image: BuiltInRules.kinds)
    {
      return Linter(finder: finder, kindDetector: KindDetector(english.kinds, table: table))
    }
    return try Linter(packs: builtInPacks)
  }

  /// The rules that the linter runs.
  public var rules: [Rule] { finder.pack.rules }

  /// The ids of the kinds of document that the linter knows, in their order; `general` is the last.
  public var kinds: [String] {
    finder.pack.kinds.map(\.id).filter { $0 != DocumentKind.general } + [DocumentKind.general]
  }

  /// Reads `document` and finds its clauses. Never fails: what could not be read is among the report's problems.
  ///
  /// - Parameter kind: what kind of document it is, where somebody knows; one of `kinds`, else it is looked for.
  public func check(_ document: SourceDocument, kind id: String? = nil) -> DocumentReport {
    let read = Reader.read(document, options: options)
    let sentences = segmenter.sentences(of: read.text)
    let clauses = finder.clauses(in: sentences)
    let builder = builder(document, read, sentences, kind: id)
    return report(on: document, builder, builder.findings(for: clauses))
  }

  /// What `LiveAnalysis` keeps of a run.
  struct Checked {
    var read: ReadResult
    var sentences: Sentences
    var clauses: [Clause]
    var report: DocumentReport
  }

  /// The same as `check(_:)`, with what was found in an earlier state of the document.
  func check(
    _ document: SourceDocument, kind: String? = nil, previous: (text: Text, sentences: Sentences),
    clauses: inout ClauseMemory,
    findings: inout FindingMemory
  ) -> Checked {
    let read = Reader.read(document, options: options)
    let sentences = segmenter.sentences(of: read.text, after: previous.text, previous.sentences)
    let found = finder.clauses(in: sentences, reusing: &clauses)
    let builder = builder(document, read, sentences, kind: kind)
    let report = report(on: document, builder, builder.findings(for: found, reusing: &findings))
    return Checked(read: read, sentences: sentences, clauses: found, report: report)
  }

  private func builder(
    _ document: SourceDocument, _ read: ReadResult, _ sentences: Sentences, kind id: String?
  ) -> FindingBuilder {
    let lines =
      read.rangesAreInFile ? LineIndex(document.bytes, encoding: read.encoding) : LineIndex(read.text.bytes)
    let kind = id.flatMap(kindDetector.kind(named:)) ?? detectedKind(of: sentences, in: read.text)
    return FindingBuilder(read: read, sentences: sentences, pack: finder.pack, kind: kind, lines: lines)
  }

  private func report(on document: SourceDocument, _ builder: FindingBuilder, _ findings: [Finding]) -> DocumentReport {
    var report = DocumentReport(
      path: document.name, format: builder.read.format, language: finder.pack.language, kind: builder.kind,
      facts: Facts(builder.sentences, of: builder.read, lines: builder.lines, language: .english),
      findings: findings, problems: builder.read.problems)
    report.directives = DirectivePlacer.directives(of: builder.read, builder.sentences, lines: builder.lines)
    return report
  }

  /// Nil without a word to judge by.
  private func detectedKind(of sentences: Sentences, in text: Text) -> KindGuess? {
    sentences.sentences.isEmpty ? nil : kindDetector.kind(of: sentences, in: text)
  }
}

extension RulePack {
  /// One pack with the rules, the kinds and the words of all `packs`; of two rules or kinds with one id, the later counts.
  public static func merging(_ packs: [RulePack]) -> RulePack {
    var rules: [String: Rule] = [:]
    var kinds: [String: DocumentKind] = [:]
    var entries: [String: [String]] = [:]
    for pack in packs {
      for rule in pack.rules { rules[rule.id] = rule }
      for kind in pack.kinds { kinds[kind.id] = kind }
      for lexicon in pack.lexicon { entries[lexicon.name, default: []] += lexicon.entries }
    }
    return RulePack(
      language: packs.first?.language ?? Language.english.code, rules: Array(rules.values),
      lexicon: entries.map { LexiconClass(name: $0.key, entries: $0.value) }, kinds: Array(kinds.values))
  }
}
