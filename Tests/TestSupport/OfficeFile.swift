/// Small DOCX and ODT files made of their XML, for tests.
public enum OfficeFile {
  /// Parts of a DOCX besides `document.xml`.
  public struct WordParts: Sendable {
    public var styles = ""
    public var numbering = ""
    public var footnotes = ""
    public var headers: [String] = []
    public var footers: [String] = []
    public var comments = ""

    public init(styles: String = "", numbering: String = "") {
      self.styles = styles
      self.numbering = numbering
    }
  }

  public static let wordNames =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" "#
    + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#

  public static let textNames =
    ["office", "text", "table", "draw", "style", "form", "fo"].map {
      let name = $0 == "draw" ? "drawing" : $0 == "fo" ? "xsl-fo-compatible" : $0
      return "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\(name):1.0\""
    }.joined(separator: " ")
    + #" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#

  /// A DOCX with `body` inside of `w:body`.
  public static func docx(_ body: String, _ parts: WordParts = WordParts(), stored: Bool = false) -> [UInt8] {
    docx(document: "<w:document \(wordNames)><w:body>\(body)</w:body></w:document>", parts, stored: stored)
  }

  /// A DOCX with `document` as its whole main part.
  public static func docx(document: String, _ parts: WordParts = WordParts(), stored: Bool = false) -> [UInt8] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func relationships(_ all: [(kind: String, target: String)]) -> String {
      #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
        + all.enumerated().map {
          "<Relationship Id=\"r\($0)\" Type=\"\(types)\($1.kind)\" Target=\"\($1.target)\"/>"
        }.joined() + "</Relationships>"
    }
    var targets = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml")]
    var files: [(name: String, text: String)] = [
      ("_rels/.rels", relationships([("officeDocument", "word/document.xml")])),
      ("word/document.xml", document),
      ("word/styles.xml", "<w:styles \(wordNames)>\(parts.styles)</w:styles>"),
      ("word/numbering.xml", "<w:numbering \(wordNames)>\(parts.numbering)</w:numbering>"),
      ("word/footnotes.xml", "<w:footnotes \(wordNames)>\(parts.footnotes)</w:footnotes>"),
    ]
    for (kind, texts) in [("header", parts.headers), ("footer", parts.footers)] {
      for (index, text) in texts.enumerated() {
        targets.append((kind, "\(kind)\(index).xml"))
        files.append(("word/\(kind)\(index).xml", "<w:hdr \(wordNames)>\(text)</w:hdr>"))
      }
    }
    if !parts.comments.isEmpty {
      targets.append(("comments", "comments.xml"))
      files.append(("word/comments.xml", "<w:comments \(wordNames)>\(parts.comments)</w:comments>"))
    }
    files.append(("word/_rels/document.xml.rels", relationships(targets)))
    return ZipFile.make(files, stored: stored)
  }

  /// An ODT with `body` inside of `office:text`, and automatic styles.
  public static func odt(_ body: String, styles: String = "", stored: Bool = false) -> [UInt8] {
    odt(
      content: "<office:document-content \(textNames)><office:automatic-styles>\(styles)</office:automatic-styles>"
        + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>", stored: stored)
  }

  public static func odt(content: String, page: String = "", manifest: String = "<m/>", stored: Bool = false) -> [UInt8]
  {
    ZipFile.make(
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest),
        ("styles.xml", "<office:document-styles \(textNames)>\(page)</office:document-styles>"),
        ("content.xml", content),
      ], stored: stored)
  }

  // MARK: Pieces of Word's XML

  public static func p(_ runs: String..., properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(runs.joined())</w:p>"
  }

  public static func r(_ text: String, properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  public static func item(_ text: String, list: Int, level: Int = 0) -> String {
    p(r(text), properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  public static func style(_ name: String) -> String { "<w:pStyle w:val=\"\(name)\"/>" }

  /// List 1: "1." over "(a)" over "1.1"; list 2: bullets; list 3: list 1 from 5 on.
  public static let lists = WordParts(
    styles: """
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="mine"/><w:basedOn w:val="H2"/></w:style>\
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/>\
      <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      """,
    numbering: """
      <w:abstractNum w:abstractNumId="0">\(level(0, "decimal", "%1."))\(level(1, "lowerLetter", "(%2)"))\
      \(level(2, "decimal", "%1.%3"))</w:abstractNum>\
      <w:abstractNum w:abstractNumId="1">\((0...2).map { level($0, "bullet", "\u{F0B7}") }.joined())</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>\
      </w:lvlOverride></w:num>
      """)

  private static func level(_ index: Int, _ format: String, _ text: String) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/>"
      + "<w:pPr><w:ind w:left=\"\(720 * (index + 1))\" w:hanging=\"360\"/></w:pPr></w:lvl>"
  }
}
