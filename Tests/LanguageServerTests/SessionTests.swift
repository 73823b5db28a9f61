import Foundation
import TestSupport
import Testing

@testable import LanguageServer

/// How a session begins and ends, and what comes of documents in it.
@Suite struct SessionTests {
  static let clause = "Your scans may be used to train AI."

  @Test func beginningAndEnd() throws {
    let client = try TestClient.connected()
    #expect(try client.end() == 0)
  }

  @Test func exitWithoutShutdownIsAFault() throws {
    let client = try TestClient.connected()
    client.send(["jsonrpc": "2.0", "method": "exit"])
    #expect(client.exitCode() == 1)
    let other = try TestClient.connected()
    other.channel.close()
    #expect(other.exitCode() == 1)
  }

  @Test func requestsInTheWrongOrder() throws {
    let client = try TestClient()
    let hover: JSON = ["textDocument": TestClient.document(), "position": TestClient.position(0, 0)]
    #expect(try client.errorCode("textDocument/hover", hover) == -32002)
    #expect(try client.errorCode("shutdown") == -32002)
    #expect(try client.errorCode("initialize", ["processId": .null]) == -32602)
    let start: JSON = ["processId": .null, "rootUri": .null, "capabilities": [:]]
    #expect(try client.request("initialize", start)["capabilities"]?["positionEncoding"] == "utf-16")
    #expect(try client.errorCode("initialize", start) == -32600)
    #expect(try client.errorCode("textDocument/rename", [:]) == -32601)
    #expect(try client.errorCode("textDocument/hover", hover) == -32602)
    _ = try client.request("shutdown")
    #expect(try client.errorCode("textDocument/hover", hover) == -32600)
    client.send(["jsonrpc": "2.0", "method": "exit"])
    #expect(client.exitCode() == 0)
  }

  @Test(arguments: [("utf-8", ["utf-8", "utf-16"]), ("utf-32", ["ebcdic", "utf-32"]), ("utf-16", [])])
  func encodings(expected: String, offered: [String]) throws {
    let client = try TestClient()
    let result = try client.request(
      "initialize",
      [
        "processId": .null, "rootUri": .null,
        "capabilities": ["general": ["positionEncodings": .array(offered.map { .string($0) })]],
      ])
    #expect(result["capabilities"]?["positionEncoding"]?.string == expected)
    client.notify("initialized", [:])
    client.open("\u{1F600}\u{E9} \(Self.clause)")
    let marks = try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array ?? []
    let start = marks.first?["range"]?["start"]?["character"]?.integer ?? -1
    let before = "\u{1F600}\u{E9} Your scans may be "
    let counts = ["utf-8": before.utf8.count, "utf-16": before.utf16.count, "utf-32": before.unicodeScalars.count]
    #expect(start == counts[expected])
  }

  @Test func marksFollowTheTextAndGoWithIt() throws {
    let client = try TestClient.connected()
    client.open(Self.clause)
    let first = try client.next("textDocument/publishDiagnostics")["params"]
    #expect(first?["version"] == 1)
    let mark = try #require(first?["diagnostics"]?.array?.first)
    #expect(mark["code"] == "ai.training" && mark["severity"] == 2 && mark["source"] == "consentlint")
    #expect(mark["codeDescription"]?["href"] == "file:///cache/ai.training.html")
    #expect(client.files.pages["ai.training.html"]?.contains("Why it matters") == true)
    client.change([["range": TestClient.range(0, 0, 0), "text": "Hello.\n\n"]], version: 2)
    let second = try client.next("textDocument/publishDiagnostics")["params"]
    #expect(second?["version"] == 2)
    #expect(second?["diagnostics"]?.array?.first?["range"]?["start"]?["line"] == 2)
    client.change([["text": "Nothing here."]], version: 3)
    #expect(try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"] == [])
    client.notify("textDocument/didClose", ["textDocument": TestClient.document()])
    let last = try client.next("textDocument/publishDiagnostics")["params"]
    #expect(last?["diagnostics"] == [] && last?["version"] == nil)
    #expect(try client.end() == 0)
  }

