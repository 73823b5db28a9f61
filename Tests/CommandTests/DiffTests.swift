import Foundation
import Testing

/// `diff` and `annotate` as processes: formats, files and exit codes.
struct DiffCommandTests {
  private static let old = "Please read this.\n\nAll of your records are encrypted on our servers.\n"
  private static let new = "Please read this.\n\nYour scans may be used to train computer programs.\n"

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("old.txt", old)
    try folder.write("new.txt", new)
    try folder.write("more.txt", old + "\nYou may ask for a copy of your medical record.\n")
    return folder
  }

  @Test func aLossIsExitCodeOne() throws {
    let folder = try Self.folder()
    let result = try CommandLineTool.run(["diff", "old.txt", "new.txt"], in: folder.url)
    #expect(result.code == 1 && result.errors == "")
    #expect(result.output.contains("What the new version newly lets others do"))
    #expect(result.output.contains("What the new version no longer promises"))
    #expect(result.output.contains("(line 3)"))
  }

  @Test func aGainIsNone() throws {
    let folder = try Self.folder()
    let result = try CommandLineTool.run(["diff", "old.txt", "more.txt"], in: folder.url)
    #expect(result.code == 0)
    #expect(result.output.contains("1 clause stayed the same."))
    #expect(try CommandLineTool.run(["diff", "old.txt", "old.txt"], in: folder.url).code == 0)
  }

  @Test func eachFormatToAFile() throws {
    let folder = try Self.folder()
    for (format, start) in [("html", "<!DOCTYPE html>"), ("markdown", "# What"), ("json", "{"), ("text", "I compared")]
    {
      let result = try CommandLineTool.run(
        ["diff", "--format", format, "-o", "out", "old.txt", "new.txt"], in: folder.url)
      #expect(result.code == 1 && result.output == "")
      #expect(try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8).hasPrefix(start))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted().filter { !$0.hasPrefix("std") } == ["more.txt", "new.txt", "old.txt", "out"])
  }

  @Test(arguments: [
    (["diff", "old.txt", "missing.txt"], "missing.txt: error: There is no such file."),
    (["diff", "old.txt", "."], ".: error: This is a folder"),
    (["diff", "-", "-"], "Only one of the two versions"),
    (["diff", "old.txt", "new.txt", "-o", "no/out"], "no/out: error: There is no such folder."),
    (["diff", "old.txt", "new.txt", "-o", "."], ".: error: This is a folder."),
    (["diff", "old.txt", "empty.txt"], "empty.txt"),
    (["annotate", "old.txt", "-o", "old.txt"], "old.txt: error: This is the document itself."),
    (["annotate", "old.txt", "-o", "out"], "scan --format html old.txt"),
    (["annotate", "broken.docx", "-o", "out"], "broken.docx: error:"),
  ])
  func whatCannotBeDone(arguments: [String], line: String) throws {
    let folder = try Self.folder()
    try folder.write("empty.txt", "")
    try folder.write("broken.docx", Data("PK\u{3}\u{4}broken".utf8))
    let result = try CommandLineTool.run(arguments, in: folder.url)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(line), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
  }

  @Test("A link stays a link, a pipe stays a pipe")
  func whatIsNoFile() throws {
    let folder = try Self.folder()
    let link = folder.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "more.txt")
    let arguments = ["diff", "--format", "json", "old.txt", "new.txt", "-o"]
    #expect(try CommandLineTool.run(arguments + ["link"], in: folder.url).code == 1)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "more.txt")
    #expect(try String(contentsOf: folder.url.appending(path: "more.txt"), encoding: .utf8).hasPrefix("{"))

    let pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open at both ends, so that nobody waits.
    let descriptor = open(pipe, O_RDWR)
    defer { close(descriptor) }
    #expect(try CommandLineTool.run(arguments + ["pipe"], in: folder.url).code == 1)
    var first: UInt8 = 0
    #expect(read(descriptor, &first, 1) == 1 && first == UInt8(ascii: "{"))
    let type = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(type != .typeRegular)
  }
}
