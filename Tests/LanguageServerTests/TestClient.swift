import Analysis
import Foundation
import TestSupport
import Testing

@testable import LanguageServer

/// A client that runs a server in this process. Every message that the server sends is checked against the meta model,
/// and every request must get exactly one answer.
final class TestClient {
  let channel = MemoryChannel()
  let files: TestFiles
  /// Requests and notifications of the server that nobody took yet.
  private(set) var inbox: [JSON] = []
  private var lastID = 0
  private var methods: [RequestID: String] = [:]
  private var answers: [RequestID: JSON] = [:]
  private var progressMethods: [JSON: String] = [:]
  private let exit = ExitCode()

  final class ExitCode: @unchecked Sendable {
    private let condition = NSCondition()
    private var code: Int32?

    func set(_ code: Int32) {
      condition.withLock {
        self.code = code
        condition.broadcast()
      }
    }

    func wait(seconds: Double) -> Int32? {
      let deadline = Date().addingTimeInterval(seconds)
      condition.lock()
      defer { condition.unlock() }
      while code == nil, condition.wait(until: deadline) {}
      return code
    }
  }

  /// The linter is made once: in a debug build that takes a while.
  static let linter = Result { try Linter.builtIn() }

  /// Starts a server; it is not initialized.
  init(files: TestFiles = TestFiles()) throws {
    self.files = files
    let linter = try Self.linter.get()
    let (channel, exit) = (channel, exit)
    Thread.detachNewThread { exit.set(ServerLoop.run(channel, linter: linter, surroundings: files)) }
  }

  deinit { channel.close() }

  /// Starts a server and shakes hands with it.
  static func connected(
    _ capabilities: JSON = TestClient.fullCapabilities, options: JSON? = nil, folders: [String] = [],
    files: TestFiles = TestFiles()
  ) throws -> TestClient {
    let client = try TestClient(files: files)
    let list = folders.map { path -> JSON in ["uri": .string(DocumentURI.uri(of: path)), "name": "forms"] }
    let result = try client.request(
      "initialize",
      [
        "processId": .null, "rootUri": .null, "capabilities": capabilities, "initializationOptions": options,
        "workspaceFolders": .array(list),
      ])
    _ = try #require(result["capabilities"])
    client.notify("initialized", [:])
    return client
  }

  /// A client that publishes and pulls nothing of its own accord, with all that the server knows of.
  static let fullCapabilities: JSON = [
    "general": ["positionEncodings": ["utf-16"]],
    "workspace": [
      "workspaceEdit": ["documentChanges": true], "inlayHint": ["refreshSupport": true],
      "diagnostics": ["refreshSupport": true], "codeLens": ["refreshSupport": true],
      "semanticTokens": ["refreshSupport": true],
    ],
    "textDocument": [
      "publishDiagnostics": ["relatedInformation": true, "tagSupport": ["valueSet": [1, 2]]],
      "hover": ["contentFormat": ["markdown", "plaintext"]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix", "refactor"]]],
        "resolveSupport": ["properties": ["edit"]],
      ],
      "completion": ["completionItem": ["snippetSupport": true]],
    ],
    "window": ["showDocument": ["support": true], "workDoneProgress": true],
  ]

  // MARK: Sending

  func send(_ message: JSON) {
    channel.send(MessageFramer.framed(message.bytes))
  }

