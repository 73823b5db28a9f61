import Analysis
import ArgumentParser
import Clauses
import ProjectConfiguration
import Reporters
import SourceText

/// One run over documents: what was checked, and what could not be done. Nothing stops it half-way, but a
/// configuration that is wrong.
struct Run {
  private var projects: Projects
  private let reading: ReadingChoices
  private let kind: String?
  private let language: String?
  private let keepsText: Bool
  private(set) var documents: [DocumentReport] = []
  /// Files and folders that could not be read.
  private(set) var failures = 0
  /// What could not be read since somebody took the list.
  private var fileErrors: [FileError] = []
  private var hasBrokenRules = false
  /// What the last document was checked with.
  private var lastLinter: Linter?

  /// True if something could not be done; it is on standard error already.
  var hasFailed: Bool { failures > 0 || hasBrokenRules }

  /// - Parameters:
  ///   - configurations: what projects set.
  ///   - keepsText: true for reports with the text that was read.
  init(
    rules: RuleOptions, reading: ReadingChoices, kind: KindChoice, language: LanguageChoice,
    configurations: Configurations,
    keepsText: Bool = false
  ) {
    projects = Projects(rules: rules, reading: reading, configurations: configurations)
    self.reading = reading
    self.kind = kind.kind
    self.language = language.language
    self.keepsText = keepsText
  }

  /// The project of the document at `path`, as it was named.
  mutating func project(for path: String) throws -> Project {
    let project = try projects.project(for: Files.absolute(path))
    if !project.isSound { hasBrokenRules = true }
    try check(kind, among: project.linter.kinds)
    try check(language: language, among: project.linter.languageCodes)
    return project
  }

  /// What the document at `path` was said to be, with the command or by its project; nil if it is looked for.
  func kind(of path: String, in project: Project) -> String? {
    kind ?? project.configuration.kind(of: Files.absolute(path))?.value
  }

  /// The code of the language that all of the document at `path` is in, as the command or its project said; nil if it is
  /// looked for.
  func language(of path: String, in project: Project) -> String? {
    language ?? project.configuration.language(of: Files.absolute(path))?.value
  }

  /// So does a language without rules.
  private func check(language: String?, among codes: [String]) throws {
    guard let language, !codes.contains(language) else { return }
    Output.complain(
      "--language: error: There are no rules for \(language.printable). The languages are \(codes.joined(separator: ", "))."
    )
    throw ExitCode.couldNotDo
  }

  /// What pages say of where they come from.
  var provenance: Provenance { Provenance(date: Today.date.description, rules: lastLinter?.rulesVersion ?? "") }

  /// A kind that is not there ends the run: it would be ignored without a word.
  private func check(_ kind: String?, among kinds: [String]) throws {
    guard let kind, !kinds.contains(kind) else { return }
    let nearest = Suggestions.nearest(to: kind, among: kinds)
    let advice =
      nearest.isEmpty
      ? "The kinds are \(kinds.joined(separator: ", "))." : "Did you mean \(nearest.joined(separator: ", "))?"
    Output.complain("--kind: error: There is no kind \(kind.printable). \(advice.printable)")
    throw ExitCode.couldNotDo
  }

  /// A linter with the rules that are asked for, and the codes of their languages; those that are broken are reported
  /// and left out.
  static func linter(
    rulesIn folders: [String], _ content: PackContent = .forChecking
  ) throws -> (linter: Linter, languages: [String], isSound: Bool) {
    let builtIn = try builtIn(content)
    let languages = Linter.builtInLanguages
    guard !folders.isEmpty else { return (builtIn, languages, true) }
    let loaded = RuleFolders.load(folders)
    loaded.complain()
    do throws(PackError) {
      return (try Linter(packs: loaded.packs), loaded.languages, loaded.isSound)
    } catch {
      Output.complain("--rules: error: \(PackErrorText.message(for: error).printable). I went on without these rules.")
      return (builtIn, languages, false)
    }
  }

  /// The linter with the built-in rules; a fault in them is a fault of the program.
  private static func builtIn(_ content: PackContent) throws -> Linter {
    do throws(PackError) {
      return try Linter.builtIn(content)
    } catch {
      Output.complain("built-in rules: error: \(PackErrorText.message(for: error).printable). Please report this.")
      throw ExitCode.couldNotDo
    }
  }

  /// The document at `path`; nil if it could not be read, which is reported.
  mutating func read(_ path: String, folderHint: String) -> SourceDocument? {
    do {
      return try reading.document(at: path, folderHint: folderHint)
    } catch {
      fail(error)
      return nil
    }
  }

  /// Checks `document` and keeps its report. A text that could not be read is reported on standard error.
  ///
  /// - Parameter refine: makes of what the document says what the run is to keep.
  @discardableResult
  mutating func check(
    _ document: SourceDocument, refine: (DocumentReport, Project) throws -> DocumentReport = { report, _ in report }
  ) throws -> DocumentReport {
    let project = try project(for: document.name)
    let kind = kind(of: document.name, in: project)
    let language = language(of: document.name, in: project)
    let report = try refine(
      project.linter.check(document, kind: kind, language: language, keepsText: keepsText), project)
    lastLinter = project.linter
    take(report)
    return report
  }

  /// Compares two versions of a document and keeps both reports, like `check`.
  mutating func compare(_ old: SourceDocument, _ new: SourceDocument) throws -> Comparison {
    let project = try project(for: new.name)
    let kind = kind(of: new.name, in: project)
    let comparison = project.linter.compare(old, new, kind: kind, language: language(of: new.name, in: project))
    take(comparison.old)
    take(comparison.new)
    return comparison
  }

  private mutating func take(_ report: DocumentReport) {
    documents.append(report)
    note(report)
  }

  /// Reports what of the document could not be read, and does not keep `report`.
  mutating func note(_ report: DocumentReport) {
    if report.problems.contains(where: \.hidesText) { failures += 1 }
    for problem in report.problems {
      Output.complain(ProblemText.line(path: report.path, problem: problem))
    }
  }

  /// Reports a file that could not be read.
  mutating func fail(_ error: FileError) {
    failures += 1
    fileErrors.append(error)
    Output.complain(error.line)
  }

  /// The files and folders that could not be read since the last call.
  mutating func takeFileErrors() -> [FileError] {
    defer { fileErrors = [] }
    return fileErrors
  }
}
