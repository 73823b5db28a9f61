import ArgumentParser
import Reporters

/// `--output FORMAT=FILE` of `lint`.
struct LintOutputFile {
  var format: LintFormat
  var path: String

  init(parsing argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = LintFormat(rawValue: parts[0]) else {
      let known = LintFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("I need FORMAT=FILE, as in sarif=out.sarif. The formats are \(known).")
    }
    guard parts[1] != Files.standardInput else {
      throw ValidationError("For standard output, write: --format \(format.rawValue)")
    }
    self.format = format
    path = parts[1]
  }
}

extension LintFormat: ExpressibleByArgument {}

/// Where `lint` writes: one format to standard output, and others to files.
struct LintOutputs {
  private struct File {
    let draft: DraftFile
    var reporter: any LintReporter
  }

  private var standard: any LintReporter
  private var files: [File] = []

  /// False if nobody reads on, and no file is written: the run can end.
  var isWanted: Bool { !files.isEmpty || !Output.isClosed }

  /// Begins all outputs; ends the run with a line if one cannot be written.
  ///
  /// - Parameter style: of standard output.
  init(standard format: LintFormat, style: Style, files: [LintOutputFile]) throws {
    standard = format.reporter(style: style)
    for file in files {
      do throws(FileError) {
        self.files.append(File(draft: try DraftFile(file.path), reporter: file.format.reporter()))
      } catch {
        throw Self.failed(error)
      }
    }
    try write { $0.begin() }
  }

  mutating func add(_ document: LintedDocument) throws {
    try write { $0.report(on: document) }
  }

  mutating func add(_ error: FileError) throws {
    try write { $0.report(unreadable: error.path, message: error.message) }
  }

  /// Ends all outputs and gives the files their names.
  mutating func end() throws {
    try write { $0.end() }
    do throws(FileError) {
      for file in files { try file.draft.commit() }
    } catch {
      throw Self.failed(error)
    }
  }

  private mutating func write(_ body: (inout any LintReporter) -> String) throws {
    let text = body(&standard)
    if !text.isEmpty { Output.write(text) }
    for index in files.indices {
      let text = body(&files[index].reporter)
      guard !text.isEmpty else { continue }
      do throws(FileError) {
        try files[index].draft.write(text.utf8)
      } catch {
        throw Self.failed(error)
      }
    }
  }

  private static func failed(_ error: FileError) -> ExitCode {
    Output.complain(error.line)
    return .couldNotDo
  }
}
