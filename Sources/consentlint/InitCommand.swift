import Analysis
import ArgumentParser
import ProjectConfiguration
import Reporters

/// `consentlint init`: a first configuration file for a folder of forms.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first \(ConfigurationFile.name) for a folder of forms, with comments.",
    discussion: """
      The forms of the folder are read, to put their kinds and the commonest findings into the comments.

      Example:
        consentlint init forms/
      """)

  @Argument(help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
  var folder = "."

  @Flag(help: "Write over a file that is there.")
  var force = false

  @OptionGroup var reading: ReadingChoices

  /// What stands before a path that begins at the folder, as paths in its configuration do.
  private var prefix: String { folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/" }

  func run() throws {
    let path = prefix + ConfigurationFile.name
    do throws(FileError) {
      guard Files.isFolder(folder) else {
        throw FileError(path: folder, message: "There is no such folder. Name the folder with your forms.")
      }
      guard force || !Files.exists(path) else {
        throw FileError(path: path, message: "There is such a file already. To write over it: --force")
      }
      let linter = try Self.linter()
      let survey = survey(with: linter)
      try Files.replace(path, with: FirstConfiguration(survey: survey, kinds: linter.kinds).text)
      Output.write(
        "\(path.printable): \(survey.documents) documents were read. Look through it, then: consentlint lint\n")
    } catch {
      Output.complain(error.line)
      throw ExitCode.couldNotDo
    }
  }

  private static func linter() throws(FileError) -> Linter {
    do {
      return try Run.linter(rulesIn: []).linter
    } catch {
      throw FileError(path: ToolVersion.name, message: "The built-in rules are broken.")
    }
  }

  /// What the forms of the folder are. Those that cannot be read are left for `lint` to report.
  private func survey(with linter: Linter) -> FolderSurvey {
    var linter = linter
    linter.options = reading.options()
    var survey = FolderSurvey()
    for file in Files.walk(folder, extensions: Files.documentExtensions).files {
      guard let document = try? reading.document(at: file, folderHint: "") else { continue }
      survey.add(linter.check(document, answersQuestions: false), name: String(file.dropFirst(prefix.count)))
    }
    return survey
  }
}
