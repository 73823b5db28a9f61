import Analysis
import Foundation
import FoundationXML
import SourceText
import TestSupport
import Testing

@testable import Readers

/// Comments in Word documents stand at the exact words, and nothing else changes.
@Suite struct AnnotationTests {
  @Test("Documents by a seed", arguments: 1...25)
  func variation(_ seed: Int) throws {
    let bytes = WordVariation(seed: seed).bytes
    let findings = try Self.findings(bytes)
    #expect(findings.count >= 3)
    let comments = findings.map(Self.comment)
    let made = try WordAnnotator.annotate(bytes, with: comments)
    #expect(made.added + made.unplaced.count == findings.count && made.kept == 0 && made.removed == 0)
    try Self.expectExact(made, findings)
    try Self.expectNothingElse(bytes, made.bytes)

    // Again: the same bytes, and the findings of the new document are those of the old one.
    let again = try WordAnnotator.annotate(made.bytes, with: Self.findings(made.bytes).map(Self.comment))
    #expect(again.bytes == made.bytes && again.added == 0 && again.kept == made.added)

    // One less, one that says something else: the others stay.
    let placed = comments.indices.filter { !made.unplaced.contains($0) }
    var fewer = comments
    fewer[placed[1]].paragraphs[0] = "Other words"
    fewer.remove(at: placed[0])
    let changed = try WordAnnotator.annotate(made.bytes, with: fewer)
    try Self.expectNothingElse(bytes, changed.bytes)
    #expect(changed.added + changed.kept + changed.unplaced.count == findings.count - 1)
    #expect(changed.removed == 2)
    // And back: what is said and where is as it was.
    let back = try WordAnnotator.annotate(changed.bytes, with: comments)
    try Self.expectExact(back, findings)
    try Self.expectNothingElse(bytes, back.bytes)
  }

