import ArgumentParser
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command. Each verb is a file of its own.
@main
struct ConsentLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: ToolVersion.name,
    abstract: "Read a medical consent form and see what it lets others do with your health data.",
    discussion: """
      ConsentLint looks for clauses that matter: who may get your records and images, whether they may train AI, \
      and what you can say no to. It shows the exact words, says what they mean, and gives you a question to ask.

      Everything happens on this computer. Nothing is sent anywhere. It is not legal advice.

      Examples:
        consentlint scan form.txt          Explain a form in plain words.
        consentlint scan                   Paste a form, then read about it.
        consentlint letter form.txt        Write a letter that asks.
        consentlint lint forms/            One line for each clause, for CI.
        consentlint explain ai.training    What one rule looks for, and why.

      Exit codes: 0 = all is well; 1 = lint found clauses at or above the fail level; 2 = something could not be \
      done, and a line says what.
      """,
    version: ToolVersion.current,
    subcommands: [
      ScanCommand.self, LetterCommand.self, LintCommand.self, DiffCommand.self, AnnotateCommand.self, TextCommand.self,
      ExplainCommand.self, RulesCommand.self, InitCommand.self, ConfigCommand.self, BaselineCommand.self,
      LanguageServerCommand.self,
    ])

  /// Runs the command. Mistakes in the arguments give exit code 2, like everything that could not be done.
  static func main() {
    // A reader that leaves early (`| head`) is no fault: the write fails quietly instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is a full disk to us: the write fails, and nothing is left half done.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withStatus: report(error))
    }
  }

  /// Prints what `error` has to say and gives the exit code.
  private static func report(_ error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if let error = error as? ConfigurationError {
      for line in error.lines { Output.complain(line) }
      return ExitCode.couldNotDo.rawValue
    }
    let text = fullMessage(for: error)
    if exitCode(for: error).isSuccess {
      Output.write(text + "\n")
      return 0
    }
    Output.complain(text + hint())
    return 2
  }

  /// A line for those who name a file but no verb.
  private static func hint() -> String {
    guard CommandLine.arguments.count > 1, let first = CommandLine.arguments.dropFirst().first, first.first != "-",
      !configuration.subcommands.contains(where: { $0._commandName == first }), Files.exists(first)
    else { return "" }
    return "\nTo read a form, write: \(ToolVersion.name) scan \(first.printable)"
  }

  private static func exit(withStatus status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }
}

/// Exit code 2: something could not be done, and a line on standard error said what.
extension ExitCode {
  static let couldNotDo = ExitCode(2)
  static let findings = ExitCode(1)
}
