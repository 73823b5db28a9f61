import Foundation
import Testing

private let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

/// `lint --since` in real git repositories.
@Suite(.enabled(if: hasGit, "needs git"))
struct SinceTests {
  private func git(_ arguments: String..., in folder: ScratchFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments =
      ["-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "init.defaultBranch=main"] + arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func lint(_ arguments: String..., in folder: ScratchFolder, at path: String = "") throws
    -> CommandLineTool.Result
  {
    try CommandLineTool.run(["lint"] + arguments, in: path.isEmpty ? folder.url : folder.url.appending(path: path))
  }

  private func repository() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try git("init", "-q", in: folder)
    try folder.write(".consentlint.yaml", "root: true\n")
    try folder.write("forms/old name é.txt", "Hello, this is a form of our clinic.\n\n" + ProjectTests.training)
    try folder.write("forms/same.txt", ProjectTests.training)
    try git("add", ".", in: folder)
    try git("commit", "-q", "-m", "first", in: folder)
    return folder
  }

  @Test func onlyWhatTheChangeTouched() throws {
    let folder = try repository()
    let clean = try lint("--since", "HEAD", in: folder)
    #expect(clean.code == 0 && clean.output == "" && clean.errors == "")
    try folder.write(
      "forms/old name é.txt", "Hello, this is a form of our clinic.\n\n\(ProjectTests.training)\n\(ProjectTests.vendor)"
    )
    try folder.write("forms/new.txt", ProjectTests.training)
    let result = try lint("--since", "HEAD", in: folder)
    #expect(result.code == 1)
    #expect(
      result.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["forms/new.txt", "forms/old name é.txt"])
    #expect(result.output.contains("forms/old name é.txt:5:8: warning:"), "\(result.output)")
    // From a folder below, and over commits.
    try FileManager.default.removeItem(at: folder.url.appending(path: "forms/new.txt"))
    try git("add", ".", in: folder)
    try git("mv", "forms/old name é.txt", "forms/renamed.txt", in: folder)
    try git("commit", "-q", "-m", "second", in: folder)
    let below = try lint("--since", "HEAD~1", "renamed.txt", in: folder, at: "forms")
    #expect(below.output.hasPrefix("renamed.txt:5:8:") && below.output.split(separator: "\n").count == 1)
  }

  @Test func aPromiseThatBecameAPermission() throws {
    let folder = try repository()
    try folder.write("forms/same.txt", "We will not use your images to train computer programs.\n")
    try git("commit", "-q", "-a", "-m", "second", in: folder)
    try folder.write("forms/same.txt", "We will use your images to train computer programs.\n")
    let result = try lint("--since", "HEAD", "--format", "json", "forms", in: folder)
    #expect(result.code == 1)
    #expect(result.output.contains(#""rule":"ai.training","kind":"clause","stance":"permits""#))
    #expect(!result.output.contains("same.txt\",\"format\":\"text\",\"language\":\"en\",\"findings\":[]"))
  }

  @Test(arguments: ["no-such-branch", "--output=x", "HEAD^{tree}"])
  func unknownRevision(revision: String) throws {
    let result = try lint("--since=\(revision)", in: try repository())
    #expect(result.code == 2 && result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("--since: error: Git knows no revision \(revision) here."), "\(result.errors)")
  }

  @Test func noRepository() throws {
    let folder = try ScratchFolder()
    try folder.write("form.txt", ProjectTests.training)
    let result = try lint("--since", "HEAD", in: folder)
    #expect(result.code == 2)
    #expect(
      result.errors == "--since: error: This folder is in no git repository that I can read. --since needs one.\n")
  }
}
