import Synchronization

/// A request on its way to its one response.
final class PendingRequest: Sendable {
  let id: RequestID
  private let cancelled = Atomic(false)
  private let answered = Atomic(false)

  init(id: RequestID) {
    self.id = id
  }

  /// True once the client wants no answer any more.
  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func cancel() {
    cancelled.store(true, ordering: .relaxed)
  }

  /// True for the first caller: it may respond.
  func claimResponse() -> Bool {
    !answered.exchange(true, ordering: .relaxed)
  }
}
