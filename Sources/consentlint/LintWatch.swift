import ArgumentParser
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `lint --watch`: checks all documents once, then each one that changes.
///
/// It looks at the times of the files: that needs nothing of the system and works on every disk.
struct LintWatch {
  private let command: LintCommand

  /// Microseconds between two looks.
  private static let pause: UInt32 = 300_000

  init(_ command: LintCommand) {
    self.command = command
  }

  /// Goes on until Ctrl-C, which is how it is meant to end: exit code 0.
  func run() throws -> Never {
    endWhenTold()
    var known = Stamps(of: command)
    check(command.paths)
    Output.complain("\(LintTally.counted(known.documents.count, "document")) checked. I watch them; Ctrl-C ends this.")
    while true {
      usleep(Self.pause)
      let now = Stamps(of: command, after: known)
      defer { known = now }
      guard now != known else { continue }
      let changed = now.settings != known.settings ? nil : now.changed(since: known)
      if changed?.isEmpty == true { continue }
      Output.complain("")
      Output.complain("\(changed.map { $0.map(\.printable).joined(separator: ", ") } ?? "the settings") changed:")
      check(changed ?? command.paths)
    }
  }

  private func endWhenTold() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in _exit(0) }
      sigaddset(&signals, number)
    }
    // Who started us may have blocked them.
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// A document or a setting that is wrong now may be right after the next change: so nothing of it ends the watch.
  private func check(_ paths: [String]) {
    do {
      let code = try LintPass(command).run(paths)
      if code == .success { Output.complain("nothing at the fail level") }
    } catch let error as ConfigurationError {
      for line in error.lines { Output.complain(line) }
    } catch {
      // A line on standard error said what it was.
    }
  }
}

/// When the documents, and what says how they are checked, were last written.
private struct Stamps: Equatable {
  /// By path, as the documents are named.
  var documents: [String: String] = [:]
  var settings: [String: String] = [:]
  /// The part of the settings that are configurations, and what those name: rules and baselines.
  private var configurations: [String: String] = [:]
  private var named = Named()

  private struct Named: Equatable {
    var files: [String] = []
    var folders: Set<String> = []
  }

  /// - Parameter old: the last look; what its configurations name need not be read again while they are the same.
  init(of command: LintCommand, after old: Stamps? = nil) {
    for path in command.paths.isEmpty ? ["."] : command.paths {
      let files = Files.isFolder(path) ? Files.walk(path, extensions: Files.documentExtensions).files : [path]
      for file in files { documents[file] = Files.stamp(of: file) ?? "" }
    }
    for path in Self.configurations(for: documents.keys) { configurations[path] = Files.stamp(of: path) }
    let isKnown = old?.configurations == configurations && old?.documents.keys == documents.keys
    named = isKnown ? old?.named ?? Named() : Self.named(by: command, for: documents.keys)
    let rules = named.folders.flatMap { Files.walk($0, extensions: ["yaml", "yml"]).files }
    settings = configurations
    for path in named.files + rules { settings[path] = Files.stamp(of: path) }
  }

  private static func named(by command: LintCommand, for documents: some Sequence<String>) -> Named {
    var named = Named(files: [command.baseline].compactMap { $0 }, folders: Set(command.rules.folders))
    var configurations = command.configuration.configurations
    for document in documents {
      // What is wrong in a configuration is told by the check; it names nothing then.
      guard let found = try? configurations.configuration(for: Files.absolute(document)) else { continue }
      if let baseline = found.baseline { named.files.append(baseline.value) }
      named.folders.formUnion(found.ruleFolders.map(\.value))
    }
    return named
  }

  /// The documents that are new or were written, in the order of their paths.
  func changed(since old: Stamps) -> [String] {
    documents.filter { !$0.value.isEmpty && old.documents[$0.key] != $0.value }.map(\.key).sorted()
  }

  private static func configurations(for documents: some Sequence<String>) -> [String] {
    var folders: Set<String> = []
    for document in documents {
      var folder = Files.parent(of: Files.absolute(document))
      while let path = folder, folders.insert(path).inserted { folder = Files.parent(of: path) }
    }
    return folders.map { $0 == "/" ? "/.consentlint.yaml" : "\($0)/.consentlint.yaml" }
  }
}
