import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A socket in the file system: it never leaves this machine. For editors that cannot start a process with pipes.
enum LocalSocket {
  /// Waits for one client at `path`; nil if that could not be done, which is reported. The file goes once the client
  /// is there.
  static func accept(at path: String) -> FileChannel? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else {
      complain(path, "This path is too long for a socket: at most \(room - 1) bytes.")
      return nil
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_UNIX, kind, 0)
    guard listener >= 0 else {
      complain(path, String(cString: strerror(errno)))
      return nil
    }
    defer { close(listener) }
    // Only the user may connect, from the first moment on.
    let mask = umask(0o077)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    let failure = errno
    umask(mask)
    guard bound == 0, listen(listener, 1) == 0 else {
      complain(path, "I cannot listen there: \(String(cString: strerror(failure))). Is another server there?")
      return nil
    }
    defer { unlink(path) }
    let parent = getppid()
    while true {
      var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 2000)
      if ready == 0, getppid() != parent { return nil }
      guard ready > 0 else { continue }
      let client = systemAccept(listener)
      guard client >= 0 else { continue }
      return FileChannel(input: client, output: client)
    }
  }

  private static func complain(_ path: String, _ message: String) {
    Output.complain(ProblemText.line(path: path, message: message))
  }
}

/// `accept(2)`, under a name that the method does not hide.
private func systemAccept(_ listener: Int32) -> Int32 {
  accept(listener, nil, nil)
}
