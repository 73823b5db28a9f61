import Analysis
import ArgumentParser
import Clauses
import Reporters

/// `consentlint rules`: for those who write rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, run their own tests, or check a folder of rules.",
    subcommands: [List.self, Test.self, Check.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List all rules: name, effect (or sort), level and title.")

    @OptionGroup var rules: RuleOptions

    func run() throws {
      let (all, isSound) = RuleFolders.rules(with: rules)
      Output.write(RuleList().render(all))
      if !isSound { throw ExitCode.couldNotDo }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples that each rule carries.",
      discussion: """
        With --bank, the sentences of a bank of paraphrases are read instead, and how many were found is printed.

        The exit code is 1 if an example does not hold.
        """)

    @Option(
      help: ArgumentHelp("A folder with one file a rule, named as the rule is.", valueName: "dir"),
      completion: .directory)
    var bank: String?

    @OptionGroup var rules: RuleOptions

    func run() throws {
      if let bank { return try BankRun(folder: bank, rules: rules).run() }
      guard !rules.folders.isEmpty else {
        try RulesCommand.test(Linter.builtInPacks, counting: Linter.builtInPacks)
        return
      }
      let loaded = RuleFolders.load(rules.folders)
      loaded.complain()
      try RulesCommand.test(loaded.packs, counting: loaded.packs)
      if !loaded.isSound { throw ExitCode.couldNotDo }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a folder of your own rules, and run their examples.",
      discussion: """
        Each mistake is a line: path:line:column: error: what is wrong. The exit code is 1 if there is one.

        Example:
          consentlint rules check my-rules/
        """)

    @Argument(help: ArgumentHelp("The folder of rules.", valueName: "dir"), completion: .directory)
    var folder: String

    func run() throws {
      let loaded = RuleFolders.load([folder])
      guard loaded.errors.isEmpty else {
        for error in loaded.errors { Output.complain(error.line) }
        throw ExitCode.couldNotDo
      }
      for diagnostic in loaded.diagnostics { Output.write(diagnostic.description.printable + "\n") }
      if !loaded.diagnostics.isEmpty { throw ExitCode.findings }
      try RulesCommand.test(loaded.packs, counting: loaded.ownPacks)
    }
  }

  /// Runs the examples of the rules in `own`, with all of `packs` at work.
  ///
  /// Prints each example that does not hold, or one line if all do; throws exit code 1 if one does not.
  private static func test(_ packs: [RulePack], counting own: [RulePack]) throws {
    let rules = own.flatMap(\.rules)
    let ids = Set(rules.map(\.id))
    let failures: [RuleExampleFailure]
    do throws(PackError) {
      failures = try RuleExamples.failures(in: packs).filter { ids.contains($0.rule) }
    } catch {
      Output.write("error: \(PackErrorText.message(for: error).printable)\n")
      throw ExitCode.findings
    }
    for failure in failures {
      Output.write("\(failure.rule): error: \(failure.explanation.printable)\n  \(failure.sentence.printable)\n")
    }
    guard failures.isEmpty else { throw ExitCode.findings }
    let examples = RuleExamples.count(in: own)
    Output.write("\(rules.count) rule\(rules.count == 1 ? "" : "s"), \(examples) examples: all hold.\n")
  }
}

extension RuleFolders {
  /// The rules to show, in the order of their ids; false if some could not be loaded (which was reported).
  static func rules(with options: RuleOptions) -> ([AnyRule], isSound: Bool) {
    var packs = Linter.builtInPacks
    var isSound = true
    if !options.folders.isEmpty {
      let loaded = RuleFolders.load(options.folders)
      loaded.complain()
      packs = loaded.packs
      isSound = loaded.isSound
    }
    return (RulePack.merging(packs.filter { $0.language == "en" }).allRules, isSound)
  }
}
