import Foundation
import Testing

/// `lint` as a process: its lines, its order and its exit code.
struct LintTests {
  @Test func oneLineAFindingAndExitCodeOne() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", "Hello.\n\n" + ScanTests.form)
    let result = try CommandLineTool.run(["lint", "form.txt"], in: folder.url)
    #expect(result.code == 1)
    let line = try #require(result.output.split(separator: "\n").first { $0.hasSuffix("[ai.training]") })
    #expect(line.hasPrefix("form.txt:3:"))
    #expect(line.contains(": warning: "))
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("in 1 document ("))
  }

  @Test func nothingFoundNothingSaid() throws {
    let result = try CommandLineTool.run(["lint", "-"], input: Data("The waiting room is on the left.\n".utf8))
    #expect(result.code == 0)
    #expect(result.output == "")
    #expect(result.errors == "")
  }

  @Test(arguments: [("note", Int32(1)), ("warning", 1), ("error", 0), ("never", 0)])
  func failLevel(level: String, code: Int32) throws {
    let result = try CommandLineTool.run(["lint", "--fail-on", level, "-"], input: Data(ScanTests.form.utf8))
    #expect(result.code == code)
    #expect(result.output.contains("[ai.training]"))
  }

  @Test func foldersAreWalkedInOrder() throws {
    let folder = try ScratchFolder()
    for path in ["b.md", "a/z.txt", "a/b/c.TXT", "c.text", ".hidden/x.txt", ".y.txt", "picture.png", "code.swift"] {
      try folder.write(path, ScanTests.form)
    }
    let files = FileManager.default
    try files.createSymbolicLink(at: folder.url.appending(path: "a/loop"), withDestinationURL: folder.url)
    try files.createSymbolicLink(atPath: folder.url.path + "/self.txt", withDestinationPath: "self.txt")
    let result = try CommandLineTool.run(["lint"], in: folder.url)
    #expect(result.code == 1)
    let paths = result.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }
    var order: [Substring] = []
    for path in paths where order.last != path { order.append(path) }
    #expect(order == ["a/b/c.TXT", "a/z.txt", "b.md", "c.text"])
  }

  @Test func namedFilesAreAlwaysReadAndOnce() throws {
    let folder = try ScratchFolder()
    try folder.write("form.consent", ScanTests.form)
    let result = try CommandLineTool.run(
      ["lint", "--format", "json", "form.consent", "form.consent"], in: folder.url)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((report["documents"] as? [Any])?.count == 1)
  }

  @Test func aFolderWithoutDocumentsIsSaid() throws {
    let folder = try ScratchFolder()
    let result = try CommandLineTool.run(["lint", folder.url.path])
    #expect(result.code == 2)
    #expect(result.errors.contains("There is no document in this folder"))
  }

  @Test func whatCouldNotBeReadWins() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", ScanTests.form)
    let result = try CommandLineTool.run(["lint", "missing.txt", "form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.output.contains("form.txt:1:"))
    #expect(result.errors.contains("missing.txt: error: There is no such file."))
    #expect(result.errors.contains("; 1 could not be read"))
  }

  @Test func aFileThatMayNotBeRead() throws {
    // Root may read everything.
    guard getuid() != 0 else { return }
    let folder = try ScratchFolder()
    let file = try folder.write("form.txt", ScanTests.form)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let result = try CommandLineTool.run(["lint", "form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.errors.contains("I may not read this."))
  }
}
