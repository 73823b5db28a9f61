import Foundation
import Testing

/// What a project set counts in the editor as in CI.
struct EditorProjectTests {
  /// The messages of the marks of `path`, which the server is asked for after it was opened.
  private func marks(_ path: String, in folder: ScratchFolder) throws -> String {
    let uri = folder.url.resolvingSymlinksInPath().appending(path: path).absoluteString
    let text = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    let document: [String: Any] = ["uri": uri, "languageId": "plaintext", "version": 1, "text": text]
    let messages: [[String: Any]] = [
      ["id": 1, "method": "initialize", "params": ["capabilities": [String: Any]()]],
      ["method": "initialized", "params": [String: Any]()],
      ["method": "textDocument/didOpen", "params": ["textDocument": document]],
      ["id": 2, "method": "textDocument/diagnostic", "params": ["textDocument": ["uri": uri]]],
      ["id": 3, "method": "shutdown"], ["method": "exit"],
    ]
    var input = Data()
    for message in messages {
      let body = try JSONSerialization.data(withJSONObject: message.merging(["jsonrpc": "2.0"]) { own, _ in own })
      input += Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
    let result = try CommandLineTool.run(["lsp"], input: input, in: folder.url)
    #expect(result.code == 0)
    return try #require(
      result.output.split(separator: "Content-Length").first { $0.contains(#""id":2"#) }.map(String.init))
  }

  @Test func levelsPoliciesRemarksAndBaseline() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "a.txt", "# consentlint: allow ai.training -- agreed\n\(ProjectTests.training)\n\(ProjectTests.vendor)")
    #expect(try marks("a.txt", in: folder).contains("sharing.third-party-ai-vendor"))
    #expect(try !marks("a.txt", in: folder).contains("\"ai.training\""))
    try folder.write(
      ".consentlint.yaml",
      "root: true\nlevels: { sharing.*: error }\npolicy: { p: { require: security.*, message: Be safe. } }\n")
    let set = try marks("a.txt", in: folder)
    #expect(set.contains("policy.p") && set.contains("Be safe."))
    // 1 = error
    #expect(set.contains(#""severity":1"#))
    try folder.write(".consentlint.yaml", "root: true\nbaseline: accepted\n")
    #expect(try CommandLineTool.run(["baseline", "create"], in: folder.url).code == 0)
    #expect(try marks("a.txt", in: folder).contains(#""items":[]"#))
    try folder.write(".consentlint.yaml", "root: true\nignore: a.txt\n")
    #expect(try marks("a.txt", in: folder).contains(#""items":[]"#))
  }

  @Test func whatIsWrongIsAMark() throws {
    let folder = try ScratchFolder()
    try folder.write("a.txt", ProjectTests.training)
    try folder.write(".consentlint.yaml", "root: true\nlevls: 1\n")
    let marks = try marks("a.txt", in: folder)
    #expect(marks.contains(".consentlint.yaml:2:1: error: unknown key `levls`; did you mean `levels`?"))
    #expect(marks.contains("\"ai.training\""))
  }
}
