import Analysis
import ArgumentParser
import Readers
import Reporters
import SourceText

/// `--rules`, for all verbs that work with rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Add the rules in this folder to the built-in ones.", valueName: "dir"),
    completion: .directory)
  var folders: [String] = []
}

/// How documents are read, for all verbs that read them.
struct ReadingChoices: ParsableArguments, Sendable {
  @Option(
    name: .customLong("format-in"),
    help: "Read the document as this format, whatever its bytes and its name say.")
  var format: DocumentFormat?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Let a document ask for more, as a message about a limit says.", valueName: "name=value", visibility: .hidden))
  var changes: [String] = []

  /// The document at `path`; `-` is standard input.
  func document(at path: String, folderHint: String) throws(FileError) -> SourceDocument {
    if path == Files.standardInput {
      return SourceDocument(name: "<stdin>", bytes: try Paste.readStandardInput(), format: format)
    }
    return SourceDocument(name: path, bytes: try Files.read(path, folderHint: folderHint), format: format)
  }

  /// How to read, with the limits that the project set; those that were given with the command count more.
  func options(limits: [(name: String, value: Int)] = []) -> ReadingOptions {
    var options = ReadingOptions(limits: changed(limits))
    // In a log, progress is noise.
    if Terminal.isTerminal(.error) { options.progress = { Output.complain($0) } }
    return options
  }

  /// The limits with all changes.
  private func changed(_ project: [(name: String, value: Int)]) -> ReadingLimits {
    var limits = ReadingLimits()
    for limit in project { _ = limits.set(limit.name, to: limit.value) }
    for change in changes { _ = Self.apply(change, to: &limits) }
    return limits
  }

  func validate() throws {
    var limits = ReadingLimits()
    for change in changes where !Self.apply(change, to: &limits) {
      let names = ReadingLimits.names.joined(separator: ", ")
      throw ValidationError("--limit \(change): I need name=number. The names are \(names).")
    }
  }

  /// False if `change` is no limit with a number.
  private static func apply(_ change: String, to limits: inout ReadingLimits) -> Bool {
    let parts = change.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = Int(parts[1]) else { return false }
    return limits.set(String(parts[0]), to: value)
  }
}

extension DocumentFormat: ExpressibleByArgument {}

/// `--kind`, for all verbs that judge documents.
struct KindChoice: ParsableArguments {
  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      "Say what kind of document it is, such as npp or research-icf, where it was taken for another.",
      valueName: "kind"))
  var kind: String?
}

/// `--language`, for all verbs that read documents.
struct LanguageChoice: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Say what language the document is in, such as es, where it was taken for another.", valueName: "code"))
  var language: String?
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
