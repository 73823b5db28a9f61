#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The messages that were read and not yet handled, in their order; a reader fills it, the server empties it.
///
/// A cancellation does not wait in the line: it reaches its request at once.
final class Inbox: @unchecked Sendable {
  enum Item {
    case request(PendingRequest, method: String, params: JSON)
    case notification(method: String, params: JSON)
    case response(id: RequestID, result: Result<JSON, ResponseError>)
    /// `id` is there if it can be told whom the fault concerns.
    case fault(id: RequestID?, ResponseError)
    /// The client has gone.
    case end
  }

  // All below is guarded by `mutex`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var items: [Item] = []
  private var first = 0
  private var open: [RequestID: PendingRequest] = [:]

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(filled, nil)
  }

  deinit {
    pthread_cond_destroy(filled)
    pthread_mutex_destroy(mutex)
    filled.deallocate()
    mutex.deallocate()
  }

  /// Sorts a message in.
  func put(_ message: Message) {
    locked {
      switch message {
      case .notification(method: "$/cancelRequest", let params):
        if let id = RequestID(params["id"]) { open[id]?.cancel() }
        return
      case .request(let id, let method, let params):
        let request = PendingRequest(id: id)
        open[id] = request
        items.append(.request(request, method: method, params: params))
      case .notification(let method, let params): items.append(.notification(method: method, params: params))
      case .response(let id, let result): items.append(.response(id: id, result: result))
      case .invalid(let id, let error): items.append(.fault(id: id, error))
      }
      pthread_cond_signal(filled)
    }
  }

  /// Notes that nothing more comes.
  func end() {
    locked {
      items.append(.end)
      pthread_cond_signal(filled)
    }
  }

  /// The next item; waits for one.
  func take() -> Item {
    locked {
      while first == items.count { pthread_cond_wait(filled, mutex) }
      let item = items[first]
      first += 1
      if first == items.count {
        items.removeAll(keepingCapacity: first < 1024)
        first = 0
      } else if first > 4096 {
        items.removeSubrange(..<first)
        first = 0
      }
      return item
    }
  }

  /// True if nothing waits.
  var isEmpty: Bool { locked { first == items.count } }

  /// Forgets a request that was answered.
  func close(_ request: PendingRequest) {
    locked { if open[request.id] === request { open[request.id] = nil } }
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
