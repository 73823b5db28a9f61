import Analysis
import Reporters

/// A baseline on the disk, and what a run saw of it.
struct BaselineFile {
  /// Where `baseline create` writes if nothing else is said.
  static let usualName = ".consentlint-baseline"

  /// Absolute.
  let path: String
  var baseline: Baseline
  /// Entries that a document of this run no longer has.
  private(set) var stale: Set<Baseline.Entry> = []

  /// Reads the baseline at `path`, which is absolute. Throws if it is not there or broken.
  init(reading path: String) throws(ConfigurationError) {
    self.path = path
    let shown = Files.shown(path)
    let text: String
    do throws(FileError) {
      let bytes = try Files.read(path, folderHint: "Name the file.")
      guard let valid = String(validating: bytes, as: UTF8.self) else {
        throw FileError(path: path, message: "This is not a text in UTF-8. Make it again: consentlint baseline create")
      }
      text = valid
    } catch {
      let hint = Files.exists(path) ? "" : " To make a baseline: consentlint baseline create"
      throw ConfigurationError(lines: [FileError(path: shown, message: error.message + hint).line])
    }
    do throws(Baseline.Fault) {
      baseline = try Baseline(parsing: text)
    } catch {
      throw ConfigurationError(
        lines: ["\(shown.printable):\(error.line):\(error.column): error: \(error.message)"])
    }
  }

  /// An empty one, to be written to `path`.
  init(newAt path: String) {
    self.path = path
    baseline = Baseline()
  }

  /// The name of the document at the absolute `document` in this baseline.
  func name(of document: String) -> String {
    Self.relative(document, to: Files.parent(of: path) ?? "/")
  }

  /// The absolute path of the document that this baseline calls `name`.
  func document(named name: String) -> String {
    Files.absolute(name.hasPrefix("/") ? name : "\(Files.parent(of: path) ?? "")/\(name)")
  }

  /// `report` without what was accepted; notes which entries the document no longer has.
  mutating func apply(to report: DocumentReport, at document: String) -> DocumentReport {
    let name = name(of: document)
    // What was not read may still be there.
    if !report.problems.contains(where: \.hidesText) {
      stale.formUnion(baseline.entries(for: name).subtracting(Baseline.entries(of: report, path: name)))
    }
    return baseline.apply(to: report, path: name)
  }

  /// Entries of documents that are no longer there.
  var entriesOfGoneDocuments: Set<Baseline.Entry> {
    var isThere: [String: Bool] = [:]
    return baseline.entries.filter { entry in
      let known = isThere[entry.path] ?? Files.exists(document(named: entry.path))
      isThere[entry.path] = known
      return !known
    }
  }

  private static func relative(_ path: String, to folder: String) -> String {
    let names = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(names, base).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: base.count - common)
    return (up + names[common...]).joined(separator: "/")
  }
}

/// The baselines of a run, by their absolute paths.
struct BaselineFiles {
  /// A baseline that was named with the command; it counts for all documents.
  private let named: String?
  private(set) var files: [String: BaselineFile] = [:]

  init(named: String?) {
    self.named = named.map(Files.absolute)
  }

  /// The path of the baseline for documents of `project`; nil if there is none.
  func path(for project: Project) -> String? {
    named ?? project.configuration.baseline.map { Files.absolute($0.value) }
  }

  /// `report` without what the document's baseline holds.
  mutating func apply(to report: DocumentReport, at document: String, of project: Project) throws -> DocumentReport {
    guard let path = path(for: project) else { return report }
    var file = try files[path] ?? BaselineFile(reading: path)
    let applied = file.apply(to: report, at: document)
    files[path] = file
    return applied
  }
}
