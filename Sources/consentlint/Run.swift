import Analysis
import ArgumentParser
import Clauses
import Reporters
import SourceText

/// One run over documents: what was checked, and what could not be done. Nothing stops it half-way.
struct Run {
  private let linter: Linter
  private let reading: ReadingChoices
  private let kind: String?
  private let keepsText: Bool
  private(set) var documents: [DocumentReport] = []
  /// Files and folders that could not be read.
  private(set) var failures = 0
  private var hasBrokenRules = false

  /// True if something could not be done; it is on standard error already.
  var hasFailed: Bool { failures > 0 || hasBrokenRules }

  /// Loads the rules; those that are broken are reported and left out.
  ///
  /// - Parameter keepsText: true for reports with the text that was read.
  init(rules: RuleOptions, reading: ReadingChoices, kind: KindChoice, keepsText: Bool = false) throws {
    var (linter, isSound) = try Self.linter(rules)
    hasBrokenRules = !isSound
    linter.options = reading.options
    self.linter = linter
    self.reading = reading
    self.kind = kind.kind
    self.keepsText = keepsText
    try checkKind()
  }

  /// What pages say of where they come from.
  var provenance: Provenance { Provenance(date: Today.date, rules: linter.rulesVersion) }

  /// A kind that is not there ends the run: it would be ignored without a word.
  private func checkKind() throws {
    guard let kind, !linter.kinds.contains(kind) else { return }
    let nearest = Suggestions.nearest(to: kind, among: linter.kinds)
    let advice =
      nearest.isEmpty
      ? "The kinds are \(linter.kinds.joined(separator: ", "))." : "Did you mean \(nearest.joined(separator: ", "))?"
    Output.complain("--kind: error: There is no kind \(kind.printable). \(advice.printable)")
    throw ExitCode.couldNotDo
  }

  /// A linter with the rules that are asked for; those that are broken are reported and left out.
  static func linter(_ rules: RuleOptions) throws -> (linter: Linter, isSound: Bool) {
    let builtIn = try builtIn()
    guard !rules.folders.isEmpty else { return (builtIn, true) }
    let loaded = RuleFolders.load(rules.folders)
    loaded.complain()
    do throws(PackError) {
      return (try Linter(packs: loaded.packs), loaded.isSound)
    } catch {
      Output.complain("--rules: error: \(PackErrorText.message(for: error).printable). I went on without these rules.")
      return (builtIn, false)
    }
  }

  /// The linter with the built-in rules; a fault in them is a fault of the program.
  private static func builtIn() throws -> Linter {
    do throws(PackError) {
      return try Linter.builtIn()
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
  @discardableResult
  mutating func check(_ document: SourceDocument) -> DocumentReport {
    let report = linter.check(document, kind: kind, keepsText: keepsText)
    documents.append(report)
    if report.problems.contains(where: \.hidesText) { failures += 1 }
    for problem in report.problems {
      Output.complain(ProblemText.line(path: report.path, problem: problem))
    }
    return report
  }

  /// Reports a file that could not be read.
  mutating func fail(_ error: FileError) {
    failures += 1
    Output.complain(error.line)
  }
}
