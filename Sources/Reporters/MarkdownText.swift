/// Text for Markdown.
enum MarkdownText {
  /// `content` as plain text of Markdown, whatever signs a form has in it: no mark-up, no link, no HTML.
  static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.printable.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "!", "&", "@": result += "\\"
      // A bare address would become a link.
      case ":": if result.hasSuffix("http") || result.hasSuffix("https") { result += "\\" }
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// `content` for a code span, also in a table.
  static func code(_ content: String) -> String {
    String(content.printable.map { $0 == "`" ? "'" : $0 == "|" ? "/" : $0 })
  }
}
