import Analysis
import Reporters

/// A request that goes away once it is answered.
struct WeakRequest {
  weak var request: PendingRequest?
}

/// One session with one client. Handles one message at a time; long work goes to a queue with values of its own.
final class Server {
  enum State { case new, running, shutDown }

  let linter: Linter
  let surroundings: any Surroundings
  let outbox: Outbox
  let pages: RulePages
  let workspaceMemory = WorkspaceMemory()
  let work = WorkQueue()
  /// By token: the request whose progress the client shows. Tokens look like ids.
  var progress: [RequestID: WeakRequest] = [:]
  var client = ClientAbilities(.null)
  var settings = Settings()
  /// Paths of the client's folders.
  var folders: [String] = []
  var documents: [String: OpenDocument] = [:]
  /// By URI of an open document.
  var diagnosticMemory: [String: DiagnosticMemory] = [:]
  private(set) var state = State.new

  init(linter: Linter, surroundings: any Surroundings, outbox: Outbox) {
    self.linter = linter
    self.surroundings = surroundings
    self.outbox = outbox
    pages = RulePages(rules: linter.allRules, surroundings: surroundings)
  }

  /// Handles one message.
  ///
  /// - Returns: the exit code when the session is over.
  func handle(_ item: Inbox.Item) -> Int32? {
    switch item {
    case .end: return state == .shutDown ? 0 : 1
    case .notification(let method, let params):
      if method == ClientNotification.exit.rawValue { return state == .shutDown ? 0 : 1 }
      if state == .running { take(method, params) }
    case .request(let request, let method, let params): answer(request, method, params)
    case .response(let id, let result):
      if let awaited = outbox.receive(id), state == .running { take(result, for: awaited) }
    case .fault(let id, let error): outbox.respond(id: id?.json ?? .null, .failure(error))
    }
    return nil
  }

  // MARK: Requests

  private func answer(_ request: PendingRequest, _ method: String, _ params: JSON) {
    guard !request.isCancelled else { return outbox.respond(to: request, .failure(.cancelled)) }
    let known = ClientRequest(rawValue: method)
    switch state {
    case .new where known != .initialize:
      let error = ResponseError(.serverNotInitialized, "The first request must be initialize.")
      return outbox.respond(to: request, .failure(error))
    case .shutDown:
      return outbox.respond(to: request, .failure(ResponseError(.invalidRequest, "The server was shut down.")))
    case .new, .running: break
    }
    guard let known else {
      return outbox.respond(to: request, .failure(ResponseError(.methodNotFound, "There is no such method here.")))
    }
    switch known {
    case .initialize: initialize(request, params)
    case .shutdown:
      state = .shutDown
      outbox.respond(to: request, .success(.null))
    case .workspaceDiagnostic: startWorkspaceCheck(request, params)
    default:
      do throws(ResponseError) {
        let result = try respond(to: known, params)
        outbox.respond(to: request, request.isCancelled ? .failure(.cancelled) : .success(result))
      } catch {
        outbox.respond(to: request, .failure(error))
      }
    }
  }

  private func initialize(_ request: PendingRequest, _ params: JSON) {
    guard state == .new else {
      return outbox.respond(to: request, .failure(ResponseError(.invalidRequest, "initialize came twice.")))
    }
    guard params["capabilities"]?.members != nil else {
      return outbox.respond(to: request, .failure(.invalidParams("capabilities are missing")))
    }
    state = .running
    client = ClientAbilities(params)
    folders = client.folders
    if let options = params["initializationOptions"], !options.isNull { change(settings: options) }
    let result: JSON = [
      "capabilities": Capabilities.json(for: client),
      "serverInfo": ["name": .string(ToolVersion.name), "version": .string(ToolVersion.current)],
    ]
    outbox.respond(to: request, .success(result))
  }

  // MARK: Notifications

  private func take(_ method: String, _ params: JSON) {
    // Unknown notifications are no fault: clients send what the server did not ask for.
    guard let known = ClientNotification(rawValue: method) else { return }
    do throws(ResponseError) {
      switch known {
      case .initialized: begin()
      case .didOpen: try open(params)
      case .didChange: try change(params)
      case .didClose: try close(params)
      case .didChangeConfiguration: takeConfiguration(params)
      case .didChangeWorkspaceFolders: changeFolders(params)
      case .didChangeWatchedFiles: takeFileChanges(params)
      case .cancelProgress: if let token = RequestID(params["token"]) { progress[token]?.request?.cancel() }
      case .didSave, .setTrace, .exit: break
      }
    } catch {
      log("\(method): \(error.message)")
    }
  }

  /// Tells the client's log of a fault. Never any text of a document.
  func log(_ text: String) {
    outbox.notify(.logMessage, ["type": 1, "message": .string(text)])
  }

  private func changeFolders(_ params: JSON) {
    let paths = { (list: JSON?) in (list?.array ?? []).compactMap { $0["uri"]?.string.flatMap(DocumentURI.path) } }
    let removed = paths(params["event"]?["removed"])
    folders.removeAll { removed.contains($0) }
    for path in paths(params["event"]?["added"]) where !folders.contains(path) { folders.append(path) }
    refreshWorkspace()
  }

  private func takeFileChanges(_ params: JSON) {
    let names = (params["changes"]?.array ?? []).compactMap { $0["uri"]?.string?.split(separator: "/").last }
    if names.contains(".consentlint.yaml") {
      for index in documents.values.indices { documents.values[index].reset() }
    }
    refreshWorkspace()
  }

  /// Asks the client to ask again for the diagnostics of all files.
  func refreshWorkspace() {
    if client.refreshesDiagnostics { outbox.request(.refreshDiagnostics, nil) }
  }
}
