import Analysis
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What can be asked of a document.
@Suite struct FeatureTests {
  static let form = """
    # A FORM FOR SCANS

    ## Sharing

    We may share your records with:
    - our partners;
    - companies that make AI.

    ## Your choices

    Your scans may be used to train AI. You may opt out at any time.
    See 45 CFR 164.508(c) and 21 C.F.R. Part 50.

    We do not share
    your data with anyone.
    """

  private static let uri = "file:///forms/a.md"
  private static let document: JSON = ["textDocument": TestClient.document(uri)]

  private static func opened(
    _ capabilities: JSON = TestClient.fullCapabilities, options: JSON? = nil
  ) throws -> TestClient {
    let client = try TestClient.connected(capabilities, options: options)
    client.open(form, uri: uri, language: "markdown")
    return client
  }

  @Test func hover() throws {
    let client = try Self.opened()
    let place: JSON = ["textDocument": TestClient.document(Self.uri), "position": TestClient.position(10, 25)]
    let hover = try client.request("textDocument/hover", place)
    let text = try #require(hover["contents"]?["value"]?.string)
    #expect(hover["contents"]?["kind"] == "markdown")
    for part in ["**Why it matters.**", "**A patient would ask.**", "[ai.training](file:///cache/ai.training.html)"] {
      #expect(text.contains(part), "\(text)")
    }
    let nowhere: JSON = ["textDocument": TestClient.document(Self.uri), "position": TestClient.position(0, 3)]
    #expect(try client.request("textDocument/hover", nowhere) == .null)
    let plain = try Self.opened([:])
    #expect(try plain.request("textDocument/hover", place)["contents"]?["kind"] == "plaintext")
  }

  @Test func hoverEscapesTheDocumentsWords() throws {
    let client = try TestClient.connected()
    client.open("We may share your [x](http://evil) <b>records</b> with our partners.")
    let result = try client.request(
      "textDocument/hover", ["textDocument": TestClient.document(), "position": TestClient.position(0, 60)])
    #expect(result["contents"]?["value"]?.string?.contains("](http://evil") != true)
  }

  @Test func symbols() throws {
    let client = try Self.opened()
    let tree = try client.request("textDocument/documentSymbol", Self.document)
    let title = try #require(tree.array?.first)
    #expect(title["name"] == "A FORM FOR SCANS")
    #expect(title["children"]?.array?.map { $0["name"]?.string } == ["Sharing", "Your choices"])
    let choices = title["children"]?.array?.last?["children"]?.array ?? []
    #expect(choices.contains { $0["detail"] == "ai.training, permits" })
    Self.expectNested(tree.array ?? [])
    let list = try Self.opened([:]).request("textDocument/documentSymbol", Self.document)
    #expect(list.array?.allSatisfy { $0["location"] != nil } == true)
  }

  private static func expectNested(_ symbols: [JSON]) {
    for symbol in symbols {
      let (outer, inner) = (span(symbol["range"]), span(symbol["selectionRange"]))
      #expect(outer.0 <= inner.0 && inner.1 <= outer.1)
      for child in symbol["children"]?.array ?? [] {
        #expect(outer.0 <= span(child["range"]).0 && span(child["range"]).1 <= outer.1)
      }
      expectNested(symbol["children"]?.array ?? [])
    }
  }

  private static func span(_ range: JSON?) -> (LSPPosition, LSPPosition) {
    let none = LSPPosition(line: -1, character: -1)
    return (LSPPosition(range?["start"]) ?? none, LSPPosition(range?["end"]) ?? none)
  }

  @Test func folding() throws {
    let ranges = try Self.opened().request("textDocument/foldingRange", Self.document).array ?? []
    let lines = ranges.map { [$0["startLine"]?.integer ?? -1, $0["endLine"]?.integer ?? -1] }
    #expect(lines.contains([0, 14]) && lines.contains([2, 6]) && lines.contains([13, 14]), "\(lines)")
  }

  @Test func codeLens() throws {
    let client = try Self.opened()
    let lens = try #require(try client.request("textDocument/codeLens", Self.document).array?.first)
    let title = try #require(lens["command"]?["title"]?.string)
    #expect(title.contains("permission") && title.contains("choice"), "\(title)")
    let command: JSON = ["command": lens["command"]?["command"], "arguments": lens["command"]?["arguments"]]
    #expect(try client.request("workspace/executeCommand", command) == .null)
    #expect(try client.next("window/showMessage")["params"]?["message"]?.string == title)
  }

