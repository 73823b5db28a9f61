#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading from and writing to descriptors, taken up again where a signal interrupts it.
enum SystemCalls {
  /// Reads what comes next into `buffer`; waits.
  ///
  /// - Returns: how many bytes came, 0 at the end, and the error number if that failed.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> (count: Int, error: Int32?) {
    while true {
      let received = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if received >= 0 { return (received, nil) }
      if errno != EINTR { return (0, errno) }
    }
  }

  /// Writes all of `bytes`; the error number if that failed.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let written = systemWrite(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return nil
  }
}

/// `read(2)` and `write(2)`, under names that methods do not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
