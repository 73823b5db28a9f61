#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file as a whole or not at all: nobody ever sees half of it.
enum WholeFile {
  /// Writes `bytes` to the file at `path`. A file that had the name goes; it gives its permissions to the new one.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let draft = try DraftFile(path)
    try draft.write(bytes)
    try draft.commit()
  }

  /// True if both paths lead to the same file.
  static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
