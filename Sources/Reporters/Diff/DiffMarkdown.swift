import Analysis
import SourceText

/// A comparison in Markdown, for a pull request or a wiki page.
public struct DiffMarkdown: Sendable {
  /// Places of one change that are shown.
  private static let placesShown = 3

  public init() {}

  /// The page, ending in a line feed.
  public func render(_ comparison: Comparison) -> String {
    let wording = DiffWording(comparison)
    let texts = wording.texts
    var page = "# \(texts.diffHeading)\n\n"
    page += texts.labelled(texts.old, code(comparison.old.path)) + "  \n"
    page += texts.labelled(texts.new, code(comparison.new.path)) + "\n\n"
    page += wording.verdict + "\n"
    for section in wording.sections {
      page += "\n## \(section.heading)\n\n"
      for change in section.changes { page += item(change, wording) }
    }
    page += "\n" + wording.counts + "\n\n" + texts.diffDisclaimer + "\n"
    return page
  }

  private func item(_ change: Change, _ wording: DiffWording) -> String {
    let texts = wording.texts
    var item = "- **\(escaped(wording.headline(change)))** (\(code(change.rule)))\n"
    for (name, findings) in [(texts.old, change.old), (texts.new, change.new)] {
      for finding in findings.prefix(Self.placesShown) {
        let words = texts.labelled(name, texts.quoted(escaped(wording.excerpt(finding))))
        item += "  - \(words) (\(escaped(wording.place(of: finding))))\n"
      }
      let more = findings.count - Self.placesShown
      if more > 0 { item += "  - \(texts.labelled(name, texts.moreOfVersion(more)))\n" }
    }
    for line in wording.meaning(change) { item += "  - \(escaped(line))\n" }
    if let question = wording.question(change) { item += "  - \(escaped(question))\n" }
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
