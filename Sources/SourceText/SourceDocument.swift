/// A document as it came in: a name to show, and its bytes.
public struct SourceDocument: Sendable {
  /// What to call it in reports: a path, or `<stdin>`.
  public var name: String
  /// The bytes, untouched.
  public var bytes: [UInt8]
  /// The format that the user asked for; nil = decide by the bytes, then by the name.
  public var format: DocumentFormat?

  public init(name: String, bytes: [UInt8], format: DocumentFormat? = nil) {
    self.name = name
    self.bytes = bytes
    self.format = format
  }
}

/// The formats that ConsentLint knows by name. Not all of them have a reader.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html, docx, odt, pdf, image
}
