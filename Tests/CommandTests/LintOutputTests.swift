import Foundation
import Testing

/// `lint --format`, `--output` and `--statistics` as a process.
struct LintOutputTests {
  private func forms() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("a.txt", ProjectTests.training)
    try folder.write("b.md", "<!-- consentlint: allow ai.training -- the board agreed -->\n\n" + ProjectTests.training)
    return folder
  }

  private func lint(_ arguments: String..., in folder: ScratchFolder) throws -> CommandLineTool.Result {
    try CommandLineTool.run(["lint"] + arguments, in: folder.url)
  }

  private func text(_ name: String, in folder: ScratchFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test func severalOutputsAtOnce() throws {
    let folder = try forms()
    let result = try lint("-o", "sarif=out.sarif", "--output", "github=notes", "--output", "jsonl=lines", in: folder)
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("a.txt:1:") && result.output.split(separator: "\n").count == 1)
    #expect(try text("notes", in: folder).hasPrefix("::warning file=a.txt,line=1,endLine=1,col="))
    #expect(try text("lines", in: folder).split(separator: "\n").count == 2)
    for format in ["sarif", "github", "jsonl"] {
      let name = ["sarif": "out.sarif", "github": "notes", "jsonl": "lines"][format] ?? ""
      try FileManager.default.moveItem(
        at: folder.url.appending(path: name), to: folder.url.appending(path: ".\(format)"))
      #expect(try lint("--format", format, in: folder).output == text(".\(format)", in: folder))
    }
  }

  @Test func sarifTellsWhatWasAllowed() throws {
    let folder = try forms()
    let output = try lint("--format", "sarif", in: folder).output
    let log = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let suppressions = results.map { $0["suppressions"] as? [[String: String]] ?? [] }
    #expect(
      suppressions == [
        [], [["kind": "inSource", "status": "accepted", "justification": "the board agreed"]],
      ])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
    let help = try #require(rule["help"] as? [String: String])
    #expect(rule["id"] as? String == "ai.training")
    #expect(help["text"]?.contains("What to ask: ") == true)
  }

  @Test func whatCouldNotBeReadIsInTheOutputs() throws {
    let folder = try forms()
    try folder.write("empty.txt", "")
    let result = try lint(
      "a.txt", "empty.txt", "missing.txt", "-o", "sarif=s", "-o", "junit=j", "-o", "jsonl=l", "-o", "github=g",
      in: folder)
    #expect(result.code == 2)
    #expect(try text("s", in: folder).contains(#""executionSuccessful":false"#))
    #expect(try text("j", in: folder).contains(#"<error message="There is no such file."#))
    #expect(try text("l", in: folder).contains(#""path":"missing.txt","error":"There is no such file."#))
    #expect(try text("g", in: folder).contains("::error file=missing.txt::There is no such file."))
    #expect(try text("g", in: folder).contains("::error file=empty.txt::There is no text"))
  }

  @Test func failuresFollowTheFailLevel() throws {
    let folder = try forms()
    #expect(try lint("--format", "junit", in: folder).output.contains(#"failures="1""#))
    let never = try lint("--format", "junit", "--fail-on", "never", in: folder)
    #expect(never.code == 0 && !never.output.contains("<failure"))
    #expect(try lint("--format", "markdown", in: folder).output.contains("makes the check fail (1)"))
  }

  @Test func fullMarksTheWords() throws {
    let folder = try forms()
    let lines = try lint("--format", "full", "a.txt", in: folder).output.split(separator: "\n")
    #expect(lines.count > 2 && lines[0].hasSuffix("[ai.training]"))
    let marks = try #require(lines.first { $0.contains("^") })
    let start = try #require(marks.firstIndex(of: "^"))
    let column = marks.distance(from: marks.startIndex, to: start)
    #expect(lines[1].dropFirst(column).hasPrefix("used to train"), "\(lines)")
    let coloured = try lint("--format", "full", "--color", "always", "a.txt", in: folder).output
    #expect(coloured.contains("\u{1B}["))
  }

  @Test func statisticsCount() throws {
    let folder = try forms()
    let result = try lint("--statistics", in: folder)
    #expect(result.code == 1)
    #expect(result.output.contains("1 finding in 1 (1 warning); 1 allowed\n"))
    #expect(result.output.contains("warning  ai.training"))
    #expect(try lint("--statistics", "--format", "json", in: folder).code == 2)
  }

  @Test(arguments: [
    ("sarif=nowhere/out", "nowhere/out: error: There is no such folder."), ("sarif=.", ".: error: This is a folder."),
    ("sarif", "The value 'sarif' is invalid"), ("docx=out", "The formats are line, full, json,"),
  ])
  func outputsThatCannotBe(output: String, message: String) throws {
    let folder = try forms()
    let result = try lint("-o", output, in: folder)
    #expect(result.code == 2 && result.errors.contains(message), "\(result.errors)")
    #expect(result.output == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.txt", "b.md"])
  }

  @Test func outputsDoNotOverwrite() throws {
    let folder = try forms()
    let form = try lint("-o", "sarif=./a.txt", "a.txt", in: folder)
    #expect(form.code != 0 && form.errors.contains("./a.txt is a form to be read"), "\(form.errors)")
    let twice = try lint("-o", "sarif=out", "-o", "json=./out", in: folder)
    #expect(twice.code != 0 && twice.errors.contains("Two outputs go to ./out"), "\(twice.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.txt", "b.md"])
  }

  /// Runs a line of shell in `folder` with the command as `$0`; gives what it wrote to standard error.
  private func shell(_ line: String, in folder: ScratchFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line, try CommandLineTool.executable().path]
    process.currentDirectoryURL = folder.url
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return errors
  }

  @Test func aFullDiskLeavesNothing() throws {
    let folder = try forms()
    let errors = try shell(
      """
      "$0" lint -o sarif=out.sarif >/dev/full; echo "code $?" >&2
      (ulimit -f 0; "$0" lint -o sarif=out.sarif >/dev/null; echo "code $?" >&2)
      """, in: folder)
    #expect(errors.contains("standard output: error: I cannot write"))
    #expect(errors.contains("out.sarif: error: I cannot write this"), "\(errors)")
    #expect(errors.split(separator: "\n").count { $0 == "code 2" } == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.txt", "b.md"])
  }

  @Test func aReaderThatLeavesEndsTheRun() throws {
    let folder = try ScratchFolder()
    for number in 0..<200 { try folder.write("f\(number).txt", ProjectTests.training) }
    let errors = try shell(#""$0" lint --format full . | true; echo "code ${PIPESTATUS[0]}" >&2"#, in: folder)
    #expect(errors.contains("code 1"))
    #expect(!errors.contains("200 findings"), "\(errors)")
  }

  @Test func twoRunsOnOneFile() throws {
    let folder = try forms()
    let errors = try shell(
      #"for i in 1 2 3 4 5 6; do "$0" lint -o json=out.json >/dev/null 2>&1 & done; wait"#, in: folder)
    #expect(errors == "")
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appending(path: "out.json")))
    #expect(((report as? [String: Any])?["documents"] as? [Any])?.count == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["a.txt", "b.md", "out.json"])
  }
}
