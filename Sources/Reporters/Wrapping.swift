/// Sets text in lines of a fixed width.
enum Wrapping {
  /// The lines of `text`, none wider than `width` columns.
  ///
  /// - Parameters:
  ///   - first: put before the first line, for instance a bullet.
  ///   - rest: put before the other lines; nil = as many spaces as `first` has columns.
  static func lines(_ text: String, width: Int, first: String = "", rest: String? = nil) -> [String] {
    let indent = rest ?? String(repeating: " ", count: first.columns)
    var lines: [String] = []
    var line = first
    var used = first.columns
    var isEmpty = true

    func breakLine() {
      lines.append(line)
      line = indent
      used = indent.columns
      isEmpty = true
    }

    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      let columns = String(word).columns
      if !isEmpty, used + 1 + columns > width { breakLine() }
      if !isEmpty {
        line += " "
        used += 1
      }
      if used + columns <= width {
        line += word
        used += columns
      } else {
        // A word that is wider than the line, such as an address, is cut.
        for character in word {
          let columns = String(character).columns
          if used + columns > width, !isEmpty { breakLine() }
          line.append(character)
          used += columns
          isEmpty = false
        }
      }
      isEmpty = false
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
