import ProjectConfiguration
import Reporters

/// The documents that files and folders on the command line stand for.
enum DocumentPaths {
  /// All documents in `paths`, each once, in order, without those that the configuration leaves out. None = the current
  /// folder. What cannot be read is noted in `run`.
  static func all(in paths: [String], for run: inout Run) throws -> [String] {
    var seen: Set<String> = []
    var documents: [String] = []
    for path in paths.isEmpty ? ["."] : paths {
      guard path != Files.standardInput, Files.isFolder(path) else {
        guard seen.insert(path).inserted else { continue }
        if let origin = try ignoring(path, in: &run) {
          // A file that was named must not look as if it had been read.
          Output.complain("\(path.printable): note: left out, as \(origin.path.printable):\(origin.line) says.")
        } else {
          documents.append(path)
        }
        continue
      }
      let walk = Files.walk(path, extensions: Files.documentExtensions)
      for error in walk.errors { run.fail(error) }
      if walk.files.isEmpty, walk.errors.isEmpty {
        let known = Files.documentExtensions.map { "." + $0 }.joined(separator: " ")
        run.fail(
          FileError(
            path: path, message: "There is no document in this folder (I look for \(known)). Name the file itself."))
      }
      for file in walk.files where seen.insert(file).inserted {
        if try ignoring(file, in: &run) == nil { documents.append(file) }
      }
    }
    return documents
  }

  private static func ignoring(_ path: String, in run: inout Run) throws -> Configuration.Origin? {
    guard path != Files.standardInput else { return nil }
    let absolute = Files.absolute(path)
    return try run.project(for: path).configuration.ignoring(absolute)?.origin
  }
}