  func notify(_ method: String, _ params: JSON) {
    if let model = MetaModel.shared {
      #expect(model.faults(inParams: params, ofNotification: method) == [], "the test itself sends nonsense")
    }
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request and gives its id.
  func begin(_ method: String, _ params: JSON?, checked: Bool = true) -> RequestID {
    if checked, let model = MetaModel.shared {
      #expect(model.faults(inParams: params, ofRequest: method) == [], "the test itself sends nonsense")
    }
    lastID += 1
    let id = RequestID.number(lastID)
    methods[id] = method
    for key in ["partialResultToken", "workDoneToken"] {
      if let token = params?[key] { progressMethods[token] = method }
    }
    send(["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": params])
    return id
  }

  /// Sends a request and waits for its result; an error fails the test.
  func request(_ method: String, _ params: JSON? = nil, checked: Bool = true) throws -> JSON {
    let answer = try answer(to: begin(method, params, checked: checked))
    return try #require(answer["result"], "\(method): \(answer["error"] ?? .null)")
  }

  /// The code of the error that a request gets.
  func errorCode(_ method: String, _ params: JSON? = nil) throws -> Int? {
    try answer(to: begin(method, params, checked: false))["error"]?["code"]?.integer
  }

  /// The whole answer to a request.
  func answer(to id: RequestID) throws -> JSON {
    let found: JSON? = channel.wait { received in
      self.sort(&received)
      return self.answers.removeValue(forKey: id)
    }
    return try #require(found, "no answer to \(methods[id] ?? "?")")
  }

  /// Waits for a request or notification of the server.
  func next(_ method: String, seconds: Double = 300) throws -> JSON {
    let found: JSON? = channel.wait(seconds: seconds) { received in
      self.sort(&received)
      guard let index = self.inbox.firstIndex(where: { $0["method"]?.string == method }) else { return nil }
      return self.inbox.remove(at: index)
    }
    return try #require(found, "no \(method)")
  }

  /// What the server sent of a method until now.
  func all(_ method: String) -> [JSON] {
    channel.wait(seconds: 0) { received in
      self.sort(&received)
      return self.inbox.filter { $0["method"]?.string == method }
    } ?? []
  }

  /// Ends the session as the protocol asks for, and gives the exit code.
  func end() throws -> Int32? {
    _ = try request("shutdown")
    send(["jsonrpc": "2.0", "method": "exit"])
    return exitCode()
  }

  func exitCode(seconds: Double = 300) -> Int32? { exit.wait(seconds: seconds) }

  // MARK: Receiving

  private func sort(_ received: inout [JSON]) {
    for message in received { take(message) }
    received = []
  }

  private func take(_ message: JSON) {
    #expect(message["jsonrpc"]?.string == "2.0")
    if let method = message["method"]?.string {
      check(message, method)
      inbox.append(message)
      return
    }
    #expect((message["result"] == nil) != (message["error"] == nil), "a result or an error")
    if let error = message["error"], let model = MetaModel.shared {
      let codes = model.values(of: "ErrorCodes").union(model.values(of: "LSPErrorCodes"))
      #expect(codes.contains(error["code"]?.integer ?? 0) && error["message"]?.string?.isEmpty == false)
    }
    guard let id = RequestID(message["id"]) else {
      #expect(message["id"] == .null && message["error"] != nil)
      inbox.append(["method": "(fault)", "params": message["error"]])
      return
    }
    guard let method = methods[id] else {
      inbox.append(["method": "(unasked)", "params": message])
      return
    }
    if let result = message["result"], let model = MetaModel.shared {
      let faults = model.faults(inResult: result, of: method)
      #expect(faults.isEmpty, "\(method): \(faults.prefix(5))")
    }
    #expect(answers[id] == nil, "\(method) was answered twice")
    answers[id] = message
  }

  private func check(_ message: JSON, _ method: String) {
    guard let model = MetaModel.shared else { return }
    let params = message["params"]
    let faults =
      message["id"] == nil
      ? model.faults(inParams: params, ofNotification: method) : model.faults(inParams: params, ofRequest: method)
    #expect(faults.isEmpty, "\(method): \(faults.prefix(5))")
    guard method == "$/progress", let token = params?["token"], let value = params?["value"] else { return }
    guard let asked = progressMethods[token] else {
      Issue.record("progress that nobody asked for")
      return
    }
    let names = ["begin": "WorkDoneProgressBegin", "report": "WorkDoneProgressReport", "end": "WorkDoneProgressEnd"]
    let about =
      value["kind"]?.string.flatMap { names[$0] }.map { model.faults(value, as: $0) }
      ?? model.faults(inPartialResult: value, of: asked)
    #expect(about.isEmpty, "\(about.prefix(5))")
  }

  // MARK: Documents

  func open(_ text: String, uri: String = "file:///forms/a.txt", language: String = "plaintext", version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": .string(language), "version": .integer(version), "text": .string(text),
        ]
      ])
  }

  func change(_ changes: [JSON], uri: String = "file:///forms/a.txt", version: Int) {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)], "contentChanges": .array(changes),
      ])
  }

  static func document(_ uri: String = "file:///forms/a.txt") -> JSON { ["uri": .string(uri)] }

  static func position(_ line: Int, _ character: Int) -> JSON {
    ["line": .integer(line), "character": .integer(character)]
  }

  static func range(_ line: Int, _ start: Int, _ end: Int) -> JSON {
    ["start": position(line, start), "end": position(line, end)]
  }
}

extension JSON: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// Files in memory.
class TestFiles: Surroundings, @unchecked Sendable {
  private let lock = NSLock()
  private var files: [String: [UInt8]]
  private(set) var pages: [String: String] = [:]
  private var reads = 0

  init(_ files: [String: String] = [:]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  var readCount: Int { lock.withLock { reads } }

  func set(_ path: String, _ bytes: [UInt8]) { lock.withLock { files[path] = bytes } }

  func read(_ path: String) -> [UInt8]? {
    lock.withLock {
      reads += 1
      return files[path]
    }
  }

  func refined(_ report: DocumentReport, at path: String) -> DocumentReport { report }

  func baseline(of path: String) -> BaselinePlace? { nil }

  func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault] { [] }

  func documents(under folder: String) -> [String] {
    lock.withLock { files.keys.filter { $0.hasPrefix(folder + "/") }.sorted() }
  }

  func stamp(of path: String) -> String? { lock.withLock { files[path].map { "\($0.hashValue)" } } }

  func keep(page: String, named name: String) -> String? {
    lock.withLock {
      pages[name] = page
      return "/cache/\(name)"
    }
  }
}
