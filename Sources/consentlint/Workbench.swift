#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Inputs that wait and results that are not yet handed over.
final class Workbench<Input: Sendable, Result: Sendable>: @unchecked Sendable {
  // All below is guarded by `mutex`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// By the number of the input.
  private var waiting: [Int: Input] = [:]
  private var done: [Int: Result] = [:]
  private var putCount = 0
  private var startedCount = 0
  private var takenCount = 0
  private var isClosed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Inputs that were put in and whose results were not taken.
  var count: Int { locked { putCount - takenCount } }

  func put(_ input: Input) {
    locked {
      waiting[putCount] = input
      putCount += 1
      pthread_cond_broadcast(changed)
    }
  }

  /// The next result in the order of the inputs; waits for it. Nil if there is no input without one.
  func take() -> Result? {
    locked {
      guard takenCount < putCount else { return nil }
      while true {
        if let result = done.removeValue(forKey: takenCount) {
          takenCount += 1
          return result
        }
        pthread_cond_wait(changed, mutex)
      }
    }
  }

  /// Ends all threads once they have done what they are at.
  func close() {
    locked {
      isClosed = true
      waiting = [:]
      pthread_cond_broadcast(changed)
    }
  }

  /// Works until all is closed.
  func work(_ body: (Input) -> Result) {
    while let (number, input) = start(waits: true) { finish(number, body(input)) }
  }

  func workOnce(_ body: (Input) -> Result) {
    if let (number, input) = start(waits: false) { finish(number, body(input)) }
  }

  private func start(waits: Bool) -> (Int, Input)? {
    locked {
      while !isClosed {
        if let input = waiting.removeValue(forKey: startedCount) {
          startedCount += 1
          return (startedCount - 1, input)
        }
        guard waits else { return nil }
        pthread_cond_wait(changed, mutex)
      }
      return nil
    }
  }

  private func finish(_ number: Int, _ result: Result) {
    locked {
      done[number] = result
      pthread_cond_broadcast(changed)
    }
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