  @Test("Real forms", .enabled(if: Shared.isThere, "needs the folder of real forms"))
  func realForms() throws {
    let folder = Shared.folder.appending(path: "forms/docs")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "docx" }
    #expect(files.count >= 2)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let findings = try Self.findings(bytes)
      let made = try WordAnnotator.annotate(bytes, with: findings.map(Self.comment))
      #expect(made.unplaced.isEmpty && made.nearby.isEmpty && made.added == findings.count)
      try Self.expectExact(made, findings)
      try Self.expectNothingElse(bytes, made.bytes)
    }
  }

  @Test("An answered comment stays")
  func answered() throws {
    let sentence = "Your scans may be used to train our computer programs."
    let bytes = OfficeFile.docx(OfficeFile.p(OfficeFile.r(sentence)))
    let made = try WordAnnotator.annotate(bytes, with: Self.findings(bytes).map(Self.comment))
    var parts = try Self.parts(made.bytes)
    // As Word writes it once somebody answered.
    let names = "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
    parts["word/comments.xml"] = parts["word/comments.xml"]?
      .replacing("<w:comments ", with: "<w:comments \(names) ").replacing("<w:p>", with: "<w:p w14:paraId=\"0A\">")
    parts["word/extended.xml"] =
      "<w15:commentsEx xmlns:w15=\"x\"><w15:commentEx w15:paraId=\"0B\" w15:paraIdParent=\"0A\"/></w15:commentsEx>"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"]?.replacing(
      "</Relationships>",
      with: "<Relationship Id=\"x\" Type=\"http://x/commentsExtended\" Target=\"extended.xml\"/></Relationships>")
    let answered = ZipFile.make(parts.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) })
    let result = try WordAnnotator.annotate(answered, with: [])
    #expect(result.removed == 0 && result.bytes == answered)
  }

  @Test("Another prefix for Word's names, and a part for comments that is empty")
  func prefixes() throws {
    var parts = OfficeFile.WordParts()
    parts.comments = ""
    let bytes = OfficeFile.docx(OfficeFile.p(OfficeFile.r("Your scans may be used to train our programs.")), parts)
    var renamed = try Self.parts(bytes)
    for name in ["word/document.xml", "word/comments.xml"] {
      renamed[name] = renamed[name]?.replacing("<w:", with: "<x:").replacing("</w:", with: "</x:")
        .replacing(" w:", with: " x:").replacing("xmlns:w=", with: "xmlns:x=")
    }
    renamed["word/comments.xml"] = renamed["word/comments.xml"]?.replacing("></x:comments>", with: "/>")
    let document = ZipFile.make(renamed.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) })
    let findings = try Self.findings(document)
    let made = try WordAnnotator.annotate(document, with: findings.map(Self.comment))
    #expect(made.added == findings.count && made.added > 0)
    let xml = try #require(try Self.parts(made.bytes)["word/document.xml"])
    #expect(xml.contains("<x:commentRangeStart x:id=\"0\"/>") && !xml.contains("w:comment"))
    #expect(try #require(try Self.parts(made.bytes)["word/comments.xml"]).hasSuffix("</x:comment></x:comments>"))
    #expect(try WordAnnotator.annotate(made.bytes, with: findings.map(Self.comment)).bytes == made.bytes)
  }

  private static let office = "/usr/bin/soffice"

  @Test("LibreOffice opens them and keeps the comments", .enabled(if: FileManager.default.fileExists(atPath: office)))
  func libreOffice() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "consentlint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var expected: [String: [String]] = [:]
    for seed in 1...25 {
      let bytes = WordVariation(seed: seed).bytes
      let made = try WordAnnotator.annotate(bytes, with: Self.findings(bytes).map(Self.comment))
      expected["\(seed).docx"] = try Self.ownComments(made.bytes)
      try Data(made.bytes).write(to: folder.appending(path: "\(seed).docx"))
    }
    let process = Process()
    process.executableURL = URL(filePath: Self.office)
    process.arguments =
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "docx", "--outdir",
        folder.appending(path: "again").path,
      ] + expected.keys.sorted().map { folder.appending(path: $0).path }
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    for (name, comments) in expected {
      let again = try Data(contentsOf: folder.appending(path: "again/\(name)"))
      #expect(try Self.ownComments([UInt8](again)) == comments, "\(name)")
    }
  }

  private static func ownComments(_ bytes: [UInt8]) throws -> [String] {
    try WordXML(bytes, "word/comments.xml").comments(by: WordAnnotator.author).map(\.text).sorted()
  }

  @Test("What cannot be changed safely is refused")
  func refused() throws {
    #expect(throws: AnnotationFailure.self) { try WordAnnotator.annotate(Array("no zip".utf8), with: []) }
    let odd = OfficeFile.docx(document: "<document xmlns=\"\(WordNames.transitional)\"><body/></document>")
    #expect(throws: AnnotationFailure.self) {
      try WordAnnotator.annotate(
        odd, with: [WordComment(range: TextRange(start: 0, end: 1), paragraphs: [], mark: "x")])
    }
    let whole = OfficeFile.docx(OfficeFile.p(OfficeFile.r("Your scans may be used to train our programs.")))
    for length in stride(from: 0, to: whole.count, by: 37) {
      _ = try? WordAnnotator.annotate(Array(whole[..<length]), with: [])
    }
  }

  // MARK: Help

  static func findings(_ bytes: [UInt8]) throws -> [Finding] {
    try Linter.builtIn().check(SourceDocument(name: "form.docx", bytes: bytes)).findings
  }

  static func comment(_ finding: Finding) -> WordComment {
    WordComment(
      range: TextRange(start: finding.start.byte, end: finding.end.byte),
      paragraphs: [
        "\(finding.title) & <more>", finding.message,
        WordAnnotator.lastLine(rule: finding.rule, mark: finding.fingerprint),
      ], mark: finding.fingerprint)
  }

  /// Each comment of ours stands around the quote of its finding, unless it stands nearby.
  static func expectExact(_ made: AnnotatedDocument, _ findings: [Finding]) throws {
    let document = try WordXML(made.bytes, "word/document.xml")
    let comments = try WordXML(made.bytes, "word/comments.xml").comments(by: WordAnnotator.author)
    let nearby = Set(made.nearby)
    for (index, finding) in findings.enumerated() where !nearby.contains(index) && !made.unplaced.contains(index) {
      let id = try #require(comments.first { $0.text.hasSuffix("Mark \(finding.fingerprint)") }?.id)
      #expect(document.words(inComment: id) == finding.quote.filter { !$0.isWhitespace })
      #expect(document.references(to: id) == 1)
    }
  }

  /// Only the marks and what they need are new: other parts are the same bytes, and each letter is as it was.
  static func expectNothingElse(_ before: [UInt8], _ after: [UInt8]) throws {
    let (old, new) = (try parts(before), try parts(after))
    let touched = Set(new.keys.filter { old[$0] != new[$0] })
    #expect(
      touched.isSubset(of: [
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
      ]))
    #expect(Set(old.keys).isSubset(of: new.keys))
    #expect(try WordXML(before, "word/document.xml").letters == WordXML(after, "word/document.xml").letters)
    if old["word/comments.xml"] != nil {
      let others = try WordXML(before, "word/comments.xml").comments(by: "A. Reader").map(\.text)
      #expect(try WordXML(after, "word/comments.xml").comments(by: "A. Reader").map(\.text) == others)
    }
    #expect(
      Reader.read(SourceDocument(name: "a.docx", bytes: before)).text.bytes
        == Reader.read(SourceDocument(name: "a.docx", bytes: after)).text.bytes)
  }

  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    try #require(ZipFile.parts(of: bytes)).mapValues { String(decoding: $0, as: UTF8.self) }
  }
}

