import Foundation

/// The built command, run as a process of its own.
enum CommandLineTool {
  struct Result {
    var code: Int32
    /// Standard output and standard error.
    var output: String
    var errors: String

    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  enum Failure: Error { case commandNotFound(searched: [String]) }

  /// Runs the command.
  ///
  /// - Parameters:
  ///   - input: standard input; empty means at its end from the start.
  ///   - environment: set beside PATH; nothing is taken over from the tests' own.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    if let folder { process.currentDirectoryURL = folder }
    // Files, not pipes: a full pipe that nobody empties would stop the command.
    let scratch = try ScratchFolder()
    let stdin = try scratch.write("stdin", input)
    let stdout = try scratch.write("stdout", Data())
    let stderr = try scratch.write("stderr", Data())
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: stdout)
    process.standardError = try FileHandle(forWritingTo: stderr)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: stdout), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: stderr), as: UTF8.self))
  }

  /// The command beside the test bundle.
  static func executable() throws -> URL {
    var folders = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map {
      $0.bundleURL.deletingLastPathComponent()
    }
    if let own = Bundle.main.executableURL { folders.append(own.deletingLastPathComponent()) }
    folders.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
    for folder in folders {
      let candidate = folder.appending(path: "consentlint")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw Failure.commandNotFound(searched: folders.map(\.path))
  }
}

/// A folder that goes away with the value.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "consentlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ path: String, _ data: Data) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    try write(path, Data(text.utf8))
  }
}
