import Clauses
import Language

/// The Swift file that carries the built-in packs into the program.
public enum GeneratedSource {
  /// The rules, and the compiled patterns of the English ones.
  /// A `StaticString` lies in the program's read-only data: nothing is copied or built at start.
  public static func swift(packs: [RulePack]) throws(PackError) -> String {
    let english = packs.first { $0.language == Language.english.code }
    let tables =
      if let english { try ClauseFinder.compiledTables(for: english, language: .english) } else { "" }
    return """
      // Made by rulec from the YAML files. Do not edit.
      enum GeneratedRules {
        static let pack: StaticString = \(literal(PackCoding.encode(packs)))
        static let englishTables: StaticString = \(literal(tables))
      }

      """
  }

  /// A raw string literal over several lines whose value is exactly `text`.
  static func literal(_ text: String) -> String {
    let signs = String(repeating: "#", count: longestRunOfNumberSigns(in: text) + 1)
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      // The compiler would warn of these, or read CR LF as one line feed.
      case _ where scalar.properties.generalCategory == .control, "\u{FEFF}", "\u{2028}", "\u{2029}":
        escaped += "\\\(signs)u{\(String(scalar.value, radix: 16))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\(signs)\"\"\"\n\(escaped)\n\"\"\"\(signs)"
  }

  /// More signs than this cannot be in the text, so neither the literal's end nor an escape can.
  private static func longestRunOfNumberSigns(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
