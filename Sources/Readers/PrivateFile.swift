#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name, which only we and the programs that we start can read.
///
/// On Linux it lies in memory if there is room: forms are private and need not touch a disk.
final class PrivateFile {
  let descriptor: Int32

  /// A file that holds `bytes`, ready to be read from its start; nil if there is no room.
  init?(_ bytes: [UInt8]) {
    for make in [Self.inMemory, Self.onDisk] {
      guard let descriptor = make() else { continue }
      if Self.write(bytes, to: descriptor) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    return nil
  }

  deinit {
    close(descriptor)
  }

  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// All bytes of the file; nil if the system fails.
  func contents() -> [UInt8]? {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    let size = size
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size, let base = buffer.baseAddress {
        let part = read(descriptor, base + count, size - count)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else {
          failed = part < 0
          return
        }
        count += part
      }
    }
    return failed ? nil : bytes
  }

  private static func inMemory() -> Int32? {
    #if canImport(Darwin)
      // Shared memory of macOS cannot be read as a file.
      return nil
    #else
      let name = "/consentlint-" + String(UInt64.random(in: 0 ... .max), radix: 16)
      let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
      guard descriptor >= 0 else { return nil }
      shm_unlink(name)
      return descriptor
    #endif
  }

  private static func onDisk() -> Int32? {
    var template = Array("/tmp/consentlint.XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }
}

/// `write(2)`, under a name that the method of `PrivateFile` does not hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
