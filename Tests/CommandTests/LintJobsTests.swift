import Foundation
import Testing

@testable import consentlint

/// `lint --jobs`, `--files-from` and `--watch`.
struct LintJobsTests {
  private func forms(_ count: Int) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for number in 0..<count {
      let filler = String(repeating: "The waiting room is on the left.\n\n", count: number * 7 % 50)
      try folder.write("forms/\(number % 3)/f\(number).txt", filler + ProjectTests.training)
    }
    try folder.write("forms/1/empty.txt", "")
    return folder
  }

  @Test func theOrderIsTheSameWithAnyNumberOfJobs() throws {
    let folder = try forms(80)
    for format in ["line", "jsonl", "sarif"] {
      let results = try ["1", "2", "7"].map {
        try CommandLineTool.run(["lint", "--format", format, "--jobs", $0, "forms", "no.txt"], in: folder.url)
      }
      #expect(results.allSatisfy { $0.code == 2 && $0.output == results[0].output && $0.errors == results[0].errors })
    }
    #expect(try CommandLineTool.run(["lint", "--jobs", "0"], in: folder.url).code == 2)
  }

  @Test func workIsHandedOverInOrderAndInParts() {
    var given = 0
    var taken: [Int] = []
    let work = OrderedWork<Int, Int>(jobs: 4) { $0 * $0 }
    work.run {
      given += 1
      return given <= 1000 ? given - 1 : nil
    } deliver: {
      #expect(given - taken.count <= 4 * 16 + 1)
      taken.append($0)
      return true
    }
    #expect(taken == (0..<1000).map { $0 * $0 })
  }

  @Test func workStopsWhenNobodyWantsIt() {
    var given = 0
    let work = OrderedWork<Int, Int>(jobs: 3) { $0 }
    work.run {
      given += 1
      return given
    } deliver: {
      $0 < 10
    }
    #expect(given < 10 + 3 * 16 + 2)
  }

  @Test(arguments: ["\n", "\r\n", "\0"])
  func aListOfPaths(separator: String) throws {
    let folder = try forms(6)
    let list = ["forms/2/f5.txt", "", "missing.txt", "forms/0"].joined(separator: separator) + separator
    try folder.write("list", list)
    let fromFile = try CommandLineTool.run(["lint", "--files-from", "list"], in: folder.url)
    let fromInput = try CommandLineTool.run(["lint", "--files-from", "-"], input: Data(list.utf8), in: folder.url)
    #expect(fromFile.output == fromInput.output && fromFile.code == 2 && fromInput.code == 2)
    let paths = fromFile.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
    #expect(paths == ["forms/2/f5.txt", "forms/0/f0.txt", "forms/0/f3.txt"])
    #expect(fromFile.errors.contains("missing.txt: error: There is no such file."))
  }

  @Test func listsThatCannotBe() throws {
    let folder = try forms(1)
    let missing = try CommandLineTool.run(["lint", "--files-from", "no-list"], in: folder.url)
    #expect(missing.code == 2 && missing.errors.hasPrefix("no-list: error: "))
    #expect(try CommandLineTool.run(["lint", "--files-from", "forms"], in: folder.url).code == 2)
    #expect(try CommandLineTool.run(["lint", "-", "--files-from", "-"], in: folder.url).code == 2)
    let long = String(repeating: "x", count: 200_000)
    let tooLong = try CommandLineTool.run(["lint", "--files-from", "-"], input: Data(long.utf8), in: folder.url)
    #expect(tooLong.code == 2 && tooLong.errorLines.count == 1)
    let none = try CommandLineTool.run(["lint", "--files-from", "/dev/null"], in: folder.url)
    #expect(none.code == 0 && none.output == "")
  }

  @Test func anUnreadableFolderIsTold() throws {
    // Root may read everything.
    guard getuid() != 0 else { return }
    let folder = try forms(3)
    let closed = folder.url.appending(path: "forms/1")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed.path) }
    let result = try CommandLineTool.run(["lint", "forms", "--format", "github"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.output.contains("::error file=forms/1::I may not read this."))
    #expect(result.output.contains("file=forms/0/f0.txt"))
  }

  @Test func watchChecksWhatChanges() throws {
    let folder = try forms(3)
    let output = try folder.write("out", Data())
    let process = Process()
    process.executableURL = try CommandLineTool.executable()
    process.arguments = ["lint", "--watch", "forms"]
    process.currentDirectoryURL = folder.url
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: try folder.write("errors", Data()))
    try process.run()
    defer { process.terminate() }
    func lines() throws -> [Substring] {
      try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    }
    /// Waits until `condition` holds; the limit is there only for a watch that does not work.
    func wait(for condition: () throws -> Bool) throws {
      for _ in 0..<300 where try !condition() { usleep(100_000) }
      let seen = try lines()
      #expect(try condition(), "\(seen)")
    }
    try wait { try lines().count == 3 }
    try wait { try String(contentsOf: folder.url.appending(path: "errors"), encoding: .utf8).contains("Ctrl-C") }
    try folder.write("forms/1/f1.txt", "Hello.\n\n" + ProjectTests.vendor)
    try wait { try lines().count == 4 }
    #expect(try lines().last?.hasPrefix("forms/1/f1.txt:3:") == true)
    try folder.write("forms/.consentlint.yaml", "levls: 1\n")
    try wait { try String(contentsOf: folder.url.appending(path: "errors"), encoding: .utf8).contains("unknown key") }
    try folder.write("forms/.consentlint.yaml", "root: true\nlevels: { ai.training: error }\n")
    try wait { try lines().count == 7 }
    #expect(try lines().contains { $0.contains(": error: ") })
    // The rules that a configuration names are settings too.
    func errors() throws -> String { try String(contentsOf: folder.url.appending(path: "errors"), encoding: .utf8) }
    try folder.write("forms/own/house/hello.yaml", "titl: Hello\n")
    try folder.write("forms/.consentlint.yaml", "root: true\nrules: own\n")
    try wait { try errors().contains("`titl`") }
    try folder.write("forms/own/house/hello.yaml", "title: Hello\neffekt: risk\n")
    try wait { try errors().contains("`effekt`") }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
    #expect(try CommandLineTool.run(["lint", "--watch", "--format", "json"], in: folder.url).code == 2)
  }
}