  @Test func inlayHintsAndSemanticTokensAreOffUntilAskedFor() throws {
    let range: JSON = [
      "textDocument": TestClient.document(Self.uri),
      "range": ["start": TestClient.position(0, 0), "end": TestClient.position(99, 0)],
    ]
    let quiet = try Self.opened()
    #expect(try quiet.request("textDocument/inlayHint", range) == [])
    #expect(try quiet.request("textDocument/semanticTokens/full", Self.document)["data"] == [])
    let client = try Self.opened(options: ["inlayHints": true, "semanticTokens": true])
    let hints = try client.request("textDocument/inlayHint", range).array ?? []
    #expect(hints.contains { $0["label"] == "permits" } && hints.contains { $0["label"] == "denies" })
    let data = try client.request("textDocument/semanticTokens/full", Self.document)["data"]?.array ?? []
    #expect(data.count % 5 == 0)
    for start in stride(from: 0, to: data.count, by: 5) {
      let token = data[start..<start + 5].compactMap(\.integer)
      #expect(token.count == 5 && token[0] >= 0 && token[1] >= 0 && token[2] > 0)
      #expect(token[3] < SemanticTokens.types.count)
    }
  }

  @Test func selectionRanges() throws {
    let result = try Self.opened().request(
      "textDocument/selectionRange",
      ["textDocument": TestClient.document(Self.uri), "positions": [TestClient.position(10, 25)]])
    var chain: [(LSPPosition, LSPPosition)] = []
    var next = result.array?.first
    while let range = next {
      chain.append(Self.span(range["range"]))
      next = range["parent"]
    }
    #expect(chain.count >= 4, "\(chain)")
    for (inner, outer) in zip(chain, chain.dropFirst()) { #expect(outer.0 <= inner.0 && inner.1 <= outer.1) }
  }

  @Test func documentLinks() throws {
    let links = try Self.opened().request("textDocument/documentLink", Self.document).array ?? []
    #expect(
      links.compactMap { $0["target"]?.string } == [
        "https://www.ecfr.gov/current/title-45/section-164.508", "https://www.ecfr.gov/current/title-21/part-50",
      ])
    #expect(links.first?["range"] == TestClient.range(11, 4, 18))
    #expect(DocumentLinks.find(in: Array("CFR 4 CFR x 123 CFR 5 9 CFR".utf8)).isEmpty)
  }

  @Test func codeActions() throws {
    let client = try Self.opened()
    let params: JSON = [
      "textDocument": TestClient.document(Self.uri), "range": TestClient.range(10, 20, 25),
      "context": ["diagnostics": []],
    ]
    let actions = try client.request("textDocument/codeAction", params).array ?? []
    let explain = try #require(actions.first { $0["title"] == "Explain ai.training" })
    #expect(try client.request("codeAction/resolve", explain) == explain)
    let command: JSON = ["command": explain["command"]?["command"], "arguments": explain["command"]?["arguments"]]
    _ = try client.request("workspace/executeCommand", command)
    #expect(try client.next("window/showDocument")["params"]?["uri"] == "file:///cache/ai.training.html")
    let addition = try #require(actions.first { $0["title"]?.string?.contains("(opt-out)") == true })
    #expect(addition["edit"] == nil)
    let resolved = try client.request("codeAction/resolve", addition)
    let change = try #require(resolved["edit"]?["documentChanges"]?.array?.first)
    #expect(change["textDocument"]?["version"] == 1)
    #expect(change["edits"]?.array?.first?["range"] == TestClient.range(10, 35, 35))
    client.change([["range": TestClient.range(0, 0, 0), "text": "x"]], uri: Self.uri, version: 2)
    #expect(try client.errorCode("codeAction/resolve", addition) == -32801)
  }

  @Test func codeActionsOfOtherKindsAreLeftOut() throws {
    let client = try Self.opened()
    let params: JSON = [
      "textDocument": TestClient.document(Self.uri), "range": TestClient.range(10, 20, 25),
      "context": ["diagnostics": [], "only": ["source"]],
    ]
    #expect(try client.request("textDocument/codeAction", params) == [])
  }

  @Test func completion() throws {
    let client = try TestClient.connected()
    client.open("Hello.\nopt\nwe opt")
    let at: (Int, Int) -> JSON = {
      ["textDocument": TestClient.document(), "position": TestClient.position($0, $1)]
    }
    let items = try client.request("textDocument/completion", at(1, 3))["items"]?.array ?? []
    let item = try #require(items.first { $0["label"] == "opt-out" })
    #expect(item["textEdit"]?["range"] == TestClient.range(1, 0, 3))
    #expect(item["textEdit"]?["newText"]?.string?.contains("${1:contact}") == true)
    #expect(try client.request("textDocument/completion", at(2, 6))["items"] == [])
  }

  /// A model clause says what it is for: the linter finds it with that stance, and nothing that is a risk.
  @Test(arguments: ModelClause.all.map(\.name))
  func modelClauses(name: String) throws {
    let clause = try #require(ModelClause.all.first { $0.name == name })
    let text = clause.text.replacing("[", with: "").replacing("]", with: "")
    let report = try TestClient.linter.get().check(SourceDocument(name: "a.txt", bytes: Array(text.utf8)))
    #expect(
      report.findings.contains { $0.rule == clause.rule && $0.stance == clause.stance },
      "\(report.findings.map(\.rule))")
    for finding in report.findings where finding.effect == .risk {
      #expect(finding.stance != .permits, "\(finding.rule)")
    }
  }
}
