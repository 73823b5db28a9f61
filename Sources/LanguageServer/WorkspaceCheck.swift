import Analysis
import SourceText
import Synchronization

/// What was said of files that have not changed since.
final class WorkspaceMemory: Sendable {
  struct Entry: Sendable {
    var stamp: String
    var settings: Settings
    var resultID: String
  }

  private let entries = Mutex<[String: Entry]>([:])

  subscript(path: String) -> Entry? {
    get { entries.withLock { $0[path] } }
    set { entries.withLock { $0[path] = newValue } }
  }
}

extension Server {
  /// Begins to check all forms of the workspace, with what is open as it is now.
  func startWorkspaceCheck(_ request: PendingRequest, _ params: JSON) {
    var previous: [String: String] = [:]
    for item in params["previousResultIds"]?.array ?? [] {
      if let uri = item["uri"]?.string { previous[uri] = item["value"]?.string }
    }
    let check = WorkspaceCheck(
      request: request, outbox: outbox, linter: linter, surroundings: surroundings, diagnostics: diagnostics,
      memory: workspaceMemory, settings: settings, folders: folders, documents: documents, previous: previous,
      partialToken: params["partialResultToken"], progressToken: params["workDoneToken"])
    progress = progress.filter { $0.value.request != nil }
    if let token = RequestID(params["workDoneToken"]) { progress[token] = WeakRequest(request: request) }
    work.add { check.run() }
  }
}

/// One run over all forms of the workspace. Ends as soon as its request is cancelled.
struct WorkspaceCheck: Sendable {
  let request: PendingRequest
  let outbox: Outbox
  let linter: Linter
  let surroundings: any Surroundings
  let diagnostics: DiagnosticWriter
  let memory: WorkspaceMemory
  let settings: Settings
  let folders: [String]
  var documents: [String: OpenDocument]
  let previous: [String: String]
  let partialToken: JSON?
  let progressToken: JSON?

  /// Documents in one partial result.
  private static let batch = 8

  func run() {
    var documents = documents
    var reports: [JSON] = []
    progress(["kind": "begin", "title": "Checking forms", "cancellable": true, "percentage": 0])
    for uri in documents.keys.sorted() {
      guard !request.isCancelled else { return cancel() }
      guard
        let report = documents[uri]?.report(
          linter, kind: surroundings.kind(uri: uri), language: surroundings.language(uri: uri)),
        let document = documents[uri]
      else { continue }
      guard !document.isConfiguration else { continue }
      let items = diagnostics.items(for: surroundings.marks(report, uri: uri), in: document.buffer, uri: uri)
      reports.append(self.report(uri, version: .integer(document.version), items))
    }
    var paths: [String] = []
    for folder in folders { paths += surroundings.documents(under: folder) }
    var seen = Set(documents.keys.compactMap(DocumentURI.path))
    for (index, path) in paths.enumerated() where seen.insert(path).inserted {
      guard !request.isCancelled else { return cancel() }
      if let report = report(onFile: path) { reports.append(report) }
      if partialToken != nil, reports.count >= Self.batch { flush(&reports) }
      if index % Self.batch == 0 {
        progress(["kind": "report", "percentage": .integer(index * 100 / paths.count)])
      }
    }
    guard !request.isCancelled else { return cancel() }
    progress(["kind": "end"])
    if partialToken != nil { flush(&reports) }
    outbox.respond(to: request, .success(["items": .array(reports)]))
  }

  private func cancel() {
    progress(["kind": "end", "message": "cancelled"])
    outbox.respond(to: request, .failure(.cancelled))
  }

  /// Sends what is there as a partial result.
  private func flush(_ reports: inout [JSON]) {
    guard let partialToken, !reports.isEmpty else { return }
    outbox.notify(.progress, ["token": partialToken, "value": ["items": .array(reports)]])
    reports = []
  }

  private func progress(_ value: JSON) {
    guard let progressToken else { return }
    outbox.notify(.progress, ["token": progressToken, "value": value])
  }

  private func report(onFile path: String) -> JSON? {
    let uri = DocumentURI.uri(of: path)
    let stamp = surroundings.stamp(of: path).map { $0 + surroundings.projectStamp(of: path) }
    if let stamp, let known = memory[path], known.stamp == stamp, known.settings == settings,
      previous[uri] == known.resultID
    {
      return unchanged(uri, version: .null, known.resultID)
    }
    guard let bytes = surroundings.read(path) else { return nil }
    let document = SourceDocument(name: path, bytes: bytes)
    let report = linter.check(
      document, kind: surroundings.kind(of: path), language: surroundings.language(of: path), answersQuestions: false)
    let items = diagnostics.items(for: surroundings.refined(report, at: path), in: TextBuffer(file: bytes), uri: uri)
    if let stamp {
      memory[path] = .init(stamp: stamp, settings: settings, resultID: DiagnosticWriter.resultID(items))
    }
    return self.report(uri, version: .null, items)
  }

  private func report(_ uri: String, version: JSON, _ items: [UInt8]) -> JSON {
    let id = DiagnosticWriter.resultID(items)
    if previous[uri] == id { return unchanged(uri, version: version, id) }
    return [
      "kind": "full", "uri": .string(uri), "version": version, "resultId": .string(id), "items": .written(items),
    ]
  }

  private func unchanged(_ uri: String, version: JSON, _ id: String) -> JSON {
    ["kind": "unchanged", "uri": .string(uri), "version": version, "resultId": .string(id)]
  }
}

extension TextBuffer {
  /// The text of a file, for its places; nil if it is not UTF-8, or begins with a mark that clients do not count.
  init?(file bytes: [UInt8]) {
    guard !bytes.starts(with: TextEncoding.utf8.byteOrderMark), String(validating: bytes, as: UTF8.self) != nil else {
      return nil
    }
    self.init(bytes)
  }
}
