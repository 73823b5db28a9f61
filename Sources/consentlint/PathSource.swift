#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The documents of a run, one after the other: those that the arguments name, then those of a list.
struct PathSource {
  private var pending: ArraySlice<String>
  private var list: PathList?

  /// - Parameters:
  ///   - paths: files and folders; none and no list = the current folder.
  ///   - list: a file with a path a line; `-` is standard input.
  init(_ paths: [String], list: String?, for run: inout Run) throws {
    self.list = try list.map(PathList.init)
    pending = paths.isEmpty && list != nil ? [] : try DocumentPaths.all(in: paths, for: &run)[...]
  }

  /// The next document's path. Folders in the list are walked; what cannot be read is noted in `run`.
  mutating func next(for run: inout Run) throws -> String? {
    while true {
      if let path = pending.popFirst() { return path }
      guard let line = try list?.next() else { return nil }
      pending = try DocumentPaths.all(in: [line], for: &run)[...]
    }
  }
}

/// Reads paths from a file as they come. They end in a line feed, or in a zero byte where the list has one.
struct PathList {
  private let name: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  /// The byte that ends a path; nil before the first one is seen.
  private var separator: UInt8?

  /// Bytes of the longest path.
  private static let pathLimit = 64 << 10

  init(_ path: String) throws {
    let isInput = path == Files.standardInput
    name = isInput ? "<stdin>" : path
    descriptor = isInput ? Terminal.Stream.input.rawValue : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, isInput || !Files.isFolder(path) else {
      throw Self.fault(path, isInput || descriptor < 0 ? "There is no such list that I can read." : "This is a folder.")
    }
  }

  mutating func next() throws -> String? {
    while true {
      if let end = bytes.firstIndex(where: { $0 == separator ?? 0x0A || $0 == 0 }) {
        if separator == nil { separator = bytes[end] }
        let line = path(bytes[..<end])
        bytes.removeSubrange(...end)
        if let line { return line }
        continue
      }
      if isAtEnd {
        defer { bytes = [] }
        return path(bytes[...])
      }
      guard bytes.count <= Self.pathLimit else { throw Self.fault(name, "A line of this list is too long for a path.") }
      try fill()
    }
  }

  private mutating func fill() throws {
    var failure: Int32?
    let part = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
      (count, failure) = SystemCalls.read(descriptor, into: buffer)
    }
    if failure != nil { throw Self.fault(name, "I cannot read on in this list.") }
    isAtEnd = part.isEmpty
    bytes += part
  }

  /// Nil for an empty line.
  private func path(_ bytes: ArraySlice<UInt8>) -> String? {
    let line = separator != 0 && bytes.last == 0x0D ? bytes.dropLast() : bytes
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  private static func fault(_ path: String, _ what: String) -> ConfigurationError {
    let message = "\(what) Name a file with a path a line after --files-from, or - for standard input."
    return ConfigurationError(lines: [FileError(path: path, message: message).line])
  }
}
