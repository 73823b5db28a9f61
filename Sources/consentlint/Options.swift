import ArgumentParser
import Reporters

/// `--rules`, for all verbs that work with rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Add the rules in this folder to the built-in ones.", valueName: "dir"),
    completion: .directory)
  var folders: [String] = []
}

/// `--color`, for all verbs that print for people.
struct ColourOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(help: "Use colours; auto follows the terminal and NO_COLOR.")
  var color: Choice = .auto

  /// The style for standard output.
  var style: Style {
    Style(colour: usesColour, width: Terminal.width)
  }

  private var usesColour: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Self.decide(
        noColour: Terminal.environment("NO_COLOR"), force: Terminal.environment("CLICOLOR_FORCE"),
        terminal: Terminal.environment("TERM"), isTerminal: Terminal.isTerminal(.output))
    }
  }

  /// What `auto` comes to. A set NO_COLOR wins, then CLICOLOR_FORCE, then what standard output is.
  static func decide(noColour: String?, force: String?, terminal: String?, isTerminal: Bool) -> Bool {
    if let noColour, !noColour.isEmpty { return false }
    if let force, !force.isEmpty, force != "0" { return true }
    return isTerminal && terminal != "dumb"
  }
}
