/// The time of a piece of work: the best of many runs, which other work on the machine disturbs least.
struct Measurement {
  /// Of the fastest run.
  var time: Duration
  var runs: Int
  /// What the work counted. It is printed, so that the compiler cannot drop the work.
  var count: Int

  /// Runs `work` until it has taken a second in all, and at least five times.
  /// - Parameter work: returns a count of what it did.
  init(_ work: () throws -> Int) rethrows {
    let clock = ContinuousClock()
    count = try work()
    time = .seconds(3600)
    runs = 0
    let start = clock.now
    repeat {
      let before = clock.now
      count = try work()
      time = min(time, before.duration(to: clock.now))
      runs += 1
    } while runs < 5 || start.duration(to: clock.now) < .seconds(1)
  }

  var milliseconds: Double {
    Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }

  /// MB (10^6 bytes) a second, for work over so many bytes.
  func megabytesPerSecond(bytes: Int) -> Double {
    Double(bytes) / milliseconds / 1e3
  }
}
