import ArgumentParser
import ProjectConfiguration
import Reporters
import RuleCompiler

/// Something that a project set is wrong: the lines for standard error that say what and where.
struct ConfigurationError: Error {
  var lines: [String]
}

/// Finds configuration files: in a document's folder and the folders above it.
struct Configurations {
  private let isOff: Bool
  /// By absolute folder.
  private var known: [String: Configuration] = [:]

  /// - Parameter isOff: true to look for none.
  init(isOff: Bool = false) {
    self.isOff = isOff
  }

  /// The configuration for the document at `path`, which is absolute. Throws what is wrong in a file.
  mutating func configuration(for path: String) throws(ConfigurationError) -> Configuration {
    guard !isOff, let folder = Files.parent(of: path) else { return Configuration() }
    return try configuration(in: folder)
  }

  private mutating func configuration(in folder: String) throws(ConfigurationError) -> Configuration {
    if let known = known[folder] { return known }
    var configuration = Configuration()
    if let own = try Self.file(in: folder) { configuration.files.append(own) }
    if configuration.files.last?.isRoot != true, let parent = Files.parent(of: folder) {
      configuration.files += try self.configuration(in: parent).files
    }
    known[folder] = configuration
    return configuration
  }

  /// The file in `folder`; nil if there is none.
  private static func file(in folder: String) throws(ConfigurationError) -> ConfigurationFile? {
    let path = folder == "/" ? "/\(ConfigurationFile.name)" : "\(folder)/\(ConfigurationFile.name)"
    guard Files.exists(path) else { return nil }
    let shown = Files.shown(path)
    let faults: [String]
    do throws(FileError) {
      let bytes = try Files.read(path, folderHint: "A file of this name is a configuration: rename the folder.")
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FileError(path: shown, message: "This is not a text in UTF-8. Save the configuration as UTF-8.")
      }
      let (file, diagnostics) = ConfigurationReader.read(RuleSourceFile(path: shown, text: text), folder: folder)
      faults = diagnostics.map(\.description.printable)
      if faults.isEmpty { return file }
    } catch {
      faults = [FileError(path: shown, message: error.message).line]
    }
    throw ConfigurationError(lines: faults)
  }
}

/// `--no-config`, for all verbs that follow a configuration.
struct ConfigurationOptions: ParsableArguments {
  @Flag(name: .customLong("no-config"), help: "Follow no \(ConfigurationFile.name).")
  var isOff = false

  var configurations: Configurations { Configurations(isOff: isOff) }
}
