/// A letter as a Word document (DOCX), with no more in it than Word and LibreOffice need. The same letter gives the
/// same bytes.
public enum LetterDOCX {
  /// The bytes of the file.
  public static func render(_ letter: Letter) -> [UInt8] {
    StoredZip.make([
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations), ("word/document.xml", document(letter)),
    ])
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let contentTypes =
    head + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
    + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    + #"<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="#
    + #""application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
  private static let relations =
    head + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
    + #"<Relationship Id="rId1" Type="#
    + #""http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument""#
    + #" Target="word/document.xml"/></Relationships>"#

  private static func document(_ letter: Letter) -> String {
    head + #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
      + letter.paragraphs.map { element($0, language: letter.wordLanguage) }.joined()
      // US letter paper with margins of one inch, in twentieths of a point.
      + #"<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" "#
      + #"w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>"#
  }

  private static func element(_ paragraph: Letter.Paragraph, language: String) -> String {
    // The order of the properties is the schema's.
    let keep = paragraph.role == .heading ? "<w:keepNext/>" : ""
    let indent = paragraph.role == .quote ? #"<w:ind w:left="567"/>"# : ""
    let look = paragraph.role == .heading ? "<w:b/>" : paragraph.role == .quote ? "<w:i/>" : ""
    return #"<w:p><w:pPr>\#(keep)<w:spacing w:before="60" w:after="120"/>\#(indent)</w:pPr><w:r><w:rPr>\#(look)"#
      + #"<w:sz w:val="24"/><w:lang w:val="\#(language)"/></w:rPr><w:t xml:space="preserve">"#
      + XMLText.escaped(paragraph.text) + "</w:t></w:r></w:p>"
  }
}
