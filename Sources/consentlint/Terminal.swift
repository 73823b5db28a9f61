import Reporters
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process is connected to.
enum Terminal {
  enum Stream: Int32 {
    case input = 0
    case output = 1
    case error = 2
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// Columns for reports: those of the terminal, 80 in pipes and files.
  static var width: Int {
    var size = winsize()
    guard ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// The only place that writes to standard output and standard error.
enum Output {
  private static let hasNoReader = Atomic(false)

  /// True once nobody reads standard output any more.
  static var isClosed: Bool { hasNoReader.load(ordering: .relaxed) }

  /// Writes to standard output. A reader that has gone is no fault; a full disk ends the run with code 2.
  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    let failure = bytes.withUnsafeBytes { SystemCalls.writeAll($0, to: Terminal.Stream.output.rawValue) }
    guard let code = failure else { return }
    guard code != EPIPE else { return hasNoReader.store(true, ordering: .relaxed) }
    complain("standard output: error: I cannot write (\(String(cString: strerror(code)))). Free some space.")
    exit(2)
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) {
    var line = line + "\n"
    _ = line.withUTF8 { SystemCalls.writeAll(UnsafeRawBufferPointer($0), to: Terminal.Stream.error.rawValue) }
  }
}
