import SourceText

/// A packed document whose parts are read one by one. What goes wrong is kept as a problem.
struct OfficePackage {
  private let archive: ZipArchive?
  private let format: DocumentFormat
  private let limits: ReadingLimits
  private let scanner: XMLScanner
  private(set) var problems: [Problem] = []

  /// `bytes` must stay where they are as long as the package is used.
  init(_ bytes: UnsafeRawBufferPointer, _ format: DocumentFormat, limits: ReadingLimits) {
    self.format = format
    self.limits = limits
    scanner = XMLScanner(limits: limits)
    do throws(ZipArchive.Failure) {
      archive = try ZipArchive(bytes, limits: limits)
    } catch {
      archive = nil
      add(error)
    }
  }

  /// Sends the events of the part called `name` to `events`. A part that is not there is no problem, unless
  /// `isRequired`.
  mutating func scan(_ name: String, _ events: any XMLEvents, isRequired: Bool = false) {
    guard let part = part(name) else {
      if isRequired, problems.isEmpty { problems.append(.damaged(format)) }
      return
    }
    switch scanner.scan(part, events) {
    case .whole: break
    case .damaged: add(.damaged)
    case .exceeded(let limit): add(.exceeded(limit))
    }
  }

  /// The bytes of the part called `name`; nil if it is not there or cannot be unpacked.
  mutating func part(_ name: String) -> [UInt8]? {
    do throws(ZipArchive.Failure) {
      return try archive?.part(name)
    } catch {
      add(error)
      return nil
    }
  }

  /// The relationships of the part called `part`, or of the whole package for "".
  mutating func relationships(of part: String) -> [PackageRelationship] {
    var path = part.split(separator: "/").map(String.init)
    let name = path.popLast() ?? ""
    let reader = RelationshipsReader(part: part)
    scan((path + ["_rels", name + ".rels"]).joined(separator: "/"), reader)
    return reader.relationships
  }

  /// What was read: `paragraphs` as text, with the problems.
  ///
  /// - Parameters:
  ///   - comments: the comments that speak to this program, by their names.
  ///   - isMapped: true if the text's map is to lead to the paragraphs' texts, and not to itself.
  func result(
    _ paragraphs: [OfficeParagraph], comments: [String: String] = [:], isMapped: Bool = false
  ) -> ReadResult {
    let (text, ranges) = OfficeText.make(paragraphs, isMapped: isMapped)
    let isEmpty = text.blocks.isEmpty && problems.isEmpty
    var result = ReadResult(
      format: format, text: text, problems: problems + (isEmpty ? [.empty] : []), rangesAreInFile: isMapped)
    result.remarks = comments.compactMap { name, words in
      ranges[name].map { Remark(text: words, origin: $0, bond: .words) }
    }.sorted { ($0.origin, $0.text) < ($1.origin, $1.text) }
    return result
  }

  private mutating func add(_ failure: ZipArchive.Failure) {
    let problem: Problem =
      switch failure {
      case .damaged: .damaged(format)
      case .encrypted: .encrypted(format)
      case .exceeded(let limit): .limit(limit, limits)
      }
    if !problems.contains(problem) { problems.append(problem) }
  }
}
