/// Lines of a report as they are put together.
struct Page {
  let style: Style
  private(set) var text = ""

  init(style: Style) {
    self.style = style
  }

  /// Adds wrapped lines; `first` is put before the first and its width before the others.
  mutating func lines(_ text: String, first: String = "", role: Style.Role? = nil) {
    for line in Wrapping.lines(text.printable, width: style.width, first: first) {
      self.text += role.map { style.paint(line, $0) } ?? line
      self.text += "\n"
    }
  }

  /// Adds wrapped lines and an empty one.
  mutating func paragraph(_ text: String, role: Style.Role? = nil) {
    lines(text, role: role)
    blank()
  }

  /// Adds a heading, underlined so that it stands out without colour too.
  mutating func heading(_ text: String) {
    lines(text, role: .heading)
    lines(String(repeating: "-", count: min(text.columns, style.width)))
    blank()
  }

  /// Adds a line as it is.
  mutating func line(_ line: String) {
    text += line + "\n"
  }

  mutating func blank() {
    text += "\n"
  }

  /// Adds what `other` has.
  mutating func add(_ other: Page) {
    text += other.text
  }

  /// Adds an empty line if there is none at the end.
  mutating func endParagraph() {
    if !text.hasSuffix("\n\n") { blank() }
  }

  /// How many lines there are.
  var lineCount: Int { text.utf8.count { $0 == 0x0A } }
}
