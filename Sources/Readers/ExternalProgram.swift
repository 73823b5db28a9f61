#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of the system that does what we do not do ourselves. It runs apart, within limits: when it crashes,
/// hangs or grows without end, that is one outcome here.
///
/// It is found by the search path only, gets the document on its standard input, and sees nothing else of our
/// environment. Input and output are private files, not pipes: nothing can block half-way.
/// System calls rather than swift-subprocess: that library needs free threads of Swift's pool to go on, and readers
/// block theirs, so two of them at once on two cores would wait for ever.
package struct ExternalProgram: Sendable {
  package struct Limits: Sendable {
    package var time: Duration
    /// Seconds of processor time: what waits for other programs is not ended by it. nil: only `time` counts.
    package var processorTime: Int?
    /// Bytes of output.
    package var output: Int
    /// Bytes of address space.
    package var memory: Int

    package init(time: Duration, processorTime: Int? = nil, output: Int, memory: Int) {
      self.time = time
      self.processorTime = processorTime
      self.output = output
      self.memory = memory
    }
  }

  /// What to do once if the program still runs at a point in time.
  package struct Notice {
    package var at: ContinuousClock.Instant
    package var tell: () -> Void
  }

  package enum Outcome: Sendable, Equatable {
    case finished(code: Int32, output: [UInt8])
    /// There is no such program on this machine.
    case missing
    case outOfTime
    case tooMuchOutput
    /// It failed when it had taken most of the memory that it may have.
    case outOfMemory
    /// A signal ended it.
    case crashed
    /// The system would not run it.
    case refused
  }

  package var name: String
  /// What it sees of the environment besides the search path, as `NAME=value`.
  private let environment: [String]

  package init(name: String, environment: [String] = []) {
    self.name = name
    self.environment = environment
  }

  /// The shell sets the limits before the program takes its place: nothing runs without them. What is run are the
  /// script's arguments, so no sign in them means anything to the shell.
  private static let script = #"""
    ulimit -v "$1" 2>/dev/null; ulimit -f "$2"; ulimit -c 0; [ "$3" = 0 ] || ulimit -t "$3"; shift 3; exec "$@"
    """#

  /// Runs the program with `input` on its standard input, and waits for its end.
  package func run(_ arguments: [String], input: [UInt8], limits: Limits, notice: Notice? = nil) -> Outcome {
    let deadline = ContinuousClock.now + limits.time
    guard let source = PrivateFile(input) else { return .refused }
    guard let target = PrivateFile([]) else { return .refused }
    // The shell counts kilobytes of memory and half kilobytes of a file.
    let command =
      [
        "sh", "-c", Self.script, "sh", String(limits.memory / 1024), String(limits.output / 512),
        String(limits.processorTime ?? 0), name,
      ] + arguments
    guard let process = start(command, input: source.descriptor, output: target.descriptor) else {
      return .refused
    }
    guard let (status, use) = Self.wait(for: process, until: deadline, notice) else { return .outOfTime }
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    if signal == SIGXFSZ { return .tooMuchOutput }
    if let most = limits.processorTime, signal == SIGXCPU || (signal == SIGKILL && use.seconds > Double(most) - 0.1) {
      return .outOfTime
    }
    if signal != 0 || code != 0, use.memory > limits.memory / 10 * 6, use.memory > Use.ofThisProcess.memory {
      return .outOfMemory
    }
    if signal != 0 { return .crashed }
    // Where the signal is ignored, the program saw a full disk.
    guard target.size < limits.output / 512 * 512 else { return .tooMuchOutput }
    // The shell's own code for a program that it does not find.
    if code == 127 { return .missing }
    guard let output = target.contents() else { return .refused }
    return .finished(code: code, output: output)
  }

  private func start(_ command: [String], input: Int32, output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    var process: pid_t = 0
    // One thread a program: on few cores tesseract is slower with more.
    let environment = ["PATH=" + path, "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"] + environment
    let code = Self.withStrings(command) { argv in
      Self.withStrings(environment) { posix_spawn(&process, "/bin/sh", &actions, nil, argv, $0) }
    }
    return code == 0 ? process : nil
  }

  private static func withStrings<Value>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = strings.map { strdup($0) }
    defer {
      for copy in copies { free(copy) }
    }
    return body(copies + [nil])
  }

  /// What a program took: processor seconds, and bytes of memory at their most.
  private struct Use {
    var seconds: Double
    var memory: Int

    /// A new process counts the memory of the one that started it as its own: less than that says nothing.
    static var ofThisProcess: Use {
      var usage = rusage()
      getrusage(Self.myself, &usage)
      return Use(usage)
    }

    #if canImport(Darwin)
      private static let myself = RUSAGE_SELF
    #else
      private static let myself = RUSAGE_SELF.rawValue
    #endif

    init(_ usage: rusage) {
      let times = [usage.ru_utime, usage.ru_stime]
      seconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
      #if canImport(Darwin)
        memory = usage.ru_maxrss
      #else
        memory = usage.ru_maxrss * 1024
      #endif
    }
  }

  /// The status of `process` after its end, and what it took; nil if it did not end in time and was ended.
  private static func wait(
    for process: pid_t, until deadline: ContinuousClock.Instant, _ notice: Notice?
  ) -> (status: Int32, use: Use)? {
    var notice = notice
    var status: Int32 = 0
    var usage = rusage()
    var pause: UInt32 = 200
    while true {
      let ended = wait4(process, &status, WNOHANG, &usage)
      if ended == process { return (status, Use(usage)) }
      if ended < 0, errno != EINTR { return nil }
      let now = ContinuousClock.now
      if let due = notice, now >= due.at {
        due.tell()
        notice = nil
      }
      guard now < deadline else {
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return nil
      }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
  }
}
