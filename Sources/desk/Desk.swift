import Analysis
import ArgumentParser
import Clauses
import Foundation
import Language
import RuleCompiler
import SourceText

/// The measuring desk for authors of rules: runs the rules as they stand in `Rules/`, without a rebuild.
@main
struct Desk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the rules in a folder: their own sentences, and labelled forms.",
    subcommands: [
      Bank.self, Conflicts.self, Examples.self, Forms.self, Formats.self, Hunt.self, Kinds.self, Languages.self,
      Missing.self,
      Patterns.self,
      Policies.self,
      Same.self,
    ])
}

struct RulesFolder: ParsableArguments {
  @Option(help: "Folder of the rules.") var rules = "Rules"
  @Option(name: .customLong("lang"), help: "Language of the rules and of the forms.") var code = "en"

  /// The language that was asked for.
  func language() throws -> Language {
    guard let language = Language.named(code) else {
      throw ValidationError("\(code) is no language that the program knows")
    }
    return language
  }

  func linter() throws -> (Linter, [RulePack]) {
    let language = try language()
    var draft = DraftPacks(try Self.packs(rules))
    return (try draft.linter(language), draft.packs)
  }

  /// A linter that tells the language of each document.
  static func linterOfAllLanguages(_ rules: String) throws -> Linter {
    try Linter(packs: packs(rules))
  }

  private static func packs(_ rules: String) throws -> [RulePack] {
    let root = URL(filePath: rules)
    var files: [RuleSourceFile] = []
    for case let path as String in FileManager.default.enumerator(atPath: rules) ?? .init()
    where path.hasSuffix(".yaml") {
      files.append(
        RuleSourceFile(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8)))
    }
    let (packs, diagnostics) = RulePackLoader.load(files: files.sorted { $0.path < $1.path })
    // A file with a fault is left out, so that a fault of one author does not stop the others.
    for diagnostic in diagnostics { FileHandle.standardError.write(Data((diagnostic.description + "\n").utf8)) }
    return packs
  }
}

/// Runs the sentences that the rules carry.
struct Examples: ParsableCommand {
  @OptionGroup var folder: RulesFolder
  @Argument(help: "Only rules whose id begins so.") var only: [String] = []

  func run() throws {
    let (linter, packs) = try folder.linter()
    let failures = try RuleExamples.failures(in: packs, language: folder.language()).filter { failure in
      only.isEmpty || only.contains { failure.rule.hasPrefix($0) }
    }
    for failure in failures { print("\(failure.rule)\t\(failure.explanation)\t\(failure.sentence)") }
    let documentRules = linter.missingRules.map(\.id) + linter.conflictRules.map(\.id)
    for rule in documentRules where only.isEmpty || only.contains(where: { rule.hasPrefix($0) }) {
      print("\(rule): \(failures.filter { $0.rule == rule }.count) wrong")
    }
    for rule in linter.rules where only.isEmpty || only.contains(where: { rule.id.hasPrefix($0) }) {
      let wrong = failures.filter { $0.rule == rule.id }.count
      print("\(rule.id): \(wrong) of \(rule.flags.count + rule.passes.count) wrong")
    }
  }
}