  @Test func aBurstOfEditsIsPublishedInItsLastState() throws {
    let client = try TestClient.connected()
    client.open("")
    var burst: [UInt8] = []
    for version in 2...10_001 {
      let change: JSON = [
        "jsonrpc": "2.0", "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": "file:///forms/a.txt", "version": .integer(version)],
          "contentChanges": [["range": TestClient.range(0, version - 2, version - 2), "text": "x"]],
        ],
      ]
      burst += MessageFramer.framed(change.bytes)
    }
    client.channel.send(burst)
    let result = try client.request(
      "textDocument/documentSymbol", ["textDocument": TestClient.document()])
    #expect(result == [])
    while try client.next("textDocument/publishDiagnostics")["params"]?["version"] != 10_001 {}
    // Far fewer than the edits, and never more than a few a second.
    #expect(client.all("textDocument/publishDiagnostics").isEmpty)
    #expect(try client.end() == 0)
  }

  @Test func pulledDiagnostics() throws {
    let client = try TestClient.connected([
      "textDocument": ["diagnostic": [:]], "general": ["positionEncodings": ["utf-8"]],
    ])
    client.open(Self.clause)
    let params: (String?) -> JSON = {
      ["textDocument": TestClient.document(), "previousResultId": $0.map { .string($0) }]
    }
    let full = try client.request("textDocument/diagnostic", params(nil))
    #expect(full["kind"] == "full" && full["items"]?.array?.count == 1)
    let id = try #require(full["resultId"]?.string)
    #expect(try client.request("textDocument/diagnostic", params(id))["kind"] == "unchanged")
    // An edit that changes nothing for the reader of the marks.
    client.change([["range": TestClient.range(0, 35, 35), "text": " Thank you."]], version: 2)
    #expect(try client.request("textDocument/diagnostic", params(id))["kind"] == "unchanged")
    client.change([["range": TestClient.range(0, 0, 0), "text": "Hello. "]], version: 3)
    #expect(try client.request("textDocument/diagnostic", params(id))["kind"] == "full")
    // Who pulls is not pushed to.
    #expect(client.all("textDocument/publishDiagnostics").isEmpty)
    #expect(try client.end() == 0)
  }

  @Test func settings() throws {
    let client = try TestClient.connected(
      ["workspace": ["configuration": true, "didChangeConfiguration": ["dynamicRegistration": true]]],
      options: ["minimumLevel": "loud", "colour": true])
    let warnings = try (0..<2).map { _ in try client.next("window/showMessage")["params"]?["message"]?.string ?? "" }
    #expect(warnings.contains { $0.contains("consentlint.minimumLevel must be note, warning or error") })
    #expect(warnings.contains { $0.contains("no setting consentlint.colour") })
    let registration = try client.next("client/registerCapability")
    client.send(["jsonrpc": "2.0", "id": registration["id"], "result": .null])
    let question = try client.next("workspace/configuration")
    client.send(["jsonrpc": "2.0", "id": question["id"], "result": [["minimumLevel": "error"]]])
    client.open(Self.clause)
    #expect(try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"] == [])
    client.notify("workspace/didChangeConfiguration", ["settings": .null])
    let again = try client.next("workspace/configuration")
    client.send(["jsonrpc": "2.0", "id": again["id"], "result": [["minimumLevel": "note"]]])
    #expect(try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array?.count == 1)
    #expect(try client.end() == 0)
  }

  @Test func settingsThatArePushed() throws {
    let client = try TestClient.connected([:])
    client.open(Self.clause)
    #expect(try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array?.count == 1)
    client.notify(
      "workspace/didChangeConfiguration", ["settings": ["consentlint": ["minimumLevel": "error"]]])
    #expect(try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"] == [])
    #expect(try client.end() == 0)
  }
}
