/// What the server needs of the machine it runs on. The command gives it; the server itself touches no file.
public protocol Surroundings: Sendable {
  /// The bytes of the file at `path`; nil if it cannot be read.
  func read(_ path: String) -> [UInt8]?
  /// The paths of all forms under `folder`, in order.
  func documents(under folder: String) -> [String]
  /// Changes whenever the file at `path` does; nil if it is not there.
  func stamp(of path: String) -> String?
  /// Keeps a page for the reader to open, and gives its path; nil if there is no place for it.
  func keep(page: String, named name: String) -> String?
}

/// The two ends of a connection.
public protocol Channel: Sendable {
  /// What comes next, at least one byte; nil at the end. Waits.
  func read() -> [UInt8]?
  /// Sends all bytes. Those that nobody takes any more are dropped.
  func write(_ bytes: [UInt8])
}
