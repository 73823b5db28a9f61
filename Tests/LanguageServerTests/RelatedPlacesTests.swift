import Testing

@testable import LanguageServer

/// The two halves of a contradiction lead to each other.
@Suite struct RelatedPlacesTests {
  private static let promise = "We do not sell your health information."
  private static let payment = "We may receive payment from companies in exchange for your imaging data."
  private static let text = "\(promise)\n\nHello.\n\n\(payment)\n"
  private static let uri = "file:///forms/a.txt"

  private static func opened(_ capabilities: JSON = TestClient.fullCapabilities) throws -> TestClient {
    let client = try TestClient.connected(capabilities)
    client.open(text)
    return client
  }

  private static func place(_ line: Int) -> JSON {
    ["textDocument": TestClient.document(), "position": TestClient.position(line, 16)]
  }

  @Test func diagnostics() throws {
    let client = try Self.opened()
    let items = try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array ?? []
    let marks = items.filter { $0["code"] == "conflicts.no-sale-but-value" }
    #expect(marks.compactMap { $0["range"]?["start"]?["line"]?.integer } == [0, 4])
    #expect(marks.map { $0["severity"]?.integer } == [2, 4])
    let lines = marks.compactMap {
      $0["relatedInformation"]?.array?.first?["location"]?["range"]?["start"]?["line"]?.integer
    }
    #expect(lines == [4, 0])
    // The second half is no finding of its own.
    #expect(marks.map { $0["data"] != nil } == [true, false])
    #expect(try client.end() == 0)
  }

  @Test func clientsWithoutRelatedPlacesGetNone() throws {
    let client = try Self.opened([:])
    let items = try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array ?? []
    #expect(!items.isEmpty && items.allSatisfy { $0["relatedInformation"] == nil })
    #expect(try client.end() == 0)
  }

  @Test func definitionAndReferences() throws {
    let client = try Self.opened()
    for (line, other) in [(0, 4), (4, 0)] {
      let found = try client.request("textDocument/definition", Self.place(line)).array ?? []
      #expect(found.map { $0["range"]?["start"]?["line"]?.integer } == [other])
      #expect(found.first?["uri"]?.string == Self.uri)
      for (own, lines) in [(true, [0, 4]), (false, [other])] {
        let params: JSON = [
          "textDocument": TestClient.document(), "position": TestClient.position(line, 16),
          "context": ["includeDeclaration": .bool(own)],
        ]
        let places = try client.request("textDocument/references", params).array ?? []
        #expect(places.compactMap { $0["range"]?["start"]?["line"]?.integer } == lines)
      }
    }
    #expect(try client.request("textDocument/definition", Self.place(2)) == [])
    #expect(try client.end() == 0)
  }

  @Test func hoverAndLens() throws {
    let client = try Self.opened()
    for line in [0, 4] {
      let text = try client.request("textDocument/hover", Self.place(line))["contents"]?["value"]?.string ?? ""
      #expect(text.contains("(may not agree)") && text.contains("**The other part, line 5.**"), "\(text)")
    }
    let lens = try client.request("textDocument/codeLens", ["textDocument": TestClient.document()]).array?.first
    #expect(lens?["command"]?["title"]?.string?.contains("1 pair that may not agree") == true)
    #expect(try client.end() == 0)
  }
}
