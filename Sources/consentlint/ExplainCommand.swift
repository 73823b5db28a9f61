import Analysis
import ArgumentParser
import Clauses
import Reporters

/// `consentlint explain RULE`: the rule's page.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain what a rule looks for, why it matters and what to ask.",
    discussion: """
      Rules have names such as ai.training; `consentlint rules list` shows all of them.

      Example:
        consentlint explain ai.training
      """)

  @Argument(help: ArgumentHelp("The rule's name.", valueName: "rule"))
  var rule: String

  @Flag(name: .customLong("all"), help: "Show every example, not only a few of each kind.")
  var showsAll = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let (all, isSound) = RuleFolders.rules(with: rules)
    guard let found = all.first(where: { $0.id == rule }) else {
      let nearest = Suggestions.nearest(to: rule, among: all.map(\.id))
      let advice =
        nearest.isEmpty
        ? "See all of them with: consentlint rules list" : "Did you mean \(nearest.joined(separator: ", "))?"
      Output.complain("\(rule.printable): error: There is no rule of this name. \(advice)")
      throw ExitCode.couldNotDo
    }
    Output.write(RulePage(style: colour.style, showsAll: showsAll).render(found))
    if !isSound { throw ExitCode.couldNotDo }
  }
}
