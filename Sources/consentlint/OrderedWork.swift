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
          if WorkerThread.start({ bench.work(work) }) { threads += 1 }
        }
      }
      // Where no thread is to be had, the work is done here.
      if threads == 0 { bench.workOnce(work) }
      guard let result = bench.take() else { return }
      guard try deliver(result) else { return }
    }
  }
}
