import ArgumentParser
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `-o`, for all verbs that make a page or a file.
struct OutputChoice: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write into this file instead of standard output.", valueName: "file"), completion: .file())
  var path: String?

  /// The style for where the output goes: a file has no colours and 80 columns.
  func style(_ colour: ColourOptions) -> Style {
    path == nil || path == Files.standardInput ? colour.style : Style()
  }

  /// Writes `text` where it is to go. A file is written whole or not at all; if it cannot be, a line says why.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    guard let path, path != Files.standardInput else { return Output.write(bytes) }
    do throws(FileError) {
      try OutputFile.write(bytes, to: path)
    } catch {
      Output.complain(error.line)
      throw ExitCode.couldNotDo
    }
  }
}

/// Writes files so that nobody ever sees half of one.
enum OutputFile {
  /// Writes `bytes` to the file at `path`, over what was there.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(path: path, message: "This is a folder. Name a file in it after -o.")
    }
    // A pipe or a device is written into; a new name would replace it.
    if exists, status.st_mode & S_IFMT != S_IFREG { return try fill(path, bytes, flags: O_WRONLY, of: path) }
    let target = exists ? resolved(path) : path
    let draft = "\(target).\(getpid()).part"
    do throws(FileError) {
      try fill(draft, bytes, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, of: path)
      if exists { chmod(draft, status.st_mode & 0o777) }
      guard rename(draft, target) == 0 else { throw failure(path, errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// - Parameter name: the path that a message names.
  private static func fill(_ path: String, _ bytes: [UInt8], flags: Int32, of name: String) throws(FileError) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(name, errno) }
    var code = bytes.withUnsafeBytes { SystemCalls.writeAll($0, to: descriptor) }
    // Some disks say only now that they are full.
    if close(descriptor) != 0, code == nil { code = errno }
    if let code { throw failure(name, code) }
  }

  /// Where a link leads.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ code: Int32) -> FileError {
    let message =
      switch code {
      case ENOENT: "There is no such folder. Make it, or choose another place with -o."
      case EACCES, EPERM, EROFS: "I may not write here. Choose another place with -o."
      case ENOTDIR: "A part of this path is a file, not a folder. Check the path after -o."
      case ENOSPC, EDQUOT: "The disk is full. Free some space and try again."
      case ENAMETOOLONG: "This name is too long. Choose a shorter one."
      default: "I cannot write this (\(String(cString: strerror(code)))). Choose another place with -o."
      }
    return FileError(path: path, message: message)
  }
}
