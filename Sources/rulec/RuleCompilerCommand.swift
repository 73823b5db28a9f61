import ArgumentParser
import Foundation
import RuleCompiler

/// Compiles a folder of rule files into one C file.
@main
struct RuleCompilerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulec",
    abstract: "Compile a folder of rule files into one C file.",
    discussion: "Faults are printed as path:line:column: error: message; then nothing is written.")

  @Argument(help: "Folder with <group>/<name>.yaml and lexicon/<class>.yaml.", completion: .directory)
  var rules: String

  @Option(name: .shortAndLong, help: "C file to write. Left alone where it would not change.", completion: .file())
  var output: String

  func run() throws {
    let (packs, diagnostics) = RulePackLoader.load(files: try Self.files(below: rules))
    guard diagnostics.isEmpty else {
      for diagnostic in diagnostics { Self.printError(diagnostic.description) }
      throw ExitCode.failure
    }
    let source = try GeneratedSource.c(packs: packs)
    // A file that did not change is not compiled again.
    if (try? String(contentsOfFile: output, encoding: .utf8)) != source {
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    }
  }

  /// All YAML files below a folder, in the order of their paths.
  static func files(below folder: String) throws -> [RuleSourceFile] {
    guard let names = FileManager.default.enumerator(atPath: folder) else {
      throw ValidationError("\(folder) is no folder that can be read")
    }
    return
      try names
      .compactMap { $0 as? String }
      // `.yml` too: it is refused with a line that says so, not passed over.
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { "\(folder)/\($0)" }
      .sorted()
      .map { path in
        guard let text = String(data: try Data(contentsOf: URL(filePath: path)), encoding: .utf8) else {
          throw ValidationError("\(path): error: the file is not UTF-8")
        }
        return RuleSourceFile(path: path, text: text)
      }
  }

  private static func printError(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
