import Foundation

@testable import LanguageServer

/// A connection in memory: the test writes at one end, the server at the other.
final class MemoryChannel: Channel, @unchecked Sendable {
  // Guarded by `condition`.
  private let condition = NSCondition()
  private var toServer: [[UInt8]] = []
  private var isClosed = false
  private var framer = MessageFramer()
  private var received: [JSON] = []

  /// What the server sent and nobody took yet, oldest first, is looked at by `body` until it gives a value.
  func wait<T>(seconds: Double = 300, for body: (inout [JSON]) -> T?) -> T? {
    let deadline = Date().addingTimeInterval(seconds)
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let value = body(&received) { return value }
      guard condition.wait(until: deadline) else { return body(&received) }
    }
  }

  func send(_ bytes: [UInt8]) {
    condition.withLock {
      toServer.append(bytes)
      condition.broadcast()
    }
  }

  /// Closes the end that the server reads.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  // MARK: The server's end

  func read() -> [UInt8]? {
    condition.withLock {
      while toServer.isEmpty {
        if isClosed { return nil }
        condition.wait()
      }
      return toServer.removeFirst()
    }
  }

  func write(_ bytes: [UInt8]) {
    condition.withLock {
      framer.append(bytes)
      while let piece = framer.next() {
        guard case .body(let body) = piece, let message = try? JSONParser.parse(body) else {
          received.append("the server sent something that is no message")
          continue
        }
        received.append(message)
      }
      condition.broadcast()
    }
  }
}