/// A part of a Word document, read by an XML reader that is not ours.
struct WordXML {
  /// A letter with its run's properties and the elements around it.
  struct Letter: Equatable {
    var character: Character
    var dress: String
  }

  private let root: XMLElement

  init(_ bytes: [UInt8], _ part: String) throws {
    let xml = try #require(try AnnotationTests.parts(bytes)[part])
    root = try #require(
      try XMLDocument(data: Data(xml.utf8), options: [.nodePreserveWhitespace, .nodePreserveCDATA]).rootElement())
  }

  /// The letters of all texts, in order.
  var letters: [Letter] {
    var result: [Letter] = []
    visit(root, "") { element, path in
      guard ["w:t", "w:delText"].contains(element.name) else { return }
      result += (element.stringValue ?? "").map { Letter(character: $0, dress: path) }
    }
    return result
  }

  /// The letters between the marks of comment `id`, without white space; deleted and hidden ones left out.
  func words(inComment id: String) -> String {
    var (words, isInside) = ("", false)
    visit(root, "") { element, path in
      let isOwn = element.attribute(forName: "w:id")?.stringValue == id
      switch element.name {
      case "w:commentRangeStart": if isOwn { isInside = true }
      case "w:commentRangeEnd": if isOwn { isInside = false }
      case "w:t": if isInside, !path.contains("w:vanish") { words += element.stringValue ?? "" }
      default: break
      }
    }
    return words.filter { $0 != "\u{AD}" && !$0.isWhitespace }
  }

  func references(to id: String) -> Int {
    var count = 0
    visit(root, "") { element, _ in
      if element.name == "w:commentReference", element.attribute(forName: "w:id")?.stringValue == id { count += 1 }
    }
    return count
  }

  func comments(by author: String) -> [(id: String, text: String)] {
    (root.children ?? []).compactMap { node in
      guard let element = node as? XMLElement, element.attribute(forName: "w:author")?.stringValue == author,
        let id = element.attribute(forName: "w:id")?.stringValue
      else { return nil }
      return (id, element.stringValue ?? "")
    }
  }

  private func visit(_ element: XMLElement, _ path: String, _ body: (XMLElement, String) -> Void) {
    body(element, path)
    let properties = (element.children ?? []).first { $0.name == "w:rPr" }?.xmlString ?? ""
    let own = "\(path)/\(element.name ?? "")\(properties)"
    for case let child as XMLElement in element.children ?? [] { visit(child, own, body) }
  }
}
