import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or folder that could not be read: which, and what to do.
struct FileError: Error, Equatable {
  var path: String
  var message: String

  /// The line for standard error.
  var line: String { ProblemText.line(path: path, message: message) }
}

/// The only place that reads files and folders. It uses system calls: Foundation would cost start-up time.
enum Files {
  /// The name that stands for standard input.
  static let standardInput = "-"
  /// Bytes of the largest document: beyond it, it is no form.
  static let sizeLimit = 100 << 20
  /// The files that a walk picks, by the ends of their names. Some cannot be read yet: the report says so.
  static let documentExtensions = ["txt", "text", "md", "markdown", "html", "htm", "docx", "odt", "pdf"]

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The absolute path of the current folder.
  static let currentFolder: String = {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }()

  /// The absolute path for `path`, without `.` and `..`. Links are not followed.
  static func absolute(_ path: String) -> String {
    var names: [Substring] = []
    let whole = path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// The absolute `path` as messages show it: below the current folder, from there.
  static func shown(_ path: String) -> String {
    let prefix = currentFolder == "/" ? "/" : currentFolder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The absolute path of the folder that `path`, which is absolute, is in; nil for the topmost folder.
  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of the file at `path`.
  ///
  /// - Parameter folderHint: what to do if it is a folder.
  static func read(_ path: String, folderHint: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, message: message(for: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, message: message(for: errno)) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(path: path, message: "This is a folder, not a file. \(folderHint)")
    }
    return try read(descriptor, name: path, expecting: Int(status.st_size))
  }

  /// Everything from `descriptor` to its end. `expecting` is a guess at the number of bytes.
  static func read(_ descriptor: Int32, name: String, expecting: Int = 0) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is seen without growing.
    var chunk = min(max(expecting + 1, 64 << 10), sizeLimit + 1)
    while true {
      var failure: Int32?
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        (count, failure) = SystemCalls.read(descriptor, into: buffer)
      }
      if let failure { throw FileError(path: name, message: message(for: failure)) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= sizeLimit else {
        throw FileError(
          path: name, message: "This is larger than \(sizeLimit >> 20) MB: no form is. Check the file's name.")
      }
      chunk = 64 << 10
    }
  }

  /// All files under `folder` whose name ends in one of `extensions`, in the order of their paths.
  ///
  /// Hidden entries are left out; links to folders too, so that a loop of links has an end.
  static func walk(_ folder: String, extensions: [String]) -> (files: [String], errors: [FileError]) {
    var files: [String] = []
    var errors: [FileError] = []
    var pending = [folder]
    while let path = pending.popLast() {
      var status = stat()
      // Only what is below `folder` may not be a link: `folder` itself was named.
      let isFolder =
        path == folder || (lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
      guard isFolder else {
        if hasExtension(path, extensions), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
          files.append(path)
        }
        continue
      }
      switch names(in: path) {
      case .success(let names):
        let prefix = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        // The last one is taken first.
        pending += names.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }.map { prefix + $0 }
      case .failure(let error): errors.append(error)
      }
    }
    return (files, errors)
  }

  /// The names in the folder at `path` that are not hidden, in no order.
  private static func names(in path: String) -> Result<[String], FileError> {
    guard let stream = opendir(path) else { return .failure(FileError(path: path, message: message(for: errno))) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return .success(names)
  }

  private static func hasExtension(_ path: String, _ extensions: [String]) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return extensions.contains(path[path.index(after: dot)...].lowercased())
  }

  private static func message(for code: Int32) -> String {
    switch code {
    case ENOENT: "There is no such file. Check the name and the folder."
    case EACCES, EPERM: "I may not read this. Ask for permission to read it, or copy it to a folder of your own."
    case ENOTDIR: "A part of this path is a file, not a folder. Check the path."
    case ELOOP: "This link leads back to itself. Name the file that it should lead to."
    default: "I cannot read this (\(String(cString: strerror(code)))). Check the path and try again."
    }
  }
}
