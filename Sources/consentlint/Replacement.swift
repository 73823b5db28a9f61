import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Files {
  /// Puts `text` in the place of the file at `path`: at once and whole, or not at all.
  static func replace(_ path: String, with text: String) throws(FileError) {
    // A link stays one: what it leads to is written.
    let path = target(of: path)
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, message: "This is not a plain file. Name another one.")
    }
    try WholeFile.write(Array(text.utf8), to: path)
  }

  /// `path` without links; as it is where that cannot be told.
  static func target(of path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Does `body` while no other run of this program does so in the same folder.
  static func locked<Value>(folderOf path: String, _ body: () throws -> Value) rethrows -> Value {
    let descriptor = open(parent(of: absolute(path)) ?? "/", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    // Where the file system knows no locks, the file is still replaced as a whole.
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
