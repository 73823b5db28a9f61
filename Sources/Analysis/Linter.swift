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
  private let documentChecks: DocumentChecks
  private let answerer: QuestionAnswerer
  private let isBuiltIn: Bool
  /// How documents are read: what they may ask for before reading stops.
  public var options = ReadingOptions()

  /// A linter with the rules of `packs`, which are taken together. Throws what is wrong with a pattern or a class.
  public init(packs: [RulePack]) throws(PackError) {
    let pack = RulePack.merging(packs.filter { $0.language == Language.english.code })
    let cues: CueTable
    do { cues = try CueTable(pack.cues, language: .english) } catch { throw .lexicon(error) }
    try self.init(
      finder: ClauseFinder(pack, language: .english), kindDetector: KindDetector(pack.kinds), cues: cues,
      answerer: QuestionAnswerer(pack.questions), isBuiltIn: false)
  }

  private init(
    finder: ClauseFinder, kindDetector: KindDetector, cues: CueTable, answerer: QuestionAnswerer, isBuiltIn: Bool
  ) {
    self.finder = finder
    self.kindDetector = kindDetector
    self.answerer = answerer
    self.isBuiltIn = isBuiltIn
    documentChecks = DocumentChecks(finder.pack, cues: cues, language: .english)
    segmenter = Segmenter(.english)
  }

  /// The built-in rules, one pack a language.
  public static var builtInPacks: [RulePack] { BuiltInRules.packs }

  /// Codes of the languages of the built-in rules.
  public static var builtInLanguages: [String] { BuiltInRules.languages }

  /// A linter with the built-in rules, whose patterns were compiled when the program was built.
  ///
  /// - Parameter content: what its rules can tell of themselves; `forChecking` starts faster.
  public static func builtIn(_ content: PackContent = .forChecking) throws(PackError) -> Linter {
    let packs = content == .all ? builtInPacks : BuiltInRules.packsForChecking
    if let english = packs.first(where: { $0.language == Language.english.code }),
      let image = BuiltInRules.patterns(of: english.language), let finder = ClauseFinder(english, image: image),
      let table = KindTable(image: BuiltInRules.kinds), let phrases = KindTable(image: BuiltInRules.questionPhrases),
      let cues = BuiltInRules.cues(of: english.language).flatMap(CueTable.init(image:))
    {
      return Linter(
        finder: finder, kindDetector: KindDetector(english.kinds, table: table), cues: cues,
        answerer: QuestionAnswerer(english.questions, phrases: phrases), isBuiltIn: true)
    }
    return try Linter(packs: builtInPacks)
  }

  /// The rules for sentences that the linter runs.
  public var rules: [Rule] { finder.pack.rules }

  /// The rules for what documents leave out.
  public var missingRules: [MissingRule] { finder.pack.missing }

  /// The rules for clauses that may not agree.
  public var conflictRules: [ConflictRule] { finder.pack.conflicts }

  /// All rules, in the order of their ids.
  public var allRules: [AnyRule] { finder.pack.allRules }

  /// The ids of the kinds of document that the linter knows, in their order; `general` is the last.
  public var kinds: [String] {
    finder.pack.kinds.map(\.id).filter { $0 != DocumentKind.general } + [DocumentKind.general]
  }

  /// The version of the rules that the linter runs: the first digits of a hash over all of them.
  public var rulesVersion: String {
    let text = isBuiltIn ? Array(BuiltInRules.text) : Array(PackCoding.encode([finder.pack]).utf8)
    return String(SHA256.hexadecimal(text).prefix(12))
  }

  /// Reads `document` and finds its clauses. Never fails: what could not be read is among the report's problems.
  ///
  /// - Parameters:
  ///   - kind: what kind of document it is, where somebody knows; one of `kinds`, else it is looked for.
  ///   - keepsText: true for a report with the text that was read and the file's hash.
  ///   - answersQuestions: false for a report that nobody reads the answers of.
  public func check(
    _ document: SourceDocument, kind id: String? = nil, keepsText: Bool = false, answersQuestions: Bool = true
  ) -> DocumentReport {
    var (report, builder, signs) = fresh(document, kind: id)
    if answersQuestions {
      report.questions = answerer.answers(from: report.findings, words: signs.words, in: builder)
    }
    if keepsText {
      let read = builder.read
      report.read = ReadText(
        text: read.text, rangesAreInFile: read.rangesAreInFile, fileHash: SHA256.hexadecimal(document.bytes))
    }
    return report
  }

  /// `document` as it is compared with another version of it.
  func version(_ document: SourceDocument, kind id: String?) -> ComparedVersion {
    let (report, builder, _) = fresh(document, kind: id)
    return ComparedVersion(report: report, sentences: builder.sentences, text: builder.read.text)
  }

  /// The report on a document of which nothing is known, and what it was made of.
  private func fresh(
    _ document: SourceDocument, kind id: String?
  ) -> (report: DocumentReport, builder: FindingBuilder, signs: TextSigns) {
    let read = Reader.read(document, options: options)
    let sentences = segmenter.sentences(of: read.text)
    let clauses = finder.clauses(in: sentences)
    let signs = signs(sentences, of: read.text)
    let builder = builder(document, read, sentences, signs, kind: id)
    return (report(on: document, builder, clauses, builder.findings(for: clauses), signs), builder, signs)
  }

  /// What `LiveAnalysis` keeps of a run.
  struct Checked: Sendable {
    var read = ReadResult(format: .text, text: Text(bytes: [], blocks: [], map: SourceMap()))
    var sentences = Sentences()
    var clauses: [Clause] = []
    var signs = TextSigns()
    var lines = LineIndex([])
    var report: DocumentReport?
  }

  /// The same as `check(_:)` without the questions, with what was found in an earlier state of the document.
  func check(
    _ document: SourceDocument, kind: String? = nil, after old: Checked, clauses: inout ClauseMemory,
    findings: inout FindingMemory
  ) -> (Checked, DocumentReport) {
    let read = Reader.read(document, options: options)
    let common = CommonBytes(read.text.bytes, old.read.text.bytes)
    let sentences = segmenter.sentences(of: read.text, after: old.read.text, old.sentences, common)
    let change = ChangedSentences(sentences, of: read.text, after: old.read.text, old.sentences, common)
    let (found, changed) = finder.clauses(in: sentences, reusing: &clauses, change)
    let signs = signs(sentences, of: read.text, after: old.signs, change)
    let builder = builder(document, read, sentences, signs, kind: kind)
    let made = builder.findings(for: found, reusing: &findings, changed, after: old.lines)
    let report = report(on: document, builder, found, made, signs)
    return (
      Checked(
        read: read, sentences: sentences, clauses: found, signs: signs, lines: builder.lines, report: report), report
    )
  }

  private func signs(
    _ sentences: Sentences, of text: Text, after old: TextSigns = TextSigns(), _ change: ChangedSentences? = nil
  ) -> TextSigns {
    TextSigns(
      sentences, of: text, kinds: kindDetector, cues: documentChecks.cues, language: .english, after: old,
      change ?? ChangedSentences(all: sentences))
  }

  private func builder(
    _ document: SourceDocument, _ read: ReadResult, _ sentences: Sentences, _ signs: TextSigns, kind id: String?
  ) -> FindingBuilder {
    let lines =
      read.rangesAreInFile ? LineIndex(document.bytes, encoding: read.encoding) : LineIndex(read.text.bytes)
    let kind = id.flatMap(kindDetector.kind(named:)) ?? detectedKind(of: signs)
    return FindingBuilder(read: read, sentences: sentences, pack: finder.pack, kind: kind, lines: lines)
  }

  private func report(
    on document: SourceDocument, _ builder: FindingBuilder, _ clauses: [Clause], _ findings: [Finding],
    _ signs: TextSigns
  ) -> DocumentReport {
    let checks = documentChecks.findings(for: clauses, signs, builder)
    var report = DocumentReport(
      path: document.name, format: builder.read.format, language: finder.pack.language, kind: builder.kind,
      facts: Facts(
        builder.sentences, of: builder.read, readings: signs.readings, lines: builder.lines, language: .english),
      findings: checks.isEmpty ? findings : DocumentReport.merged(findings, checks), problems: builder.read.problems)
    report.directives = DirectivePlacer.directives(of: builder.read, builder.sentences, lines: builder.lines)
    return report
  }

  /// Nil without a word to judge by.
  private func detectedKind(of signs: TextSigns) -> KindGuess? {
    signs.words.keys.isEmpty ? nil : kindDetector.kind(of: signs.words, cues: signs.kindCues)
  }

  /// True if `paragraph` by itself shows the element of the missing-rule `id`.
  func shows(_ id: String, in paragraph: String) -> Bool {
    let read = Reader.read(SourceDocument(name: "example", bytes: Array(paragraph.utf8), format: .text))
    let sentences = segmenter.sentences(of: read.text)
    return documentChecks.shows(
      id, clauses: finder.clauses(in: sentences), sentences: sentences, words: WordStream(sentences, of: read.text),
      rules: rules)
  }
}

extension RulePack {
  /// One pack with the rules, the kinds, the questions and the words of all `packs`; of two with one id, the later
  /// counts.
  public static func merging(_ packs: [RulePack]) -> RulePack {
    var rules: [String: Rule] = [:]
    var missing: [String: MissingRule] = [:]
    var conflicts: [String: ConflictRule] = [:]
    var kinds: [String: DocumentKind] = [:]
    var questions: [String: Question] = [:]
    var entries: [String: [String]] = [:]
    for pack in packs {
      for rule in pack.rules { rules[rule.id] = rule }
      for rule in pack.missing { missing[rule.id] = rule }
      for rule in pack.conflicts { conflicts[rule.id] = rule }
      for kind in pack.kinds { kinds[kind.id] = kind }
      for question in pack.questions { questions[question.id] = question }
      for lexicon in pack.lexicon { entries[lexicon.name, default: []] += lexicon.entries }
    }
    return RulePack(
      language: packs.first?.language ?? Language.english.code, rules: Array(rules.values),
      missing: Array(missing.values), conflicts: Array(conflicts.values),
      lexicon: entries.map { LexiconClass(name: $0.key, entries: $0.value) }, kinds: Array(kinds.values),
      questions: Array(questions.values))
  }
}
