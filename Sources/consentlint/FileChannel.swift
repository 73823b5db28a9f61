import LanguageServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The server's connection: two open files. Ends when the other side closes, and when the parent process has gone:
/// a pipe that some third process holds open would keep the server alive for ever.
struct FileChannel: Channel {
  let input: Int32
  let output: Int32
  private let parent = getppid()

  /// Milliseconds between two looks at the parent.
  private static let patience: Int32 = 2000

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Makes room in the pipe to the client, so that the diagnostics of a long document need not go in small pieces.
  /// Where that cannot be done, nothing is lost.
  func widen() {
    #if os(Linux)
      // F_SETPIPE_SZ, which Swift does not know by its name. Anybody may ask for a mebibyte.
      _ = fcntl(output, 1031, 1 << 20)
    #endif
  }

  func read() -> [UInt8]? {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&waiting, 1, Self.patience)
      if ready < 0, errno != EINTR { return nil }
      if ready == 0, getppid() != parent { return nil }
      if ready > 0 { break }
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      count = SystemCalls.read(input, into: buffer).count
    }
    return bytes.isEmpty ? nil : bytes
  }

  func write(_ bytes: [UInt8]) {
    // Where that fails the client has gone; the reading side will see its end.
    _ = bytes.withUnsafeBytes { SystemCalls.writeAll($0, to: output) }
  }
}
