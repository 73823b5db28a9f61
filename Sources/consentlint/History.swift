import Analysis
import ArgumentParser
import Readers
import Reporters
import SourceText

/// What git knows of the documents: what changed since a revision, and what they said then.
struct History {
  enum Change: Equatable {
    case unchanged
    /// Git did not have it then.
    case new
    /// Where it was then, from the top of the repository.
    case changed(old: String)
  }

  private let revision: String
  /// The absolute path of the repository's top, without links.
  private let top: String
  /// By path from the top.
  private var changes: [String: Change] = [:]
  private var tracked: Set<String> = []

  /// Asks git about the repository of the current folder. Ends the run with a line if there is none, or no such
  /// revision.
  init(since revision: String) throws {
    self.revision = revision
    guard let found = Git.output(["rev-parse", "--show-toplevel"], in: ".") else {
      throw Self.fault("This folder is in no git repository that I can read. --since needs one.")
    }
    top = String(decoding: found.dropLast(), as: UTF8.self)
    // A revision never begins with a dash: it must not be an option of git's.
    guard !revision.hasPrefix("-"),
      Git.output(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: top) != nil
    else {
      throw Self.fault("Git knows no revision \(revision.printable) here. See: git log --oneline")
    }
    guard let names = Git.output(["diff", "--name-status", "-M", "-z", revision, "--"], in: top),
      let tracked = Git.output(["ls-files", "-z"], in: top)
    else {
      throw Self.fault("Git did not say what changed since \(revision.printable). Try: git diff \(revision.printable)")
    }
    self.tracked = Set(Git.fields(tracked))
    changes = Self.changes(Git.fields(names))
  }

  private static func fault(_ message: String) -> ExitCode {
    Output.complain("--since: error: \(message)")
    return .couldNotDo
  }

  /// Status and path, or status, old and new path for what was renamed or copied.
  private static func changes(_ fields: [String]) -> [String: Change] {
    var changes: [String: Change] = [:]
    var rest = fields[...]
    while let status = rest.popFirst(), let path = rest.popFirst() {
      switch status.first {
      case "R", "C": if let new = rest.popFirst() { changes[new] = .changed(old: path) }
      case "A": changes[path] = .new
      default: changes[path] = .changed(old: path)
      }
    }
    return changes
  }

  /// What happened to the document at `path`, as it was named.
  func change(of path: String) -> Change {
    guard let name = name(of: path) else { return .new }
    return changes[name] ?? (tracked.contains(name) ? .unchanged : .new)
  }

  /// The path from the repository's top; nil if it lies elsewhere.
  private func name(of path: String) -> String? {
    let absolute = Files.absolute(path)
    // The top that git names has no links in it.
    let folder = Files.parent(of: absolute).map(Files.target) ?? "/"
    let real = "\(folder)/\(absolute.split(separator: "/").last ?? "")"
    return real.hasPrefix(top + "/") ? String(real.dropFirst(top.utf8.count + 1)) : nil
  }

  /// What the document said then, by the same rules as now.
  ///
  /// - Parameters:
  ///   - old: its path then.
  ///   - report: what it says now; its kind counts, so that no rule's level differs for that reason.
  ///   - path: its absolute path now.
  func report(
    onOld old: String, now report: DocumentReport, of project: Project, at path: String, format: DocumentFormat?
  ) throws -> DocumentReport {
    guard let bytes = Git.output(["show", "\(revision):\(old)"], in: top) else {
      throw Self.fault("Git could not show \(old.printable) as it was at \(revision.printable).")
    }
    let document = SourceDocument(name: report.path, bytes: bytes, format: format)
    let before = project.linter.check(
      document, kind: report.kind?.id, language: project.configuration.language(of: path)?.value,
      answersQuestions: false)
    return project.rules.apply(to: before, at: path)
  }
}

/// Git, as a process of its own.
private enum Git {
  /// What git prints for `arguments` in `folder`; nil if it is not there or says no.
  static func output(_ arguments: [String], in folder: String) -> [UInt8]? {
    // Git's own settings say which repositories are trusted; it must not wait for somebody's answer.
    var environment = ["GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"]
    for name in ["HOME", "XDG_CONFIG_HOME"] {
      if let value = Terminal.environment(name) { environment.append("\(name)=\(value)") }
    }
    let limits = ExternalProgram.Limits(time: .seconds(120), output: 1 << 30, memory: 8 << 30)
    let git = ExternalProgram(name: "git", environment: environment)
    guard case .finished(0, let output) = git.run(["-C", folder] + arguments, input: [], limits: limits) else {
      return nil
    }
    return output
  }

  /// Fields that each end in a zero byte.
  static func fields(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
