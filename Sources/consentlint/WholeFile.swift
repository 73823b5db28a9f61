import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file as a whole or not at all: nobody ever sees half of it.
enum WholeFile {
  /// Writes `bytes` to a new file in the folder of `path` and gives it that name. A file that had the name goes; one
  /// that was there keeps its permissions.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard !Files.isFolder(path) else {
      throw FileError(path: path, message: "This is a folder. Name a file to write to.")
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    // A device or a pipe is written to: renaming would put a file in its place.
    if isThere, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, to: path) }
    let target = resolved(path)
    let draft = draftName(beside: target)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, message: message(for: errno)) }
    if isThere { _ = fchmod(descriptor, status.st_mode & 0o777) }
    var failure = bytes.withUnsafeBytes { SystemCalls.writeAll($0, to: descriptor) }
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(draft, target) != 0 { failure = errno }
    if let failure {
      unlink(draft)
      throw FileError(path: path, message: message(for: failure))
    }
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, message: message(for: errno)) }
    defer { close(descriptor) }
    if let failure = bytes.withUnsafeBytes({ SystemCalls.writeAll($0, to: descriptor) }) {
      throw FileError(path: path, message: message(for: failure))
    }
  }

  /// True if both paths lead to the same file.
  static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Where a link leads: the link stays, and what it leads to is written.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// A name in the same folder: only there is renaming one step.
  private static func draftName(beside path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<slash]).\(path[slash...]).\(getpid()).part"
  }

  private static func message(for code: Int32) -> String {
    switch code {
    case ENOENT: "There is no such folder. Check the path."
    case EACCES, EPERM, EROFS: "I may not write here. Choose a folder of your own."
    case ENOSPC, EDQUOT: "The disk is full. Free some space."
    case ENAMETOOLONG: "This name is too long. Choose a shorter one."
    default: "I cannot write this (\(String(cString: strerror(code)))). Check the path and try again."
    }
  }
}
