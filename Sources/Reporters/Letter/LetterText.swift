/// A letter as plain text.
public enum LetterText {
  private static let width = 72

  /// The letter in lines of 72 columns, ending in a line feed.
  public static func render(_ letter: Letter) -> String {
    var text = ""
    for (index, paragraph) in letter.paragraphs.enumerated() {
      let indent = paragraph.role == .quote ? "    " : ""
      text += Wrapping.lines(paragraph.text.printable, width: width, first: indent).joined(separator: "\n") + "\n"
      let next = index + 1 < letter.paragraphs.count ? letter.paragraphs[index + 1].role : .blank
      // Blanks to fill in stand together.
      if paragraph.role != .blank || next != .blank { text += "\n" }
    }
    return text.hasSuffix("\n\n") ? String(text.dropLast()) : text
  }
}
