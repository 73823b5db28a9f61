import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that gets its name when all of it is written. Until then nobody sees it, and a run that ends early leaves
/// nothing behind: on Linux the draft has no name at all, elsewhere a hidden one in the same folder.
///
/// A device or a pipe is written into at once: a new name would put a file in its place.
final class DraftFile {
  private enum Kind: Equatable {
    case nameless
    case named(String)
    case stream
  }

  private let path: String
  /// Where the file is to be; what a link leads to, if `path` is one.
  private let target: String
  /// Permissions of the file that is there.
  private let mode: mode_t?
  private let kind: Kind
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 64 << 10

  /// Begins a file that is to be at `path`.
  init(_ path: String) throws(FileError) {
    guard !Files.isFolder(path) else {
      throw FileError(path: path, message: "This is a folder. Name a file to write to.")
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    self.path = path
    target = isThere ? Files.target(of: path) : path
    mode = isThere ? status.st_mode & 0o777 : nil
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      kind = .stream
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      descriptor = Self.openNameless(beside: target)
      if descriptor >= 0 {
        kind = .nameless
      } else {
        let draft = Self.draftName(beside: target)
        kind = .named(draft)
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      }
    }
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if case .named(let draft) = kind { unlink(draft) }
  }

  func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives the file its name. Nothing may be written after it.
  func commit() throws(FileError) {
    try flush()
    var code: Int32?
    if kind != .stream {
      if let mode { _ = fchmod(descriptor, mode) }
      if fsync(descriptor) != 0, errno != EINVAL { code = errno }
    }
    if code == nil { code = giveName() }
    // Some disks say only now that they are full.
    if close(descriptor) != 0, code == nil { code = errno }
    descriptor = -1
    if let code {
      if case .named(let draft) = kind { unlink(draft) }
      throw Self.failure(path, code)
    }
  }

  private func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !buffer.isEmpty else { return }
    if let code = buffer.withUnsafeBytes({ SystemCalls.writeAll($0, to: descriptor) }) {
      throw Self.failure(path, code)
    }
  }

  /// The error number if that failed.
  private func giveName() -> Int32? {
    switch kind {
    case .stream: return nil
    case .named(let draft): return rename(draft, target) == 0 ? nil : errno
    case .nameless:
      // A name that is taken cannot be given: so it gets another one first, and takes the place in one step.
      let draft = Self.draftName(beside: target)
      guard Self.link(descriptor, as: draft) else { return errno }
      guard rename(draft, target) == 0 else {
        let code = errno
        unlink(draft)
        return code
      }
      return nil
    }
  }

  /// Below zero where the system or the disk knows no files without a name.
  private static func openNameless(beside path: String) -> Int32 {
    #if canImport(Glibc)
      let descriptor = open(folder(of: path), temporaryFile | O_WRONLY | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return -1 }
      guard access("/proc/self/fd/\(descriptor)", F_OK) == 0 else {
        close(descriptor)
        return -1
      }
      return descriptor
    #else
      return -1
    #endif
  }

  #if canImport(Glibc)
    /// `O_TMPFILE`, a macro that Swift does not see.
    private static let temporaryFile: Int32 = 0o20000000 | O_DIRECTORY
  #endif

  private static func link(_ descriptor: Int32, as name: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// A name in the same folder: only there is renaming one step.
  private static func draftName(beside path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<slash]).\(path[slash...]).\(getpid()).part"
  }

  private static func failure(_ path: String, _ code: Int32) -> FileError {
    let message =
      switch code {
      case ENOENT: "There is no such folder. Make it, or check the path."
      case EACCES, EPERM, EROFS: "I may not write here. Choose a folder of your own."
      case ENOTDIR: "A part of this path is a file, not a folder. Check the path."
      case ENOSPC, EDQUOT: "The disk is full. Free some space and try again."
      case ENAMETOOLONG: "This name is too long. Choose a shorter one."
      default: "I cannot write this (\(String(cString: strerror(code)))). Check the path and try again."
      }
    return FileError(path: path, message: message)
  }
}
