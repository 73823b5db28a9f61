import Analysis
import Clauses
import RuleCompiler

/// A user's own rules, beside the built-in ones.
struct RuleFolders {
  /// All rules that are sound, with the built-in ones.
  var packs: [RulePack] = []
  /// The user's own rules that are sound.
  var ownPacks: [RulePack] = []
  var diagnostics: [RuleDiagnostic] = []
  var errors: [FileError] = []

  /// True if every rule could be loaded.
  var isSound: Bool { diagnostics.isEmpty && errors.isEmpty }

  /// Loads the rules under `folders`.
  static func load(_ folders: [String]) -> RuleFolders {
    var result = RuleFolders()
    for folder in folders {
      let files = result.readFiles(in: folder)
      let loaded = RulePackLoader.load(files: files, base: Linter.builtInPacks)
      result.ownPacks += loaded.packs
      result.diagnostics += loaded.diagnostics
    }
    result.packs = Linter.builtInPacks + result.ownPacks
    return result
  }

  /// Writes what is wrong to standard error.
  func complain() {
    for error in errors { Output.complain(error.line) }
    for diagnostic in diagnostics { Output.complain(diagnostic.description.printable) }
    if !diagnostics.isEmpty {
      Output.complain(
        "I left out the rules with a mistake and went on with the others. To try again: consentlint rules check DIR")
    }
  }

  /// Language codes of the packs.
  var languages: [String] { Set(packs.map(\.language)).sorted() }

  private mutating func readFiles(in folder: String) -> [RuleSourceFile] {
    guard Files.isFolder(folder) else {
      errors.append(
        FileError(path: folder, message: "There is no such folder of rules. Check what is after --rules."))
      return []
    }
    let walk = Files.walk(folder, extensions: ["yaml", "yml"])
    errors += walk.errors
    if walk.files.isEmpty, walk.errors.isEmpty {
      errors.append(
        FileError(path: folder, message: "There is no rule in this folder. A rule is a file such as ai/training.yaml."))
    }
    var files: [RuleSourceFile] = []
    for path in walk.files {
      do {
        let bytes = try Files.read(path, folderHint: "")
        guard let text = String(validating: bytes, as: UTF8.self) else {
          errors.append(FileError(path: path, message: "This is not a text in UTF-8. Save the rule as UTF-8."))
          continue
        }
        files.append(RuleSourceFile(path: path, text: text))
      } catch {
        errors.append(error)
      }
    }
    return files
  }
}
