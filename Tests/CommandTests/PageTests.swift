import Foundation
import Testing

/// `scan --format html` and `markdown`, `letter` and `-o`, as processes.
struct PageTests {
  static let form = "We may share your scans with outside companies that develop artificial intelligence.\n"
  private let day = ["SOURCE_DATE_EPOCH": "1795478400"]

  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("form.txt", Self.form)
    return folder
  }

  @Test(arguments: ["html", "markdown"])
  func aPageCanBeMadeAgain(format: String) throws {
    let folder = try folder()
    for name in ["one", "two"] {
      let result = try CommandLineTool.run(
        ["scan", "--format", format, "-o", name, "form.txt"], environment: day, in: folder.url)
      #expect(result.code == 0)
      #expect(result.output == "" && result.errors == "")
    }
    let pages = try ["one", "two"].map { try String(contentsOf: folder.url.appending(path: $0), encoding: .utf8) }
    #expect(pages[0] == pages[1])
    #expect(pages[0].contains("2026") && pages[0].contains("artificial intelligence"))
    // The file's own hash, as other programs print it.
    #expect(pages[0].firstRange(of: /[0-9a-f]{64}/) != nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["form.txt", "one", "two"])
  }

  @Test func aPageIsAboutOneForm() throws {
    let folder = try folder()
    let result = try CommandLineTool.run(["scan", "--format", "html", "form.txt", "form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errorLines.count == 1)
  }

  @Test(arguments: [
    ("nowhere/page.html", "There is no such folder."), (".", "This is a folder."),
    ("form.txt/page.html", "A part of this path is a file"),
  ])
  func aPlaceThatCannotBeWrittenIsOneLine(path: String, message: String) throws {
    let folder = try folder()
    for arguments in [["scan", "--format", "html"], ["scan"], ["scan", "--format", "json"], ["letter"]] {
      let result = try CommandLineTool.run(arguments + ["-o", path, "form.txt"], in: folder.url)
      #expect(result.code == 2)
      #expect(result.errors.hasPrefix("\(path): error: \(message)"))
      #expect(result.errorLines.count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["form.txt"])
  }

  @Test func aFileIsReplacedAsAWholeAndALinkStaysOne() throws {
    let folder = try folder()
    try folder.write("old.html", String(repeating: "old ", count: 100_000))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "link.html"), withDestinationURL: folder.url.appending(path: "old.html"))
    let result = try CommandLineTool.run(
      ["scan", "--format", "html", "-o", "link.html", "form.txt"], in: folder.url)
    #expect(result.code == 0)
    let page = try String(contentsOf: folder.url.appending(path: "old.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.url.appending(path: "link.html").path)
        .hasSuffix("old.html"))
  }

  @Test func aDeviceStaysADevice() throws {
    let folder = try folder()
    let result = try CommandLineTool.run(["scan", "-o", "/dev/null", "form.txt"], in: folder.url)
    #expect(result.code == 0)
  }

  @Test func nothingIsWrittenForAFormThatWasNotRead() throws {
    let folder = try folder()
    try folder.write("bad.txt", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0]))
    for arguments in [["scan", "--format", "html"], ["letter"]] {
      let result = try CommandLineTool.run(arguments + ["-o", "page", "bad.txt"], in: folder.url)
      #expect(result.code == 2)
      #expect(result.errorLines.count == 1)
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "page").path))
    }
  }

  @Test func aLetterAsksWhatTheFormGivesReasonFor() throws {
    let result = try CommandLineTool.run(["letter"], input: Data(Self.form.utf8))
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("My name: ___"))
    #expect(result.output.contains("I ask you not to use my data in this way"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test func aLetterAsksWhatItIsTold() throws {
    let result = try CommandLineTool.run(["letter", "--ask", "access-log"], input: Data(Self.form.utf8))
    #expect(result.code == 0)
    #expect(result.output.contains("Who opened my records"))
    #expect(!result.output.contains("How my name is taken off"))
  }

  @Test func aLetterForWordIsAZipFile() throws {
    let folder = try folder()
    let result = try CommandLineTool.run(["letter", "-o", "letter.docx", "form.txt"], in: folder.url)
    #expect(result.code == 0)
    let bytes = try Data(contentsOf: folder.url.appending(path: "letter.docx"))
    #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
  }

  @Test(arguments: [
    (["--ask", "optout"], "--ask: error: I do not know “optout”. Choose from opt-out"),
    (["--ask", ""], "--ask: error: I do not know “”."),
    (["-o", "letter.pdf"], "letter.pdf: error: I write letters as text (.txt) or for Word (.docx)."),
  ])
  func mistakesAreOneLine(arguments: [String], message: String) throws {
    let folder = try folder()
    let result = try CommandLineTool.run(["letter"] + arguments + ["form.txt"], in: folder.url)
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix(message))
    #expect(result.errorLines.count == 1)
  }

  @Test func aFormWithNothingToAskAboutIsOneLine() throws {
    let result = try CommandLineTool.run(["letter"], input: Data("The clinic opens at nine.\n".utf8))
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("--ask opt-out"))
    #expect(result.errorLines.count == 1)
  }
}
