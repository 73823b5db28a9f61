import Foundation
import Testing

/// `baseline` and `lint --baseline` on real files.
struct BaselineCommandTests {
  private func run(_ arguments: String..., in folder: ScratchFolder) throws -> CommandLineTool.Result {
    try CommandLineTool.run(arguments, in: folder.url)
  }

  private func forms() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(".consentlint.yaml", "root: true\nbaseline: accepted\n")
    try folder.write("a/one.txt", ProjectTests.training)
    try folder.write("two.txt", "Hello.\n\n" + ProjectTests.vendor)
    return folder
  }

  private func accepted(_ folder: ScratchFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: "accepted"), encoding: .utf8)
  }

  @Test func onlyWhatIsNewIsTold() throws {
    let folder = try forms()
    #expect(try run("lint", in: folder).errors.contains("accepted: error: There is no such file."))
    let made = try run("baseline", "create", in: folder)
    #expect(made.code == 0 && made.output == "accepted: 2 findings are accepted.\n", "\(made.errors)")
    #expect(try run("lint", in: folder).code == 0)
    #expect(try accepted(folder).contains("a/one.txt\tai.training\tpermits\t"))
    try folder.write("a/one.txt", "A new first line.\n\n" + ProjectTests.training + "\n" + ProjectTests.vendor)
    let result = try run("lint", in: folder)
    #expect(result.code == 1)
    #expect(
      result.output.split(separator: "\n").count == 1 && result.output.contains("[sharing.third-party-ai-vendor]"))
    // The list is for paths from its own folder, wherever the command stands.
    let inside = try CommandLineTool.run(["lint", "one.txt"], in: folder.url.appending(path: "a"))
    #expect(inside.output.contains("one.txt:5:") && !inside.output.contains("ai.training"))
    #expect(try run("baseline", "create", in: folder).code == 2)
    #expect(try run("baseline", "update", in: folder).output == "accepted: 3 findings are accepted.\n")
    #expect(try run("lint", "--strict", in: folder).code == 0)
  }

  @Test func staleEntriesFailWithStrict() throws {
    let folder = try forms()
    _ = try run("baseline", "create", in: folder)
    try folder.write("a/one.txt", "Hello.\n")
    #expect(try run("lint", in: folder).code == 0)
    let strict = try run("lint", "--strict", in: folder)
    #expect(strict.code == 1)
    #expect(strict.errors.contains("accepted:3: error: a/one.txt no longer has this finding of ai.training."))
    try FileManager.default.removeItem(at: folder.url.appending(path: "two.txt"))
    #expect(try run("lint", "--strict", in: folder).errors.contains("accepted:4: error: two.txt no longer has"))
    #expect(try run("baseline", "prune", in: folder).output == "accepted: 0 findings are accepted.\n")
    #expect(try run("lint", "--strict", in: folder).code == 0)
  }

  @Test func pruneAcceptsNothingNew() throws {
    let folder = try forms()
    _ = try run("baseline", "create", in: folder)
    try folder.write("a/one.txt", ProjectTests.vendor)
    #expect(try run("baseline", "prune", "a", in: folder).output == "accepted: 1 finding is accepted.\n")
    #expect(try run("lint", in: folder).code == 1)
  }

  @Test func brokenLists() throws {
    let folder = try forms()
    _ = try run("baseline", "create", in: folder)
    let good = try accepted(folder)
    try folder.write("accepted", good + "<<<<<<< ours\n")
    for arguments in [["lint"], ["baseline", "update"], ["baseline", "prune"]] {
      let result = try CommandLineTool.run(arguments, in: folder.url)
      #expect(result.code == 2 && result.output == "")
      #expect(
        result.errors
          == "accepted:5:1: error: This is a mark of a merge that was not finished. Keep the lines of both sides.\n")
    }
    try folder.write("accepted", Data([0xFF]))
    #expect(try run("lint", in: folder).errors.contains("accepted: error: This is not a text in UTF-8."))
    #expect(try run("lint", "--baseline", "a", in: folder).errors.contains("a: error: This is a folder"))
    #expect(try run("baseline", "create", "--force", "--baseline", "/dev/null", in: folder).code == 2)
  }

  @Test func aFullDiskLeavesTheListAsItWas() throws {
    let folder = try forms()
    _ = try run("baseline", "create", in: folder)
    let before = try accepted(folder)
    try folder.write("a/one.txt", ProjectTests.training + ProjectTests.vendor)
    let tool = try CommandLineTool.executable().path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit -f 0; exec \"$0\" baseline update 2>&1 | cat >&2; exit 0", tool]
    process.currentDirectoryURL = folder.url
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(errors.contains("accepted: error: I cannot write this"), "\(errors)")
    #expect(try accepted(folder) == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == [".consentlint.yaml", "a", "accepted", "two.txt"])
  }

  @Test func severalRunsAtOnceLoseNothing() throws {
    let folder = try ScratchFolder()
    try folder.write(".consentlint.yaml", "root: true\nbaseline: accepted\n")
    for index in 0..<8 { try folder.write("f\(index).txt", ProjectTests.training) }
    try folder.write("empty.txt", "Hello.\n")
    #expect(try run("baseline", "create", "empty.txt", in: folder).code == 0)
    let processes = try (0..<8).map { index in
      let process = Process()
      process.executableURL = try CommandLineTool.executable()
      process.arguments = ["baseline", "update", "f\(index).txt"]
      process.currentDirectoryURL = folder.url
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.allSatisfy { $0.terminationStatus == 0 })
    #expect(try accepted(folder).split(separator: "\n").count == 2 + 8)
    #expect(try run("lint", "--strict", in: folder).code == 0)
  }

  @Test func whatCouldNotBeReadKeepsItsEntries() throws {
    let folder = try forms()
    _ = try run("baseline", "create", in: folder)
    let before = try accepted(folder)
    try folder.write("a/one.txt", "")
    #expect(try run("baseline", "update", in: folder).code == 2)
    #expect(try accepted(folder) == before)
    #expect(try run("lint", "--strict", in: folder).code == 2)
  }
}
