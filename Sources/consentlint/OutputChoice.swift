import ArgumentParser
import Reporters

/// `-o`, for all verbs that make a page or a file.
struct OutputChoice: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write into this file instead of standard output.", valueName: "file"), completion: .file())
  var path: String?

  /// The style for where the output goes: a file has no colours and 80 columns.
  func style(_ colour: ColourOptions) -> Style {
    path == nil || path == Files.standardInput ? colour.style : Style()
  }

  /// Writes `text` where it is to go. A file is written whole or not at all; if it cannot be, a line says why.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    guard let path, path != Files.standardInput else { return Output.write(bytes) }
    do throws(FileError) {
      try WholeFile.write(bytes, to: path)
    } catch {
      Output.complain(error.line)
      throw ExitCode.couldNotDo
    }
  }
}
