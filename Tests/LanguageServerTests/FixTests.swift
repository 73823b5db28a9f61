import Analysis
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What the server offers to write, and that it mends what it says it mends.
@Suite struct FixTests {
  /// An authorization of our own that forgets how it is taken back.
  static let authorization = """
    # AUTHORIZATION TO RELEASE HEALTH INFORMATION

    I authorize Lakeside Clinic to release my protected health information as set out below. This authorization covers
    my visit notes, my test results and my scans from the last five years. The clinic gives them to my new doctor.

    ## Your rights

    You may ask us for a copy of this form. You do not have to sign it. We will treat you in the same way if you do not.

    ## What is released

    The records of my visits, of my tests and of my scans are released to the doctor whom I name here. Other records
    stay where they are. The clinic may use your data for any lawful purpose.

    Signature: ______________________

    Date: ________________
    """

  private static func opened(
    _ text: String, _ uri: String = "file:///forms/a.md", files: TestFiles = TestFiles(),
    capabilities: JSON = TestClient.fullCapabilities
  ) throws -> TestClient {
    let client = try TestClient.connected(capabilities, files: files)
    client.open(text, uri: uri, language: "markdown")
    return client
  }

  /// The diagnostics that are there now.
  private static func marks(_ client: TestClient, _ uri: String) throws -> [JSON] {
    let report = try client.request("textDocument/diagnostic", ["textDocument": TestClient.document(uri)])
    return try #require(report["items"]?.array)
  }

  /// The first diagnostic whose code begins with `code`.
  private static func mark(_ client: TestClient, _ code: String, _ uri: String = "file:///forms/a.md") throws -> JSON {
    let all = try marks(client, uri)
    return try #require(all.first { $0["code"]?.string?.hasPrefix(code) == true }, "\(all)")
  }

  private static func actions(
    _ client: TestClient, at range: JSON, _ uri: String = "file:///forms/a.md", only: [JSON]? = nil
  ) throws -> [JSON] {
    let context: JSON = ["diagnostics": [], "only": only.map { .array($0) }]
    let params: JSON = ["textDocument": TestClient.document(uri), "range": range, "context": context]
    return try client.request("textDocument/codeAction", params).array ?? []
  }

  /// `text` with the one edit that the resolved `action` makes in it.
  private static func applying(_ action: JSON, of client: TestClient, to text: String) throws -> String {
    let resolved = try client.request("codeAction/resolve", action)
    let change = try #require(resolved["edit"]?["documentChanges"]?.array?.first)
    #expect(change["textDocument"]?["version"] == 1)
    var document = OpenDocument(uri: "file:///forms/a.md", languageID: "markdown", version: 1, text: text)
    try document.apply(
      (change["edits"]?.array ?? []).reversed().map { ["range": $0["range"], "text": $0["newText"]] }, version: 2,
      .utf16)
    return String(decoding: document.buffer.bytes, as: UTF8.self)
  }

