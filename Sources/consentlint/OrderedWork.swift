#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does the same work on many inputs, on several threads, and hands over the results in the order of the inputs.
///
/// At any time only a few inputs and results are there, however many come. Threads and no tasks: the work reads files
/// and waits for other programs.
struct OrderedWork<Input: Sendable, Result: Sendable> {
  let jobs: Int
  let work: @Sendable (Input) -> Result

  /// Inputs a thread that may be in the making or wait for their turn: one that takes long should not stop the others.
  private static var window: Int { 16 }

  /// - Parameters:
  ///   - next: the next input; nil at the end.
  ///   - deliver: takes a result; false to stop.
  func run(next: () throws -> Input?, deliver: (Result) throws -> Bool) rethrows {
    guard jobs > 1 else {
      while let input = try next() {
        guard try deliver(work(input)) else { return }
      }
      return
    }
    let bench = Workbench<Input, Result>()
    defer { bench.close() }
    var threads = 0
    var isAtEnd = false
    while true {
      while !isAtEnd, bench.count < jobs * Self.window {
        guard let input = try next() else {
          isAtEnd = true
          break
        }
        bench.put(input)
        // Few inputs need few threads.
        if threads < jobs, bench.count > threads {
          let work = work
          if Thread.start({ bench.work(work) }) { threads += 1 }
        }
      }
      // Where no thread is to be had, the work is done here.
      if threads == 0 { bench.workOnce(work) }
      guard let result = bench.take() else { return }
      guard try deliver(result) else { return }
    }
  }
}

/// Inputs that wait and results that are not yet handed over.
private final class Workbench<Input: Sendable, Result: Sendable>: @unchecked Sendable {
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

private enum Thread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Bytes of a thread's stack, as the main thread has: deep documents are read by functions that call themselves.
  private static let stackSize = 8 << 20

  /// Starts `body` on a thread of its own. False if there is none to be had.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Glibc)
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes,
        { pointer in
          if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
          return nil
        }, work.toOpaque())
    #else
      var thread: pthread_t?
      let code = pthread_create(
        &thread, &attributes,
        { pointer in
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
    #endif
    if code != 0 { work.release() }
    return code == 0
  }
}
