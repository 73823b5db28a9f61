import Analysis

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
  /// The kind that the project of the document at `path` set for it.
  func kind(of path: String) -> String?
  /// The code of the language that the project of the document at `path` set for it.
  func language(of path: String) -> String?
  /// What the project of the document at `path` makes of `report`.
  func refined(_ report: DocumentReport, at path: String) -> DocumentReport
  /// Where the project of the document at `path` keeps what it accepted; nil if it does not.
  func baseline(of path: String) -> BaselinePlace?
  /// What is wrong in `text`, the configuration that is to be at `path`.
  func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault]
  /// Changes whenever what the project of the document at `path` set does.
  func projectStamp(of path: String) -> String
}

/// What is wrong in a project's configuration, and where.
public struct ConfigurationFault: Sendable, Equatable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode code points.
  public var column: Int
  public var message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// A machine without projects.
extension Surroundings {
  public func kind(of path: String) -> String? { nil }
  public func language(of path: String) -> String? { nil }
  public func refined(_ report: DocumentReport, at path: String) -> DocumentReport { report }
  public func baseline(of path: String) -> BaselinePlace? { nil }
  public func faults(inConfiguration text: String, at path: String) -> [ConfigurationFault] { [] }
  public func projectStamp(of path: String) -> String { "" }
}

extension Surroundings {
  /// The marks for a document: what its project makes of `report`. What has no path yet is in no project.
  func marks(_ report: DocumentReport, uri: String) -> DocumentReport {
    DocumentURI.path(of: uri).map { refined(report, at: $0) } ?? report
  }

  func language(uri: String) -> String? {
    DocumentURI.path(of: uri).flatMap(language)
  }

  func kind(uri: String) -> String? {
    DocumentURI.path(of: uri).flatMap(kind)
  }
}

/// The two ends of a connection.
public protocol Channel: Sendable {
  /// What comes next, at least one byte; nil at the end. Waits.
  func read() -> [UInt8]?
  /// Sends all bytes. Those that nobody takes any more are dropped.
  func write(_ bytes: [UInt8])
}
