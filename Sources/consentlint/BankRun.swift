import Analysis
import ArgumentParser
import Clauses
import Reporters

/// `rules test --bank`: how many sentences of a bank of paraphrases are found, rule by rule.
struct BankRun {
  let folder: String
  let rules: RuleOptions

  func run() throws {
    var bank = ParaphraseBank()
    var isSound = true
    let (paths, errors) = Files.walk(folder, extensions: ["txt"])
    for error in errors { Output.complain(error.line) }
    for path in paths {
      do throws(FileError) {
        let text = String(decoding: try Files.read(path, folderHint: ""), as: UTF8.self)
        let rule = path.split(separator: "/").last?.dropLast(4) ?? ""
        for line in bank.add(rule: String(rule), text: text) {
          Output.complain("\(path.printable):\(line): error: A line begins with +stance or -, and a blank.")
          isSound = false
        }
      } catch {
        Output.complain(error.line)
        isSound = false
      }
    }
    let (scores, _) = bank.check(with: try linter())
    for score in scores { Output.write("\(score.rule.printable): \(score.line)\n") }
    Output.write("\(scores.count) rules: \(scores.reduce(ParaphraseBank.Score(rule: ""), +).line)\n")
    if !isSound || !errors.isEmpty { throw ExitCode.couldNotDo }
  }

  private func linter() throws -> Linter {
    do throws(PackError) {
      guard !rules.folders.isEmpty else { return try Linter.builtIn() }
      let loaded = RuleFolders.load(rules.folders)
      loaded.complain()
      return try Linter(packs: loaded.packs)
    } catch {
      Output.complain("--rules: error: \(PackErrorText.message(for: error).printable)")
      throw ExitCode.couldNotDo
    }
  }
}
