import Analysis
import LanguageServer
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine as the language server sees it: forms to read, and a folder for the pages of the rules.
struct EditorSurroundings: Surroundings {
  let projects: EditorProjects

  func read(_ path: String) -> [UInt8]? {
    try? Files.read(path, folderHint: "")
  }

  func documents(under folder: String) -> [String] {
    Files.isFolder(folder) ? Files.walk(folder, extensions: Files.documentExtensions).files : []
  }

  func stamp(of path: String) -> String? { Files.stamp(of: path) }

  func kind(of path: String) -> String? { projects.kind(of: path) }
  func language(of path: String) -> String? { projects.language(of: path) }

  func refined(_ report: DocumentReport, at path: String) -> DocumentReport { projects.refined(report, at: path) }

  func baseline(of path: String) -> BaselinePlace? { projects.baseline(of: path) }

  func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault] {
    projects.faults(inConfiguration: text, at: path)
  }

  func projectStamp(of path: String) -> String { projects.stamp(of: path) }

  func keep(page: String, named name: String) -> String? {
    guard let folder = Self.cache else { return nil }
    let path = "\(folder)/\(name)"
    let bytes = Array(page.utf8)
    if let old = read(path), old == bytes { return path }
    // Under a name of its own first: another server may write the same page now.
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    FileChannel(input: descriptor, output: descriptor).write(bytes)
    close(descriptor)
    guard rename(draft, path) == 0 else {
      unlink(draft)
      return nil
    }
    return path
  }

  /// The folder for pages, made if it is not there; nil if it cannot be.
  private static let cache: String? = {
    let base: String
    if let set = Terminal.environment("XDG_CACHE_HOME"), set.hasPrefix("/") {
      base = set
    } else if let home = Terminal.environment("HOME"), home.hasPrefix("/") {
      base = home + "/.cache"
    } else {
      return nil
    }
    var path = base
    for part in ["", "/consentlint", "/\(ToolVersion.current)", "/rules"] {
      path += part
      if mkdir(path, 0o700) != 0, !Files.isFolder(path) { return nil }
    }
    return path
  }()
}

extension Files {
  /// Changes whenever the file at `path` does; nil if it is not there.
  static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
      return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
    #else
      return "\(status.st_size) \(status.st_mtimespec.tv_sec) \(status.st_mtimespec.tv_nsec) \(status.st_ino)"
    #endif
  }
}
