import Analysis
import ArgumentParser
import LanguageServer
import Reporters

/// `consentlint lsp`: marks clauses while a form is written, in any editor that speaks LSP.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Run the language server, for editors.",
    discussion: """
      An editor starts this and talks to it. The folder editors/ has a recipe for each editor.

      Examples:
        consentlint lsp                      Talk on standard input and output.
        consentlint lsp --socket /tmp/c.sock Wait for one client at a Unix socket.

      The server reads files and nothing else: it opens no connection, and no text goes into a log.
      """)

  @Flag(help: "Talk on standard input and output; this is what happens anyway.")
  var stdio = false

  @Option(help: ArgumentHelp("Wait for one client at this Unix socket.", valueName: "path"), completion: .file())
  var socket: String?

  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if stdio, socket != nil { throw ValidationError("Use --stdio or --socket, not both.") }
  }

  func run() throws {
    let linter = try Run.linter(rulesIn: rules.folders, .all).linter
    let channel: FileChannel
    if let socket {
      guard let connected = LocalSocket.accept(at: socket) else { throw ExitCode.couldNotDo }
      channel = connected
    } else {
      channel = FileChannel(input: 0, output: 1)
      channel.widen()
    }
    let code = ServerLoop.run(
      channel, linter: linter, surroundings: EditorSurroundings(projects: EditorProjects(linter: linter)))
    if code != 0 { throw ExitCode(code) }
  }
}
