import SourceText

/// Reads Word's DOCX. The ranges are in the extracted text; places are paragraphs of the body.
enum DOCXReader {
  static func read(_ bytes: [UInt8], limits: ReadingLimits) -> ReadResult {
    bytes.withUnsafeBytes { buffer in
      var package = OfficePackage(buffer, .docx, limits: limits)
      let comments = WordCommentsReader()
      let paragraphs = paragraphs(of: &package, comments, trace: nil)
      return package.result(paragraphs, comments: comments.remarks)
    }
  }

  /// The same with the way back from the text to the XML of the parts.
  static func trace(_ bytes: [UInt8], limits: ReadingLimits) -> (read: ReadResult, trace: WordTrace) {
    bytes.withUnsafeBytes { buffer in
      var package = OfficePackage(buffer, .docx, limits: limits)
      let trace = WordTrace()
      let comments = WordCommentsReader()
      let paragraphs = paragraphs(of: &package, comments, trace: trace)
      trace.take(paragraphs)
      return (package.result(paragraphs, comments: comments.remarks, isMapped: true), trace)
    }
  }

  private static func paragraphs(
    of package: inout OfficePackage, _ comments: WordCommentsReader, trace: WordTrace?
  ) -> [OfficeParagraph] {
    let main = WordParts.target(of: "officeDocument", in: package.relationships(of: "")) ?? "word/document.xml"
    let parts = package.relationships(of: main)
    let styles = WordStylesReader()
    package.scan(WordParts.target(of: "styles", in: parts) ?? "word/styles.xml", styles)
    let numbering = WordNumberingReader()
    package.scan(WordParts.target(of: "numbering", in: parts) ?? "word/numbering.xml", numbering)

    if let part = WordParts.target(of: "comments", in: parts) { package.scan(part, comments) }

    func read(_ names: [String], _ region: OfficeParagraph.Region, ignoresFields: Bool = false) -> [OfficeParagraph] {
      let body = WordBody(styles: styles.result, numbering: numbering.numbering, ignoresFields: ignoresFields)
      body.region = region
      body.comments = Set(comments.remarks.keys)
      for name in names {
        body.position = trace?.begin(name, package.part(name))
        package.scan(name, body, isRequired: name == main)
        body.finish()
      }
      // A field without an end would hide all that follows it.
      if body.hasOpenField, !ignoresFields { return read(names, region, ignoresFields: true) }
      return body.paragraphs
    }
    func targets(_ kind: String) -> [String] { parts.filter { $0.kind == kind }.map(\.target) }

    return OfficeText.distinct(read(targets("header"), .header)) + read([main], .body)
      + read(targets("footnotes") + targets("endnotes"), .note)
      + OfficeText.distinct(read(targets("footer"), .footer))
  }
}

/// Where a part of a package is, as another part says.
struct PackageRelationship {
  /// The last word of the relationship's type: "styles", "header".
  var kind: String
  /// The part's name in the package.
  var target: String
}

enum WordParts {
  static func target(of kind: String, in parts: [PackageRelationship]) -> String? {
    parts.first { $0.kind == kind }?.target
  }
}

/// Reads a table of relationships. Targets outside of the package are left out.
final class RelationshipsReader: XMLEvents {
  private(set) var relationships: [PackageRelationship] = []
  private let folder: [Substring]

  /// - Parameter part: the name of the part that the table belongs to.
  init(part: String) {
    folder = part.split(separator: "/").dropLast()
  }

  func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    guard tag == .relationship, attributes["TargetMode"] != "External", let target = attributes["Target"],
      let kind = attributes["Type"]?.split(separator: "/").last
    else { return }
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    relationships.append(PackageRelationship(kind: String(kind), target: path.joined(separator: "/")))
  }

  func end(_ tag: XMLTag) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
