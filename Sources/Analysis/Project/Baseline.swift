/// The findings that a project accepted, by fingerprint. It holds no text of a form.
///
/// As a file it is one finding a line, sorted: path, rule, stance and fingerprint, parted by tabs. Of a sentence that a
/// document has twice the second has its own line, so one more of it is a new finding.
public struct Baseline: Sendable, Equatable {
  public struct Entry: Sendable, Hashable, Comparable {
    /// The document's path, relative to the baseline's folder.
    public var path: String
    public var rule: String
    /// "-" for a finding without one.
    public var stance: String
    public var fingerprint: String

    public init(_ finding: Finding, path: String) {
      self.init(
        path: path, rule: finding.rule, stance: finding.stance?.rawValue ?? "-", fingerprint: finding.fingerprint)
    }

    init(path: String, rule: String, stance: String, fingerprint: String) {
      self.path = path
      self.rule = rule
      self.stance = stance
      self.fingerprint = fingerprint
    }

    public static func < (a: Entry, b: Entry) -> Bool {
      (a.path, a.rule, a.stance, a.fingerprint) < (b.path, b.rule, b.stance, b.fingerprint)
    }
  }

  /// What is wrong with a baseline's file, and where.
  public struct Fault: Error, Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// From 1, in Unicode code points.
    public var column = 1
    public var message: String
  }

  public static let firstLine = "# consentlint baseline 1"

  public private(set) var entries: Set<Entry>
  /// By entry: its line in the file that it was read from.
  private var lines: [Entry: Int] = [:]

  public init(_ entries: Set<Entry> = []) {
    self.entries = entries
  }

  // MARK: The file

  /// Reads a baseline's file. A line that stands there twice counts once, as after a merge.
  public init(parsing text: String) throws(Fault) {
    entries = []
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard rows.first.map(String.init) == Self.firstLine else {
      throw Fault(line: 1, message: "A baseline begins with the line \"\(Self.firstLine)\". Is this the right file?")
    }
    for (index, row) in rows.enumerated() where !row.isEmpty && row.first != "#" {
      let line = index + 1
      for mark in ["<<<<<<<", "=======", ">>>>>>>"] where row.hasPrefix(mark) {
        throw Fault(
          line: line, message: "This is a mark of a merge that was not finished. Keep the lines of both sides.")
      }
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4 else {
        throw Fault(line: line, message: "A line has four parts with a tab between: path, rule, stance, fingerprint.")
      }
      for (at, field) in fields.enumerated() where field.isEmpty {
        let column = fields[..<at].reduce(at + 1) { $0 + $1.unicodeScalars.count }
        throw Fault(
          line: line, column: column, message: "A part of this line is empty: path, rule, stance, fingerprint.")
      }
      guard let path = Self.unescaped(fields[0]) else {
        throw Fault(line: line, message: "A % in a path stands before two digits of a byte; for % itself write %25.")
      }
      let entry = Entry(
        path: path, rule: String(fields[1]), stance: String(fields[2]), fingerprint: String(fields[3]))
      entries.insert(entry)
      lines[entry] = line
    }
  }

  /// The baseline as a file.
  public var text: String {
    let head = [Self.firstLine, "# Findings that were accepted: path, rule, stance, fingerprint."]
    let rows = entries.sorted().map { "\(Self.escaped($0.path))\t\($0.rule)\t\($0.stance)\t\($0.fingerprint)" }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// Line of `entry` in the file; 1 if it was not read from one.
  public func line(of entry: Entry) -> Int { lines[entry] ?? 1 }

  /// Paths may hold any sign; a file of lines may not.
  private static func escaped(_ path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      if scalar == "%" || scalar.value < 0x20 || scalar.value == 0x7F || (result.isEmpty && scalar == "#")
        || (0x80..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
      {
        for byte in String(scalar).utf8 {
          result += byte < 16 ? "%0\(String(byte, radix: 16))" : "%\(String(byte, radix: 16))"
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let digits = String(rest.prefix(2)), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  // MARK: Use

  /// The entries for what `report` found; remarks that do nothing are no part of a baseline.
  public static func entries(of report: DocumentReport, path: String) -> Set<Entry> {
    Set(report.findings.filter { SuppressionCheck.Rule(rawValue: $0.rule) == nil }.map { Entry($0, path: path) })
  }

  /// `report` without the findings that were accepted, which go to the suppressed ones.
  public func apply(to report: DocumentReport, path: String) -> DocumentReport {
    var report = report
    var kept: [Finding] = []
    for finding in report.findings {
      if entries.contains(Entry(finding, path: path)) {
        report.suppressed.append(SuppressedFinding(finding: finding, source: .baseline))
      } else {
        kept.append(finding)
      }
    }
    report.findings = kept
    return report
  }

  /// The entries for the document at `path`.
  public func entries(for path: String) -> Set<Entry> { entries.filter { $0.path == path } }

  public mutating func remove(_ gone: some Sequence<Entry>) { entries.subtract(gone) }

  public mutating func add(_ new: some Sequence<Entry>) { entries.formUnion(new) }
}
