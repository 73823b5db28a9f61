import Analysis
import SourceText

/// A comparison in Markdown, for a pull request or a wiki page.
public struct DiffMarkdown: Sendable {
  /// Places of one change that are shown.
  private static let placesShown = 3

  public init() {}

  /// The page, ending in a line feed.
  public func render(_ comparison: Comparison) -> String {
    var page = "# What changed in the form\n\n"
    page += "Old: \(code(comparison.old.path))  \nNew: \(code(comparison.new.path))\n\n"
    page += DiffWording.verdict(comparison) + "\n"
    for section in DiffWording.sections(comparison) {
      page += "\n## \(section.heading)\n\n"
      for change in section.changes { page += item(change) }
    }
    page += "\n" + DiffWording.counts(comparison) + "\n\n" + DiffWording.caution + "\n"
    return page
  }

  private func item(_ change: Change) -> String {
    var item = "- **\(escaped(DiffWording.headline(change)))** (\(code(change.rule)))\n"
    for (name, findings) in [("Old", change.old), ("New", change.new)] {
      for finding in findings.prefix(Self.placesShown) {
        item += "  - \(name): “\(escaped(DiffWording.excerpt(finding)))” (\(escaped(DiffWording.place(of: finding))))\n"
      }
      if findings.count > Self.placesShown { item += "  - \(name): \(findings.count - Self.placesShown) more\n" }
    }
    for line in DiffWording.meaning(change) { item += "  - \(escaped(line))\n" }
    if let question = DiffWording.question(change) { item += "  - Ask: \(escaped(question))\n" }
    return item
  }

  /// `text` as code; a name of a file can hold any sign.
  private func code(_ text: String) -> String {
    "`\(String(text.printable.map { $0 == "`" ? "'" : $0 }))`"
  }

  /// `text` with the signs that Markdown or HTML would take as theirs.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
