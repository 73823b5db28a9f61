import Analysis
import LanguageServer
import ProjectConfiguration
import Reporters
import RuleCompiler
import SourceText
import Synchronization

/// The projects of the documents in an editor: the same configuration, remarks and baseline as for `lint`. Own rules
/// and limits of a project are not among it: the server's rules are those that it began with.
///
/// Files are read again once they change; what is wrong in them is a mark at the top of each document.
final class EditorProjects: Sendable {
  private struct State {
    var stamp: String
    var rules: Result<(Configuration, ProjectRules), ConfigurationError>
  }

  private let linter: Linter
  /// By folder.
  private let states = Mutex<[String: State]>([:])
  /// By path, with the stamp that it was read at.
  private let baselines = Mutex<[String: (stamp: String, file: BaselineFile)]>([:])

  init(linter: Linter) {
    self.linter = linter
  }

  func kind(of path: String) -> String? {
    guard case .success(let (configuration, _)) = rules(for: path) else { return nil }
    return configuration.kind(of: path)?.value
  }

  func language(of path: String) -> String? {
    guard case .success(let (configuration, _)) = rules(for: path) else { return nil }
    return configuration.language(of: path)?.value
  }

  func refined(_ report: DocumentReport, at path: String) -> DocumentReport {
    do throws(ConfigurationError) {
      let (configuration, rules) = try rules(for: path).get()
      guard configuration.ignoring(path) == nil else {
        var silent = report
        (silent.findings, silent.problems) = ([], [])
        return silent
      }
      let refined = rules.apply(to: report, at: path)
      guard let baseline = configuration.baseline.map({ Files.absolute($0.value) }) else { return refined }
      var file = try self.baseline(at: baseline)
      return file.apply(to: refined, at: path)
    } catch {
      var faulty = report
      faulty.findings.insert(contentsOf: error.lines.map(Self.mark), at: 0)
      return faulty
    }
  }

  /// The baseline of the project of the document at `path`; nil if it has none that can be read.
  func baseline(of path: String) -> BaselinePlace? {
    guard case .success(let (configuration, _)) = rules(for: path),
      let baseline = configuration.baseline.map({ Files.absolute($0.value) }),
      let file = try? self.baseline(at: baseline)
    else { return nil }
    return BaselinePlace(path: baseline, name: file.name(of: path))
  }

  /// What is wrong in `text`, the configuration that is to be at `path`.
  func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault] {
    let folder = Files.parent(of: path) ?? "/"
    let (file, diagnostics) = ConfigurationReader.read(RuleSourceFile(path: path, text: text), folder: folder)
    var faults = diagnostics
    // Names of rules that only the project has are not known here.
    if file.ruleFolders.isEmpty {
      let names = Projects.names(in: Configuration(files: [file]), linter, Linter.builtInLanguages)
      faults += names.faults(in: file)
    }
    return faults.map { ConfigurationFault(line: $0.line, column: $0.column, message: $0.message) }
  }

  /// Changes whenever a configuration or baseline for `path` does.
  func stamp(of path: String) -> String {
    var stamp = configurationStamp(for: path)
    if case .success(let (configuration, _)) = rules(for: path), let baseline = configuration.baseline?.value {
      stamp += Files.stamp(of: Files.absolute(baseline)) ?? "-"
    }
    return stamp
  }

  private func configurationStamp(for path: String) -> String {
    var stamp = ""
    var folder = Files.parent(of: path)
    while let current = folder {
      stamp += Files.stamp(of: "\(current == "/" ? "" : current)/\(ConfigurationFile.name)") ?? "-"
      folder = Files.parent(of: current)
    }
    return stamp
  }

  private func rules(for path: String) -> Result<(Configuration, ProjectRules), ConfigurationError> {
    let folder = Files.parent(of: path) ?? "/"
    let stamp = configurationStamp(for: path)
    if let known = states.withLock({ $0[folder] }), known.stamp == stamp { return known.rules }
    let rules = readRules(for: path)
    states.withLock { $0[folder] = State(stamp: stamp, rules: rules) }
    return rules
  }

  private func readRules(for path: String) -> Result<(Configuration, ProjectRules), ConfigurationError> {
    do throws(ConfigurationError) {
      var configurations = Configurations()
      let configuration = try configurations.configuration(for: path)
      // Names of rules that only the project has are not known here.
      if configuration.ruleFolders.isEmpty {
        try Projects.check(configuration, linter, Linter.builtInLanguages)
      }
      let ids = linter.allRules.map(\.id)
      return .success((configuration, ProjectRules(configuration, rules: ids, today: Today.date)))
    } catch {
      return .failure(error)
    }
  }

  private func baseline(at path: String) throws(ConfigurationError) -> BaselineFile {
    let stamp = Files.stamp(of: path) ?? "-"
    if let known = baselines.withLock({ $0[path] }), known.stamp == stamp { return known.file }
    let file = try BaselineFile(reading: path)
    baselines.withLock { $0[path] = (stamp, file) }
    return file
  }

  /// A mark at the top of a document that says what is wrong elsewhere.
  private static func mark(_ line: String) -> Finding {
    let top = LineIndex.Position(byte: 0, line: 1, column: 1)
    return Finding(
      rule: "project.configuration", kind: .wording, stance: nil, effect: .neutral, level: .error,
      title: "The project's settings are wrong", message: line,
      why: "Until this is mended, settings do not count here.",
      ask: "", start: top, end: top, quote: "", sentence: "", captures: [:], see: [], fingerprint: "")
  }
}
