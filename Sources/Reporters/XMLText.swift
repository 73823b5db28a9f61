/// Text for XML and HTML.
enum XMLText {
  /// `content` as text of an element or as an attribute's value. Signs that command a terminal or turn the direction of
  /// text are replaced, as everywhere: a page must not be able to hide what it says. So are those that XML has not.
  static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
