import Analysis

/// Where a project keeps the findings that it accepted, and what it calls a document there.
public struct BaselinePlace: Sendable, Equatable {
  /// The file's absolute path.
  public var path: String
  /// The document's path in it.
  public var name: String

  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// Adds a finding to a baseline's file as an edit that the client makes, so that it can be seen and undone.
struct BaselineEdit {
  /// The file as it is now.
  let buffer: TextBuffer

  /// The line for `finding`, put in where the order of lines wants it; nil if it is there already or this is no
  /// baseline.
  func change(adding finding: Finding, of name: String) -> TextChange? {
    let text = String(decoding: buffer.bytes, as: UTF8.self)
    let entry = Baseline.Entry(finding, path: name)
    guard let baseline = try? Baseline(parsing: text), !baseline.entries.contains(entry),
      let row = Baseline([entry]).text.split(separator: "\n").last
    else { return nil }
    for line in 0..<buffer.lineCount {
      let range = buffer.contents(ofLine: line)
      let other = String(decoding: buffer.bytes[range], as: UTF8.self)
      if !other.isEmpty, !other.hasPrefix("#"), row < other { return .insert("\(row)\n", at: range.lowerBound) }
    }
    let isEnded = buffer.bytes.last == 0x0A
    return .insert(isEnded ? "\(row)\n" : "\n\(row)\n", at: buffer.bytes.count)
  }
}
