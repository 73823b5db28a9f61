import Foundation
import TestSupport
import Testing

/// Every command in the pages for people runs, and the manual page knows every option.
struct DocumentationTests {
  static let pages = ["docs/patients.md", "docs/drafters.md", "docs/hospitals.md", "docs/rule-authors.md"]

  /// Words on two pages of paper, tables and examples among them.
  private static let wordLimit = 950

  @Test(arguments: pages)
  func everyCommandRuns(page: String) throws {
    let text = try String(contentsOf: Shared.root.appending(path: page), encoding: .utf8)
    let commands = Self.blocks("sh", in: text).flatMap { $0.split(separator: "\n") }
    #expect(!commands.isEmpty && text.split(whereSeparator: \.isWhitespace).count <= Self.wordLimit)
    let folder = try Self.home(rule: Self.blocks("yaml", in: text).first)
    for command in commands {
      let (code, errors) = try Self.shell(String(command), in: folder)
      // 1 says that something was found, or that a new version took something away.
      let highest: Int32 = command.contains(#/ (lint|diff) /#) ? 1 : 0
      #expect(code <= highest && !errors.contains("error: "), "\(page): \(command): exit code \(code)\n\(errors)")
    }
  }

  @Test(arguments: ["README.md", "ci/many-forms/README.md"])
  func everyCommandOfTheProgramIsOne(page: String) throws {
    let text = try String(contentsOf: Shared.root.appending(path: page), encoding: .utf8)
    let verbs = Self.blocks("sh", in: text).joined(separator: "\n").split(separator: "\n").compactMap {
      $0.firstMatch(of: /\bconsentlint ([a-z]+)((?: -{1,2}[a-z-]+)*)/)
    }
    #expect(!verbs.isEmpty)
    for verb in verbs {
      let help = try CommandLineTool.run([String(verb.1), "--help"]).output
      for option in verb.2.split(separator: " ") { #expect(help.contains(option), "\(page): \(verb.0)") }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs python3"))
  func theManualKnowsEveryOption() throws {
    let folder = try ScratchFolder()
    let script = Shared.root.appending(path: "scripts/install-manual.sh").path
    let (code, errors) = try Self.shell("\"\(script)\" \"$(command -v consentlint)\" \"$PWD/share\"", in: folder)
    #expect(code == 0 && errors == "", "\(errors)")
    let manual = try String(contentsOf: folder.url.appending(path: "share/man/man1/consentlint.1"), encoding: .utf8)
    for verb in ["scan", "lint", "letter", "diff", "annotate", "explain", "rules check", "baseline create", "lsp"] {
      #expect(manual.contains(".SS consentlint \(verb)\n"))
      let help = try CommandLineTool.run(verb.split(separator: " ").map(String.init) + ["--help"]).output
      for option in help.matches(of: /\n  (?:-[a-z], )?(--[a-z-]+)/) where !["--help", "--version"].contains(option.1) {
        #expect(manual.contains(option.1.replacing("-", with: "\\-")), "\(verb): \(option.1)")
      }
    }
    #expect(manual.contains("Default: line.") && manual.contains("Ctrl\\-C"))
    for file in ["bash-completion/completions/consentlint", "zsh/site-functions/_consentlint"] {
      let completion = try String(contentsOf: folder.url.appending(path: "share/\(file)"), encoding: .utf8)
      #expect(completion.contains("files-from") && completion.contains("sarif"))
    }
  }

  /// The contents of the fenced blocks of `language`.
  private static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// A repository with all files that the pages name.
  ///
  /// - Parameter rule: a rule of one's own, which a page shows.
  private static func home(rule: String?) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let sample = try String(
      contentsOf: Shared.root.appending(path: "Samples/imaging-ai-consent/document.txt"), encoding: .utf8)
    for name in ["form.txt", "form-new.txt", "consent.md", "forms/imaging.txt"] { try folder.write(name, sample) }
    try folder.write("form-old.txt", ProjectTests.vendor)
    try folder.write(
      "form.docx", Data(OfficeFile.docx("<w:p><w:r><w:t>\(ProjectTests.training)</w:t></w:r></w:p>")))
    if let rule, rule.contains("find:") { try folder.write("our-rules/house/fax.yaml", rule) }
    let git = "git -c user.name=a -c user.email=a@example.org"
    let (code, errors) = try shell(
      "git init -q && git add . && \(git) commit -qm forms && git update-ref refs/remotes/origin/main HEAD", in: folder)
    try #require(code == 0, "\(errors)")
    return folder
  }

  /// Runs a line of shell with the command on the search path and a form on standard input. What goes on until it is
  /// told to end is told so after a while.
  private static func shell(_ line: String, in folder: ScratchFolder) throws -> (code: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let limited = line.contains("--watch") ? "timeout --preserve-status -s INT 3 \(line)" : line
    process.arguments = ["-c", "set -o pipefail; \(limited)"]
    process.currentDirectoryURL = folder.url
    let program = try CommandLineTool.executable().deletingLastPathComponent().path
    process.environment = ["PATH": "\(program):/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"]
    let scratch = try ScratchFolder()
    let errors = try scratch.write("errors", Data())
    process.standardInput = try FileHandle(forReadingFrom: scratch.write("input", ProjectTests.training))
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }
}