  @Test func wordingForWhatIsMissing() throws {
    let client = try Self.opened(Self.authorization)
    let uri = "file:///forms/a.md"
    let mark = try Self.mark(client, "missing.auth-revoke")
    let actions = try Self.actions(client, at: mark["range"] ?? .null)
    let action = try #require(
      actions.first { $0["title"]?.string?.hasPrefix("Add wording: \u{201C}You may cancel") == true })
    #expect(action["kind"] == "quickfix" && action["edit"] == nil)
    let text = try Self.applying(action, of: client, to: Self.authorization)
    client.change([["text": .string(text)]], uri: uri, version: 2)
    #expect(try Self.marks(client, uri).contains { $0["code"] == "missing.auth-revoke" } == false, "\(text)")
    let explain = try #require(actions.first { $0["title"] == "Explain missing.auth-revoke" })
    let command: JSON = ["command": explain["command"]?["command"], "arguments": explain["command"]?["arguments"]]
    _ = try client.request("workspace/executeCommand", command)
    #expect(try client.next("window/showDocument")["params"]?["uri"] == "file:///cache/missing.auth-revoke.html")
    #expect(try client.end() == 0)
  }

  /// Below a heading: at the end of its own text. At a signature: before its first line. Else behind the block.
  @Test func placesForWording() throws {
    let linter = try TestClient.linter.get()
    func place(_ text: String, at words: String, _ name: String = "a.md") throws -> Insertion? {
      var live = LiveAnalysis()
      let bytes = Array(text.utf8)
      live.check(SourceDocument(name: name, bytes: bytes), with: linter)
      let start = try #require(text.range(of: words)).lowerBound
      return live.insertion(forMissingAt: text.utf8.distance(from: text.startIndex, to: start))
    }
    func words(_ range: TextRange, in text: String) -> String {
      String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
    }
    let form = "# Form\n\n## Rights\n\nOne.\n\nTwo.\n\n### More\n\nThree.\n\nSignature: ____\n\nDate: ____\n"
    guard case .after(let block)? = try place(form, at: "Rights") else { return #expect(Bool(false)) }
    #expect(words(block, in: form) == "Two.")
    guard case .before(let signature)? = try place(form, at: "Signature") else { return #expect(Bool(false)) }
    #expect(words(signature, in: form).hasPrefix("Three") || words(signature, in: form).hasPrefix("Signature"))
    guard case .after(let last)? = try place("One.\n\nTwo two two.", at: "Two") else { return #expect(Bool(false)) }
    #expect(last == TextRange(start: 6, end: 18))
    #expect(try place(form, at: "wo.") == nil)
  }

  @Test func wordingInHTMLIsAParagraph() {
    let html = "<h2>Rights</h2>\r\n<p>One <b>two</b></p>\r\n<p class=\"x\">Signature</p>"
    let wording = MissingWording(buffer: TextBuffer(Array(html.utf8)), isHTML: true)
    let range = { (words: String) -> TextRange in
      let start = html.utf8.distance(from: html.startIndex, to: html.range(of: words)?.lowerBound ?? html.startIndex)
      return TextRange(start: start, end: start + words.utf8.count)
    }
    let after = wording.change(adding: "A & B.", at: .after(range("One <b>two")))
    #expect(
      [after].applied(to: Array(html.utf8))
        == Array(
          "<h2>Rights</h2>\r\n<p>One <b>two</b></p>\r\n<p>A &amp; B.</p>\r\n<p class=\"x\">Signature</p>".utf8))
    let before = wording.change(adding: "C.", at: .before(range("Signature")))
    #expect(
      [before].applied(to: Array(html.utf8))
        == Array(
          "<h2>Rights</h2>\r\n<p>One <b>two</b></p>\r\n<p>C.</p>\r\n<p class=\"x\">Signature</p>".utf8))
  }

  @Test func plainWords() throws {
    let client = try Self.opened(Self.authorization)
    let mark = try Self.mark(client, "wording.")
    let actions = try Self.actions(client, at: mark["range"] ?? .null)
    let action = try #require(actions.first { $0["title"]?.string?.hasPrefix("Write instead: ") == true })
    let text = try Self.applying(action, of: client, to: Self.authorization)
    #expect(!text.contains("any lawful purpose") && text.contains("["), "\(text)")
    #expect(try client.end() == 0)
  }

  static let training = "Your scans may be used to train AI."

  @Test(arguments: [
    ("a.md", "\(training)\n"), ("a.md", "Welcome.\n\nWe are glad. \(training) Thanks.\n"),
    ("a.md", "- one thing\n- \(training)\n"), ("a.txt", "Welcome.\n\n\(training)\n"),
    ("a.txt", "We are\nglad. \(training) Thanks.\n"), ("a.html", "<p>\(training)</p>"),
    ("a.html", "<p>Hello there. \(training)</p>"), ("a.html", "<ul><li>\(training)</li></ul>"),
  ])
  func remarksAllowWhatTheyAreFor(name: String, text: String) throws {
    let uri = "file:///forms/\(name)"
    let client = try Self.opened(text, uri, files: TestProject())
    let mark = try Self.mark(client, "ai.training", uri)
    let actions = try Self.actions(client, at: mark["range"] ?? .null, uri)
    let action = try #require(actions.first { $0["title"] == "Allow ai.training here, with a reason" })
    let remarked = try Self.applying(action, of: client, to: text)
    // It counts once there is a reason, and not before.
    client.change([["text": .string(remarked)]], uri: uri, version: 2)
    let open = try Self.marks(client, uri).map { $0["code"]?.string }
    #expect(open.contains("suppression.no-reason") && open.contains("ai.training"), "\(remarked)")
    client.change([["text": .string(remarked.replacing("...", with: "the board agreed"))]], uri: uri, version: 3)
    #expect(try Self.marks(client, uri).isEmpty, "\(remarked)")
    #expect(try client.end() == 0)
  }

  @Test func remarksThatSilenceNothing() throws {
    let text = """
      Hello.

      <!-- consentlint: allow ai.training -- agreed -->

      The clinic is open <!-- consentlint: allow ai.training -- agreed --> on Monday.

      <!-- consentlint: allow ai.training -- agreed -->
      \(Self.training)
      """
    let client = try Self.opened(text, files: TestProject())
    let everything = TestClient.range(0, 0, 0)
    #expect(try Self.actions(client, at: everything).contains { $0["kind"] == "source.fixAll.consentlint" } == false)
    let found = try Self.actions(client, at: everything, only: ["source.fixAll"])
    let all = try #require(found.first)
    let mended = try Self.applying(all, of: client, to: text)
    #expect(
      mended == "Hello.\n\n\nThe clinic is open on Monday.\n\n<!-- consentlint: allow ai.training -- agreed -->\n"
        + Self.training)
    let mark = try Self.mark(client, "suppression.unused")
    #expect(mark["tags"] == [1])
    let offered = try Self.actions(client, at: mark["range"] ?? .null)
    let one = try #require(offered.first)
    #expect(one["title"] == "Take this remark out")
    #expect(try Self.applying(one, of: client, to: text).hasPrefix("Hello.\n\n\nThe clinic"))
    #expect(try client.end() == 0)
  }

  @Test func theBaselineGetsALine() throws {
    let files = TestProject(baseline: "# consentlint baseline 1\na.txt\tai.training\tpermits\tffff\nz.md\tx.y\t-\t1\n")
    let client = try Self.opened(Self.training, files: files)
    let mark = try Self.mark(client, "ai.training")
    let actions = try Self.actions(client, at: mark["range"] ?? .null)
    let action = try #require(actions.first { $0["title"] == "Accept this ai.training in the baseline" })
    let edit = try client.request("codeAction/resolve", action)["edit"]?["documentChanges"]?.array?.first
    #expect(edit?["textDocument"] == ["uri": "file:///forms/.baseline", "version": .null])
    let insertion = try #require(edit?["edits"]?.array?.first)
    #expect(insertion["range"] == TestClient.range(1, 0, 0))
    #expect(insertion["newText"]?.string?.hasPrefix("a.md\tai.training\tpermits\t") == true)
    #expect(try client.end() == 0)
  }

  /// Clients that ask for no edit later get it at once.
  @Test func editsAtOnce() throws {
    let client = try Self.opened(
      Self.training, files: TestProject(),
      capabilities: ["textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]]]]
    )
    let actions = try Self.actions(client, at: TestClient.range(0, 20, 20))
    let edits = actions.filter { $0["command"] == nil }
    #expect(edits.count >= 3 && edits.allSatisfy { $0["edit"]?["changes"] != nil })
    #expect(try client.end() == 0)
  }
}
