import Foundation
import TestSupport
import Testing

@testable import LanguageServer

/// Clients that do not keep to the protocol: the right error or none, and the session goes on.
@Suite struct HostileTests {
  /// The server still answers.
  private static func expectAlive(_ client: TestClient) throws {
    client.open("Your scans may be used to train AI.", uri: "file:///alive.txt")
    let hover = try client.request(
      "textDocument/hover",
      ["textDocument": TestClient.document("file:///alive.txt"), "position": TestClient.position(0, 25)])
    #expect(hover["contents"] != nil)
    #expect(try client.end() == 0)
  }

  @Test(arguments: [
    ("{", -32700), ("", -32700), ("nonsense", -32700), ("{}", -32600), ("[]", -32600), ("7", -32600),
    ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}", -32600),
    ("{\"jsonrpc\":\"2.0\",\"method\":7}", -32600),
  ])
  func wrongBodies(body: String, code: Int) throws {
    let client = try TestClient.connected()
    client.channel.send(MessageFramer.framed(Array(body.utf8)))
    #expect(try client.next("(fault)")["params"]?["code"]?.integer == code)
    try Self.expectAlive(client)
  }

  @Test func wrongHeadersAndLengths() throws {
    let client = try TestClient.connected()
    for text in [
      "Content-Length: nine\r\n\r\n{}", "\r\n\r\nGET / HTTP/1.1\r\n\r\n", "Content-Length: 999999999999\r\n\r\n",
    ] {
      client.channel.send(Array(text.utf8))
    }
    // Too short: the rest of the body is no header.
    client.channel.send(Array("Content-Length: 5\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1}".utf8))
    try Self.expectAlive(client)
  }

  /// Every request, with parameters of the wrong shape.
  @Test func wrongParameters() throws {
    let client = try TestClient.connected()
    client.open("Your scans may be used to train AI.")
    let shapes: [JSON] = [
      .null, [], 7, "x", ["textDocument": 7], ["textDocument": ["uri": 7]],
      ["textDocument": TestClient.document("file:///not-open.txt")],
      ["textDocument": TestClient.document(), "position": ["line": "x"], "range": [:], "positions": [7], "context": 7],
    ]
    for method in ClientRequest.allCases where method != .initialize && method != .shutdown {
      for shape in shapes {
        let code = try client.errorCode(method.rawValue, shape)
        #expect(code == nil || code == -32602, "\(method)")
      }
    }
    for method in ClientNotification.allCases where method != .exit {
      for shape in shapes { client.send(["jsonrpc": "2.0", "method": .string(method.rawValue), "params": shape]) }
    }
    client.send(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": [:]]])
    client.send(["jsonrpc": "2.0", "id": 4711, "result": .null])
    try Self.expectAlive(client)
  }

  @Test func positionsOutOfRange() throws {
    let client = try TestClient.connected()
    client.open("Your scans may be used to train AI.\n\u{1F600}")
    let far = [(0, 99_999), (99_999, 0), (2_147_483_647, 2_147_483_647), (-1, -1), (0, 1), (1, 1)]
    for (line, character) in far {
      let position: JSON = ["line": .integer(line), "character": .integer(character)]
      for method in ["hover", "completion"] {
        _ = try client.request(
          "textDocument/\(method)", ["textDocument": TestClient.document(), "position": position], checked: false)
      }
      _ = try client.request(
        "textDocument/selectionRange", ["textDocument": TestClient.document(), "positions": [position]], checked: false)
      let range: JSON = ["start": position, "end": ["line": 0, "character": 0]]
      _ = try client.request(
        "textDocument/codeAction",
        ["textDocument": TestClient.document(), "range": range, "context": ["diagnostics": []]], checked: false)
      client.send([
        "jsonrpc": "2.0", "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": "file:///forms/a.txt", "version": 2],
          "contentChanges": [["range": range, "text": "x"]],
        ],
      ])
    }
    try Self.expectAlive(client)
  }

  @Test func cancelStorm() throws {
    let files = TestFiles(
      Dictionary(
        uniqueKeysWithValues: (0..<40).map { ("/forms/\($0).txt", SessionTests.clause) }))
    let client = try TestClient.connected(folders: ["/forms"], files: files)
    client.open("Your scans may be used to train AI.")
    var ids: [RequestID] = []
    for index in 0..<500 {
      let id =
        index % 2 == 0
        ? client.begin("workspace/diagnostic", ["previousResultIds": []])
        : client.begin("textDocument/documentSymbol", ["textDocument": TestClient.document()])
      client.notify("$/cancelRequest", ["id": id.json])
      ids.append(id)
    }
    var cancelled = 0
    for id in ids {
      let answer = try client.answer(to: id)
      if let code = answer["error"]?["code"]?.integer {
        #expect(code == -32800)
        cancelled += 1
      }
    }
    #expect(cancelled > 0)
    try Self.expectAlive(client)
  }

  @Test func aDocumentOfTenMegabytes() throws {
    let client = try TestClient.connected()
    client.open(String(repeating: "x y z\n", count: 1_700_000) + "Your scans may be used to train AI.")
    let marks = try client.next("textDocument/publishDiagnostics", seconds: 300)["params"]?["diagnostics"]?.array
    // The clause, and that most of the text is in no language.
    let codes = Set((marks ?? []).compactMap { $0["code"]?.string })
    #expect(codes == ["ai.training", "unknown-language"])
    try Self.expectAlive(client)
  }

  @Test func endInsideAMessage() throws {
    let client = try TestClient.connected()
    client.channel.send(Array("Content-Length: 500\r\n\r\n{\"jsonrpc\"".utf8))
    client.channel.close()
    #expect(client.exitCode() == 1)
  }

  @Test func oneRequestIdTwice() throws {
    let client = try TestClient.connected()
    for _ in 0..<2 { client.send(["jsonrpc": "2.0", "id": "same", "method": "textDocument/rename", "params": [:]]) }
    for _ in 0..<2 { #expect(try client.next("(unasked)")["params"]?["error"]?["code"] == -32601) }
    try Self.expectAlive(client)
  }
}
