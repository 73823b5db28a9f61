import Synchronization

/// Sends messages, one whole message at a time, from any thread.
final class Outbox: Sendable {
  /// What an answer to a request of our own is for.
  enum Awaited: Sendable { case configuration, nothing }

  private struct State {
    var lastID = 0
    /// The requests of our own that were not answered yet.
    var waiting: [RequestID: Awaited] = [:]
  }

  private let state = Mutex(State())
  private let inbox: Inbox
  private let send: @Sendable ([UInt8]) -> Void

  /// - Parameter send: writes all bytes; called for one message at a time.
  init(inbox: Inbox, send: @escaping @Sendable ([UInt8]) -> Void) {
    self.inbox = inbox
    self.send = send
  }

  /// Answers a request, once: later answers to the same request are dropped.
  func respond(to request: PendingRequest, _ result: Result<JSON, ResponseError>) {
    guard request.claimResponse() else { return }
    inbox.close(request)
    respond(id: request.id.json, result)
  }

  /// Answers a message that could not be read; `id` is null where it is not known.
  func respond(id: JSON, _ result: Result<JSON, ResponseError>) {
    switch result {
    case .success(let value): post(["jsonrpc": "2.0", "id": id, "result": value])
    case .failure(let error): post(["jsonrpc": "2.0", "id": id, "error": error.json])
    }
  }

  func notify(_ method: ServerMethod, _ params: JSON) {
    post(["jsonrpc": "2.0", "method": .string(method.rawValue), "params": params])
  }

  /// Sends a request to the client.
  func request(_ method: ServerMethod, _ params: JSON?, awaiting awaited: Awaited = .nothing) {
    let id = state.withLock { state in
      state.lastID += 1
      let id = RequestID.string("consentlint-\(state.lastID)")
      state.waiting[id] = awaited
      return id
    }
    post(["jsonrpc": "2.0", "id": id.json, "method": .string(method.rawValue), "params": params])
  }

  /// What the answer with this id is for; nil if nobody waits for it.
  func receive(_ id: RequestID) -> Awaited? {
    state.withLock { $0.waiting.removeValue(forKey: id) }
  }

  private func post(_ message: JSON) {
    var body: [UInt8] = []
    body.reserveCapacity(1024)
    message.write(to: &body)
    let framed = MessageFramer.framed(body)
    // The lock keeps messages whole.
    state.withLock { _ in send(framed) }
  }
}
