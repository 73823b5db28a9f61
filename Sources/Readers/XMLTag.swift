/// The elements of Word's and OpenDocument's files that say something about the text, by the usual prefixes.
enum XMLTag: String {
  // A packed document's table of parts.
  case relationship = "rel:Relationship"
  // Word: text.
  case wordParagraph = "w:p"
  case wordRun = "w:r"
  case wordText = "w:t"
  case wordTab = "w:tab"
  case wordPositionalTab = "w:ptab"
  case wordBreak = "w:br"
  case wordReturn = "w:cr"
  case wordSymbol = "w:sym"
  case wordHyphen = "w:noBreakHyphen"
  case wordFootnoteReference = "w:footnoteReference"
  case wordEndnoteReference = "w:endnoteReference"
  case wordFootnote = "w:footnote"
  case wordEndnote = "w:endnote"
  case wordComment = "w:comment"
  case wordCommentStart = "w:commentRangeStart"
  case wordCommentEnd = "w:commentRangeEnd"
  case wordCommentReference = "w:commentReference"
  case mathText = "m:t"
  // Word: structure.
  case wordTable = "w:tbl"
  case wordRow = "w:tr"
  case wordCell = "w:tc"
  case wordTextBox = "w:txbxContent"
  case alternatives = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  // Word: properties.
  case wordParagraphProperties = "w:pPr"
  case wordRunProperties = "w:rPr"
  case wordParagraphStyle = "w:pStyle"
  case wordNumberID = "w:numId"
  case wordLevelIndex = "w:ilvl"
  case wordOutlineLevel = "w:outlineLvl"
  case wordIndent = "w:ind"
  case wordVanish = "w:vanish"
  // Word: tracked changes, and what is never shown.
  case wordDeleted = "w:del"
  case wordMovedFrom = "w:moveFrom"
  case wordOldRunProperties = "w:rPrChange"
  case wordOldParagraphProperties = "w:pPrChange"
  case wordOldNumbering = "w:numberingChange"
  case wordRubyText = "w:rt"
  // Word: fields and form controls.
  case wordFieldCharacter = "w:fldChar"
  case wordCheckBox = "w:checkBox"
  case wordChecked = "w:checked"
  case wordDefault = "w:default"
  case wordDropDown = "w:ddList"
  case wordResult = "w:result"
  case wordListEntry = "w:listEntry"
  case wordControl = "w:sdt"
  case wordControlContent = "w:sdtContent"
  case word14CheckBox = "w14:checkbox"
  case word14Checked = "w14:checked"
  // Word: styles and numbering.
  case wordStyle = "w:style"
  case wordName = "w:name"
  case wordBasedOn = "w:basedOn"
  case wordAbstractNumbering = "w:abstractNum"
  case wordNumbering = "w:num"
  case wordAbstractID = "w:abstractNumId"
  case wordLevel = "w:lvl"
  case wordStart = "w:start"
  case wordNumberFormat = "w:numFmt"
  case wordLevelText = "w:lvlText"
  case wordLegal = "w:isLgl"
  case wordRestart = "w:lvlRestart"
  case wordOverride = "w:lvlOverride"
  case wordStartOverride = "w:startOverride"
  case wordStyleLink = "w:styleLink"
  case wordNumberingStyleLink = "w:numStyleLink"
  // OpenDocument: text.
  case paragraph = "text:p"
  case heading = "text:h"
  case span = "text:span"
  case section = "text:section"
  case hiddenText = "text:hidden-text"
  case hiddenParagraph = "text:hidden-paragraph"
  case space = "text:s"
  case tab = "text:tab"
  case lineBreak = "text:line-break"
  case list = "text:list"
  case listItem = "text:list-item"
  case listHeader = "text:list-header"
  case note = "text:note"
  case noteCitation = "text:note-citation"
  case noteBody = "text:note-body"
  case trackedChanges = "text:tracked-changes"
  case rubyText = "text:ruby-text"
  case annotation = "office:annotation"
  case bodyText = "office:text"
  case table = "table:table"
  case row = "table:table-row"
  case cell = "table:table-cell"
  case coveredCell = "table:covered-table-cell"
  case textBox = "draw:text-box"
  case drawnTitle = "svg:title"
  case drawnDescription = "svg:desc"
  // OpenDocument: form controls.
  case forms = "office:forms"
  case formCheckBox = "form:checkbox"
  case formRadio = "form:radio"
  case formText = "form:text"
  case formTextArea = "form:textarea"
  case formComboBox = "form:combobox"
  case formFixedText = "form:fixed-text"
  case formButton = "form:button"
  case control = "draw:control"
  case contentControl = "loext:content-control"
  case fieldMark = "field:fieldmark"
  case fieldMarkStart = "field:fieldmark-start"
  case fieldMarkEnd = "field:fieldmark-end"
  case fieldParameter = "field:param"
  // OpenDocument: styles.
  case style = "style:style"
  case paragraphProperties = "style:paragraph-properties"
  case textProperties = "style:text-properties"
  case listStyle = "text:list-style"
  case numberLevel = "text:list-level-style-number"
  case bulletLevel = "text:list-level-style-bullet"
  case listLevelAlignment = "style:list-level-label-alignment"
  case listLevelProperties = "style:list-level-properties"
  case header = "style:header"
  case headerFirst = "style:header-first"
  case headerLeft = "style:header-left"
  case footer = "style:footer"
  case footerFirst = "style:footer-first"
  case footerLeft = "style:footer-left"
  /// Any element that this list does not hold.
  case other = ""

  init(name: String, namespace: String) {
    let prefix = Self.prefixes[namespace] ?? Self.openDocumentPrefix(namespace)
    self = prefix.flatMap { XMLTag(rawValue: "\($0):\(name)") } ?? .other
  }

  private static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
  ]

  /// "text" for `urn:oasis:names:tc:opendocument:xmlns:text:1.0`.
  private static func openDocumentPrefix(_ namespace: String) -> String? {
    let start = "urn:oasis:names:tc:opendocument:xmlns:"
    guard namespace.hasPrefix(start) else { return nil }
    let name = namespace.dropFirst(start.count).prefix { $0 != ":" }
    switch name {
    case "svg-compatible": return "svg"
    case "drawing": return "draw"
    default: return String(name)
    }
  }
}
