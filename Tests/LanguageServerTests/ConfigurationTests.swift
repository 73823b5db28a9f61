import TestSupport
import Testing

@testable import LanguageServer

/// The project's settings while they are written, and rules' names in remarks.
@Suite struct ConfigurationTests {
  private static let uri = "file:///forms/.consentlint.yaml"

  /// Knows one fault: `levels` is mistyped.
  private final class Faults: TestFiles, @unchecked Sendable {
    override func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault] {
      text.contains("levles")
        ? [ConfigurationFault(line: 2, column: 1, message: "unknown key `levles`; did you mean `levels`?")] : []
    }
  }

  /// The labels that are offered at the end of `text`.
  private static func offered(_ text: String, uri: String = Self.uri) throws -> [String] {
    let client = try TestClient.connected()
    client.open(text, uri: uri, language: "yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = TestClient.position(lines.count - 1, lines.last?.utf16.count ?? 0)
    let params: JSON = ["textDocument": TestClient.document(uri), "position": place]
    let result = try client.request("textDocument/completion", params)
    #expect(try client.end() == 0)
    return result["items"]?.array?.compactMap { $0["label"]?.string } ?? []
  }

  @Test(arguments: [
    ("", "fail-level", "ai.training"), ("fail-level: ", "never", "note:"),
    ("levels:\n  ai", "ai.training", "fail-level"),
    ("levels:\n  ai.training: ", "off", "ai.training"), ("levels:\n  ai.training:\n    ", "paths", "root"),
    ("off:\n  - ", "ai.*", "off"), ("off:\n- ", "missing.auth-revoke", "root"), ("off: [", "ai.training", "root"),
    ("kinds:\n  \"*.md\": ", "hipaa-authorization", "root"), ("limits:\n  ", "page-count", "root"),
    ("policy:\n  mine:\n    ", "require-when", "root"), ("policy:\n  mine:\n    require: ", "ai.training", "rule"),
    ("policy:\n  mine:\n    require-when:\n      when:\n        rule: x\n        stance: ", "offers-choice", "rule"),
    ("root: true\n", "levels", "true"),
  ])
  func completion(text: String, here: String, notHere: String) throws {
    let labels = try Self.offered(text)
    #expect(labels.contains(here) && !labels.contains(notHere), "\(labels.prefix(20))")
  }

  @Test func completionInRemarks() throws {
    let form = "file:///forms/a.md"
    let verbs = try Self.offered("Hello.\n\n<!-- consentlint: al", uri: form)
    #expect(verbs == ["allow", "allow-section", "allow-file"])
    let rules = try Self.offered("Hello.\n\n<!-- consentlint: allow ai.tr", uri: form)
    #expect(rules.contains("ai.training") && rules.contains("missing.auth-revoke") && rules.contains("ai.*"))
    #expect(try Self.offered("Hello.\n\n<!-- consentlint: allow ai.training -- bec", uri: form) == [])
  }

  @Test func faultsHoverAndAFix() throws {
    let client = try TestClient.connected(files: Faults())
    client.open("root: true\nlevles:\n  ai.training: error\n", uri: Self.uri, language: "yaml")
    let marks = try client.next("textDocument/publishDiagnostics")["params"]?["diagnostics"]?.array ?? []
    #expect(marks.map { $0["range"] } == [TestClient.range(1, 0, 6)])
    let params: JSON = [
      "textDocument": TestClient.document(Self.uri), "range": TestClient.range(1, 2, 2), "context": ["diagnostics": []],
    ]
    let actions = try client.request("textDocument/codeAction", params).array ?? []
    #expect(actions.first?["title"] == "Write levels")
    let edit = actions.first?["edit"]?["documentChanges"]?.array?.first?["edits"]?.array?.first
    #expect(edit == ["range": TestClient.range(1, 0, 6), "newText": "levels"])
    for (line, words) in [(0, "folders above"), (2, "AI")] {
      let hover = try client.request(
        "textDocument/hover",
        ["textDocument": TestClient.document(Self.uri), "position": TestClient.position(line, 3)])
      #expect(hover["contents"]?["value"]?.string?.contains(words) == true, "\(hover)")
    }
    // It is no form.
    for method in ["documentSymbol", "codeLens", "documentLink"] {
      let result = try client.request("textDocument/\(method)", ["textDocument": TestClient.document(Self.uri)])
      #expect(result == [])
    }
    #expect(try client.end() == 0)
  }
}
