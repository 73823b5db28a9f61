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
  /// The rules of the language that documents are in unless they show another.
  let base: LanguageRules
  let others: [LazyLanguageRules]
  let languages: LanguageDetector
  let kindDetector: KindDetector
  let answerer: QuestionAnswerer
  private let isBuiltIn: Bool
  /// How documents are read: what they may ask for before reading stops.
  public var options = ReadingOptions()

  /// A linter with the rules of `packs`, which are taken together. Throws what is wrong with a pattern or a class of the
  /// base language; another language whose rules cannot be compiled has none.
  ///
  /// - Parameter language: takes every document for one in this language; nil = each by its words.
  public init(packs: [RulePack], language: Language? = nil) throws(PackError) {
    let own = Self.merged(packs, language ?? .english)
    let shared = Self.merged(packs, .english)
    let others = Language.codes.filter { other in
      language == nil && other != Language.english.code && packs.contains { $0.language == other }
    }
    self.init(
      base: try LanguageRules(own, language: language ?? .english),
      others: others.map { other in
        LazyLanguageRules(other) { try? LanguageRules(Self.merged(packs, $0), language: $0) }
      },
      kindDetector: KindDetector(shared.kinds), answerer: QuestionAnswerer(shared.questions), isBuiltIn: false)
  }

  private static func merged(_ packs: [RulePack], _ language: Language) -> RulePack {
    RulePack.merging(packs.filter { $0.language == language.code })
  }

  private init(
    base: LanguageRules, others: [LazyLanguageRules], kindDetector: KindDetector, answerer: QuestionAnswerer,
    isBuiltIn: Bool
  ) {
    self.base = base
    self.others = others
    languages = LanguageDetector([base.language.code] + others.map(\.language))
    self.kindDetector = kindDetector
    self.answerer = answerer
    self.isBuiltIn = isBuiltIn
  }

  /// The built-in rules, one pack a language.
  public static var builtInPacks: [RulePack] { BuiltInRules.packs }

  /// Codes of the languages of the built-in rules.
  public static var builtInLanguages: [String] { BuiltInRules.languages }

  /// A linter with the built-in rules, whose patterns were compiled when the program was built.
  ///
  /// - Parameter content: what its rules can tell of themselves; `forChecking` starts faster.
  public static func builtIn(_ content: PackContent = .forChecking) throws(PackError) -> Linter {
    if let english = LanguageRules(builtIn: .english, content), let table = KindTable(image: BuiltInRules.kinds),
      let phrases = KindTable(image: BuiltInRules.questionPhrases)
    {
      let others = builtInLanguages.filter { $0 != english.language.code && Language.codes.contains($0) }
      return Linter(
        base: english,
        others: others.map { other in LazyLanguageRules(other) { LanguageRules(builtIn: $0, content) } },
        kindDetector: KindDetector(english.pack.kinds, table: table),
        answerer: QuestionAnswerer(english.pack.questions, phrases: phrases), isBuiltIn: true)
    }
    return try Linter(packs: builtInPacks)
  }

  /// Codes of the languages that the linter has rules for.
  public var languageCodes: [String] { ([base.language.code] + others.map(\.language)).sorted() }

  /// The rules for sentences that the linter runs, as the base language has them.
  public var rules: [Rule] { base.pack.rules }

  /// The rules for what documents leave out.
  public var missingRules: [MissingRule] { base.pack.missing }

  /// The rules for clauses that may not agree.
  public var conflictRules: [ConflictRule] { base.pack.conflicts }

  /// All rules, in the order of their ids.
  public var allRules: [AnyRule] { base.pack.allRules }

  /// The ids of the kinds of document that the linter knows, in their order; `general` is the last.
  public var kinds: [String] {
    base.pack.kinds.map(\.id).filter { $0 != DocumentKind.general } + [DocumentKind.general]
  }

  /// The version of the rules that the linter runs: the first digits of a hash over all of them.
  public var rulesVersion: String {
    let text =
      isBuiltIn
      ? BuiltInRules.languages.compactMap(BuiltInRules.text(of:)).flatMap { Array($0) }
      : ([base.pack] + others.compactMap { $0.rules?.pack }).flatMap { Array(PackCoding.encode([$0]).utf8) }
    return String(SHA256.hexadecimal(text).prefix(12))
  }

  /// Reads `document` and finds its clauses. Never fails: what could not be read is among the report's problems.
  ///
  /// - Parameters:
  ///   - kind: what kind of document it is, where somebody knows; one of `kinds`, else it is looked for.
  ///   - language: the code of the language that all of it is in, where somebody knows.
  ///   - keepsText: true for a report with the text that was read and the file's hash.
  ///   - answersQuestions: false for a report that nobody reads the answers of.
  public func check(
    _ document: SourceDocument, kind id: String? = nil, language: String? = nil, keepsText: Bool = false,
    answersQuestions: Bool = true
  ) -> DocumentReport {
    var (report, builder, signs) = fresh(document, kind: id, language: language)
    // Of a text that nobody reads, it cannot be said what it does not say.
    if answersQuestions, report.language != LanguageParts.undetermined {
      report.questions = answerer.answers(
        from: report.findings, words: signs.words, in: builder, language: report.language)
    }
    if keepsText {
      let read = builder.read
      report.read = ReadText(
        text: read.text, rangesAreInFile: read.rangesAreInFile, fileHash: SHA256.hexadecimal(document.bytes))
    }
    return report
  }

  /// `document` as it is compared with another version of it.
  func version(_ document: SourceDocument, kind id: String?, language: String?) -> ComparedVersion {
    let (report, builder, _) = fresh(document, kind: id, language: language)
    return ComparedVersion(report: report, sentences: builder.sentences, text: builder.read.text)
  }

  /// The report on a document of which nothing is known, and what it was made of.
  private func fresh(
    _ document: SourceDocument, kind id: String?, language: String?
  ) -> (report: DocumentReport, builder: FindingBuilder, signs: TextSigns) {
    let read = Reader.read(document, options: options)
    let parts = parts(of: read.text, language: language)
    let clauses = parts.rules.finder.clauses(in: parts.sentences)
    let signs = signs(parts, of: read.text)
    let builder = builder(document, read, parts, signs, kind: id)
    return (report(on: document, parts, builder, clauses, builder.findings(for: clauses), signs), builder, signs)
  }

  /// What `LiveAnalysis` keeps of a run.
  struct Checked: Sendable {
    var read = ReadResult(format: .text, text: Text(bytes: [], blocks: [], map: SourceMap()))
    var sentences = Sentences()
    var clauses: [Clause] = []
    var signs = TextSigns()
    /// Code of the language that the sentences were read in.
    var language = ""
    var lines = LineIndex([])
    var report: DocumentReport?
  }

  /// The same as `check(_:)` without the questions, with what was found in an earlier state of the document.
  func check(
    _ document: SourceDocument, kind: String? = nil, language: String? = nil, after last: Checked,
    clauses: inout ClauseMemory, findings: inout FindingMemory
  ) -> (Checked, DocumentReport) {
    let read = Reader.read(document, options: options)
    let common = CommonBytes(read.text.bytes, last.read.text.bytes)
    let parts = parts(of: read.text, language: language, after: last, common)
    var (old, shared) = (last, common)
    if old.language != parts.rules.language.code {
      // What was found with other rules is no help.
      (old, clauses, findings) = (Checked(), ClauseMemory(), FindingMemory())
      shared = CommonBytes(read.text.bytes, [])
    }
    let sentences = parts.sentences
    let change = ChangedSentences(sentences, of: read.text, after: old.read.text, old.sentences, shared)
    let (found, changed) = parts.rules.finder.clauses(in: sentences, reusing: &clauses, change)
    let signs = signs(parts, of: read.text, after: old.signs, change)
    let builder = builder(document, read, parts, signs, kind: kind)
    let made = builder.findings(for: found, reusing: &findings, changed, after: old.lines)
    let report = report(on: document, parts, builder, found, made, signs)
    let checked = Checked(
      read: read, sentences: sentences, clauses: found, signs: signs, language: parts.rules.language.code,
      lines: builder.lines, report: report)
    return (checked, report)
  }

  private func signs(
    _ parts: LanguageParts, of text: Text, after old: TextSigns = TextSigns(), _ change: ChangedSentences? = nil
  ) -> TextSigns {
    TextSigns(
      parts.sentences, of: text, kinds: kindDetector, cues: parts.rules.documentChecks.cues,
      language: parts.rules.language, words: parts.words, after: old, change ?? ChangedSentences(all: parts.sentences))
  }

  private func builder(
    _ document: SourceDocument, _ read: ReadResult, _ parts: LanguageParts, _ signs: TextSigns, kind id: String?
  ) -> FindingBuilder {
    let lines =
      read.rangesAreInFile ? LineIndex(document.bytes, encoding: read.encoding) : LineIndex(read.text.bytes)
    let language = parts.rules.language.code
    let kind = id.flatMap { kindDetector.kind(named: $0, language: language) } ?? detectedKind(of: signs, language)
    return FindingBuilder(read: read, sentences: parts.sentences, pack: parts.rules.pack, kind: kind, lines: lines)
  }

  private func report(
    on document: SourceDocument, _ parts: LanguageParts, _ builder: FindingBuilder, _ clauses: [Clause],
    _ findings: [Finding], _ signs: TextSigns
  ) -> DocumentReport {
    let checks = parts.rules.documentChecks.findings(for: clauses, signs, builder)
    var findings = checks.isEmpty ? findings : DocumentReport.merged(findings, checks)
    for other in parts.others { findings = DocumentReport.merged(findings, self.findings(in: other, as: builder)) }
    var report = DocumentReport(
      path: document.name, format: builder.read.format, language: parts.code, kind: builder.kind,
      facts: Facts(
        builder.sentences, of: builder.read, readings: signs.readings, lines: builder.lines,
        language: parts.rules.language),
      findings: findings, problems: builder.read.problems)
    if parts.code == LanguageParts.undetermined { report.problems.append(.unknownLanguage(known: languageCodes)) }
    report.directives = DirectivePlacer.directives(of: builder.read, builder.sentences, lines: builder.lines)
    return report
  }

  /// The findings in the sections of another language than the document's.
  private func findings(in part: LanguageParts.Other, as main: FindingBuilder) -> [Finding] {
    let builder = FindingBuilder(
      read: main.read, sentences: part.sentences, pack: part.rules.pack, kind: main.kind, lines: main.lines)
    return builder.findings(for: part.rules.finder.clauses(in: part.sentences))
  }

  /// Nil without a word to judge by.
  private func detectedKind(of signs: TextSigns, _ language: String) -> KindGuess? {
    signs.words.keys.isEmpty ? nil : kindDetector.kind(of: signs.words, cues: signs.kindCues, language: language)
  }

  /// True if `paragraph` by itself shows the element of the missing-rule `id`.
  func shows(_ id: String, in paragraph: String) -> Bool {
    let read = Reader.read(SourceDocument(name: "example", bytes: Array(paragraph.utf8), format: .text))
    let sentences = base.segmenter.sentences(of: read.text)
    return base.documentChecks.shows(
      id, clauses: base.finder.clauses(in: sentences), sentences: sentences,
      words: WordStream(sentences, of: read.text), rules: rules)
  }
}
