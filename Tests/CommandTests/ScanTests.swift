import Foundation
import Testing

/// `scan` as a process: what it prints where, and its exit code.
struct ScanTests {
  static let form = "Your scans may be used to train artificial intelligence.\n"

  @Test func readsAFile() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", Self.form)
    let result = try CommandLineTool.run(["scan", "form.txt"], in: folder.url)
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("I read form.txt: 9 words in 1 sentence.\n"))
    #expect(result.output.contains("Your scans may be used to train artificial intelligence."))
    #expect(result.output.contains("This is not legal advice."))
    #expect(result.errors == "")
  }

  @Test(arguments: [["scan"], ["scan", "-"]])
  func readsStandardInput(arguments: [String]) throws {
    let result = try CommandLineTool.run(arguments, input: Data(Self.form.utf8))
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("I read your text: 9 words in 1 sentence.\n"))
  }

  @Test func printsJSON() throws {
    let result = try CommandLineTool.run(["scan", "--format", "json"], input: Data(Self.form.utf8))
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(report["schema"] as? String == "consentlint/report/1")
    #expect((report["documents"] as? [[String: Any]])?.first?["path"] as? String == "<stdin>")
  }

  @Test func isEightyColumnsAndPlainWithoutATerminal() throws {
    let result = try CommandLineTool.run(["scan"], input: Data(Self.form.utf8))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    arguments: [
      (["--color", "always"], [:], true),
      (["--color", "always"], ["NO_COLOR": "1"], true),
      ([], ["CLICOLOR_FORCE": "1"], true),
      ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
    ])
  func colour(arguments: [String], environment: [String: String], isColoured: Bool) throws {
    let result = try CommandLineTool.run(
      ["scan"] + arguments, input: Data(Self.form.utf8), environment: environment)
    #expect(result.output.contains("\u{1B}[") == isColoured)
  }

  @Test func anEscapeSequenceInAFormNeverReachesTheTerminal() throws {
    let form = "Your scans may be used to train \u{1B}]0;owned\u{7}artificial intelligence.\n"
    for arguments in [["scan"], ["lint", "-"], ["scan", "--format", "json"]] {
      let result = try CommandLineTool.run(arguments, input: Data(form.utf8))
      #expect(!result.output.contains("\u{1B}"))
      #expect(!result.output.contains("\u{7}"))
    }
  }

  @Test func emptyInput() throws {
    let result = try CommandLineTool.run(["scan"])
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("<stdin>: error: There is no text in this document."))
    #expect(result.errorLines.count == 1)
  }

  @Test func missingFile() throws {
    let result = try CommandLineTool.run(["scan", "nowhere.txt"])
    #expect(result.code == 2)
    #expect(result.errors == "nowhere.txt: error: There is no such file. Check the name and the folder.\n")
  }

  @Test func folder() throws {
    let folder = try ScratchFolder()
    let result = try CommandLineTool.run(["scan", folder.url.path])
    #expect(result.code == 2)
    #expect(result.errors.contains("This is a folder, not a file."))
    #expect(result.errors.contains("consentlint lint"))
    #expect(result.errorLines.count == 1)
  }

  @Test func binaryFile() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0]))
    let result = try CommandLineTool.run(["scan", "form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("form.txt: error: "))
    #expect(result.errorLines.count == 1)
    #expect(!result.output.contains("I found no"))
  }

  @Test func invalidEncodingIsReadAndSaid() throws {
    var bytes = Data(Self.form.utf8)
    bytes.append(contentsOf: Array("The caf".utf8) + [0xC3, 0x28] + Array(" is open. \u{E9}\u{4E2D}\n".utf8))
    let result = try CommandLineTool.run(["scan"], input: bytes)
    #expect(result.code == 0)
    #expect(result.output.contains("train artificial intelligence"))
    #expect(result.errors.hasPrefix("<stdin>: warning: "))
  }

  @Test func oneBadFileLosesNothingOfTheOthers() throws {
    let folder = try ScratchFolder()
    try folder.write("a.txt", Self.form)
    try folder.write("b.txt", Data())
    try folder.write("c.txt", Self.form)
    let files = ["a.txt", "b.txt", "missing.txt", "c.txt"]
    let text = try CommandLineTool.run(["scan"] + files, in: folder.url)
    #expect(text.code == 2)
    #expect(text.output.contains("I read a.txt") && text.output.contains("I read c.txt"))
    #expect(text.errorLines.count == 2)
    let json = try CommandLineTool.run(["scan", "--format", "json"] + files, in: folder.url)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { $0["path"] as? String } == ["a.txt", "b.txt", "c.txt"])
    #expect(json.code == 2)
  }

  @Test func noWordOfTheDocumentOnStandardError() throws {
    let folder = try ScratchFolder()
    let secret = "Xylophonia"
    var bytes = Data("\(secret) may be used to train artificial intelligence. \(secret)\n".utf8)
    bytes.append(contentsOf: [0xFF, 0x0A])
    try folder.write("form.txt", bytes)
    try folder.write("bin.txt", bytes + Data([0, 0, 0, 0]))
    for verb in ["scan", "lint"] {
      let result = try CommandLineTool.run([verb, "form.txt", "bin.txt", "none.txt"], in: folder.url)
      #expect(!result.errors.contains(secret))
      #expect(!result.errors.isEmpty)
    }
  }

  @Test func aLongLineIsRead() throws {
    let words = String(repeating: "lorem ipsum dolor ", count: 20_000)
    let result = try CommandLineTool.run(["scan"], input: Data((words + Self.form).utf8))
    #expect(result.code == 0)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aReaderThatLeavesIsNoFault() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", String(repeating: Self.form + "\n", count: 5_000))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    // The second word of the result is the exit code of `scan`.
    shell.arguments = ["-c", #""$0" scan --all form.txt | head -n 1; echo "${PIPESTATUS[0]}""#]
    shell.arguments?.append(try CommandLineTool.executable().path)
    shell.currentDirectoryURL = folder.url
    let output = try FileHandle(forWritingTo: folder.write("out", Data()))
    let errors = try FileHandle(forWritingTo: folder.write("err", Data()))
    shell.standardOutput = output
    shell.standardError = errors
    try shell.run()
    shell.waitUntilExit()
    let lines = try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8).split(separator: "\n")
    #expect(lines.last == "0")
    #expect(try Data(contentsOf: folder.url.appending(path: "err")).isEmpty)
  }
}
