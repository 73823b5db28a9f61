import Analysis
import Foundation
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// All forms of a folder, open or not.
@Suite struct WorkspaceTests {
  private static let clause = SessionTests.clause

  @Test func allFormsOfTheFolder() throws {
    let files = TestFiles([
      "/forms/a.txt": Self.clause, "/forms/b b.md": "# Title\n\n\(Self.clause)", "/forms/c.txt": "Nothing.",
      "/elsewhere/d.txt": Self.clause,
    ])
    let client = try TestClient.connected(folders: ["/forms"], files: files)
    client.open("Not \(Self.clause)", uri: "file:///forms/a.txt", version: 7)
    let result = try client.request("workspace/diagnostic", ["previousResultIds": []])
    let reports = result["items"]?.array ?? []
    #expect(
      reports.map { $0["uri"]?.string } == ["file:///forms/a.txt", "file:///forms/b%20b.md", "file:///forms/c.txt"])
    #expect(reports.map { $0["version"]?.integer } == [7, nil, nil])
    #expect(reports[1]["items"]?.array?.first?["range"]?["start"]?["line"] == 2)
    // The same again: nothing changed, and nothing is read.
    let previous = reports.map { report -> JSON in ["uri": report["uri"], "value": report["resultId"]] }
    let before = files.readCount
    let again = try client.request("workspace/diagnostic", ["previousResultIds": .array(previous)])
    #expect(again["items"]?.array?.allSatisfy { $0["kind"] == "unchanged" } == true)
    #expect(files.readCount == before)
    files.set("/forms/c.txt", Array(Self.clause.utf8))
    let third = try client.request("workspace/diagnostic", ["previousResultIds": .array(previous)])
    #expect(third["items"]?.array?.map { $0["kind"]?.string } == ["unchanged", "unchanged", "full"])
    #expect(try client.end() == 0)
  }

  @Test func partialResultsAndProgress() throws {
    let files = TestFiles(
      Dictionary(uniqueKeysWithValues: (0..<20).map { ("/forms/\($0).txt", Self.clause) }))
    let client = try TestClient.connected(folders: ["/forms"], files: files)
    let result = try client.request(
      "workspace/diagnostic", ["previousResultIds": [], "partialResultToken": "p", "workDoneToken": 9])
    #expect(result["items"] == [])
    let progress = client.all("$/progress").compactMap { $0["params"] }
    let partial = progress.filter { $0["token"] == "p" }.flatMap { $0["value"]?["items"]?.array ?? [] }
    #expect(partial.count == 20)
    let steps = progress.filter { $0["token"] == 9 }.compactMap { $0["value"]?["kind"]?.string }
    #expect(steps.first == "begin" && steps.last == "end")
    #expect(try client.end() == 0)
  }

  /// The button beside a progress bar.
  @Test func progressCanBeCancelled() throws {
    let files = TestFiles(
      Dictionary(uniqueKeysWithValues: (0..<300).map { ("/forms/\($0).txt", Self.clause) }))
    let client = try TestClient.connected(folders: ["/forms"], files: files)
    let id = client.begin("workspace/diagnostic", ["previousResultIds": [], "workDoneToken": "bar"])
    client.notify("window/workDoneProgress/cancel", ["token": "bar"])
    let answer = try client.answer(to: id)
    #expect(answer["error"]?["code"] == -32800 || answer["result"] != nil)
    let kinds = client.all("$/progress").compactMap { $0["params"]?["value"]?["kind"]?.string }
    #expect(kinds.filter { $0 == "begin" }.count == kinds.filter { $0 == "end" }.count)
    #expect(try client.end() == 0)
  }

  @Test func foldersComeAndGo() throws {
    let files = TestFiles(["/one/a.txt": Self.clause, "/two/b.txt": Self.clause])
    let client = try TestClient.connected(folders: ["/one"], files: files)
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      [
        "event": [
          "added": [["uri": "file:///two", "name": "two"]], "removed": [["uri": "file:///one", "name": "one"]],
        ]
      ])
    let result = try client.request("workspace/diagnostic", ["previousResultIds": []])
    #expect(result["items"]?.array?.map { $0["uri"]?.string } == ["file:///two/b.txt"])
    #expect(try client.end() == 0)
  }

  /// Marks in files of other encodings are where an editor that opened them would show them.
  @Test func encodingsOfFiles() throws {
    let text = "Caf\u{E9}.\n\(Self.clause)"
    let files = TestFiles()
    files.set("/forms/1.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    files.set("/forms/2.txt", TextEncoding.utf8.byteOrderMark + Array(text.utf8))
    files.set("/forms/3.txt", text.unicodeScalars.map { UInt8($0.value) })
    files.set("/forms/4.txt", Array(text.utf8))
    let client = try TestClient.connected(folders: ["/forms"], files: files)
    let reports = try client.request("workspace/diagnostic", ["previousResultIds": []])["items"]?.array ?? []
    let ranges = reports.map { $0["items"]?.array?.first { $0["code"] == "ai.training" }?["range"] }
    #expect(ranges.count == 4 && Set(ranges).count == 1, "\(ranges)")
    #expect(try client.end() == 0)
  }

  /// The same findings through both doors: the linter that the command uses, and the server.
  @Test(.enabled(if: Shared.isThere, "needs ../shared"))
  func sameAsTheCommand() throws {
    let linter = try TestClient.linter.get()
    let client = try TestClient.connected([
      "general": ["positionEncodings": ["utf-32"]], "textDocument": ["diagnostic": [:]],
    ])
    var total = 0
    for url in try Shared.formTexts() {
      let bytes = [UInt8](try Data(contentsOf: url))
      guard let text = String(validating: bytes, as: UTF8.self), text.first != "\u{FEFF}" else { continue }
      let uri = DocumentURI.uri(of: url.path)
      client.open(text, uri: uri)
      let items = try client.request("textDocument/diagnostic", ["textDocument": TestClient.document(uri)])["items"]
      let marks = (items?.array ?? []).filter { $0["data"] != nil }
      let findings = linter.check(SourceDocument(name: url.path, bytes: bytes)).findings
      total += findings.count
      let same = zip(marks, findings).allSatisfy { mark, finding in
        mark["code"]?.string == finding.rule && mark["message"]?.string == finding.message
          && mark["data"]?["fingerprint"]?.string == finding.fingerprint
          && mark["range"]?["start"] == TestClient.position(finding.start.line - 1, finding.start.column - 1)
          && mark["range"]?["end"] == TestClient.position(finding.end.line - 1, finding.end.column - 1)
      }
      #expect(marks.count == findings.count && same, "\(url.lastPathComponent)")
      client.notify("textDocument/didClose", ["textDocument": TestClient.document(uri)])
    }
    #expect(total > 1000)
    #expect(try client.end() == 0)
  }
}
