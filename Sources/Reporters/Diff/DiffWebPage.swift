import Analysis
import SourceText

/// A comparison as a web page, old and new side by side: one file without scripts or anything from elsewhere.
public struct DiffWebPage: Sendable {
  /// The page's only style. A browser takes it by `styleHash`; nothing else may run or load.
  static let style = """
    body{max-width:72rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif;color:#1a1a1a;background:#fff}\
    table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.5rem 0 1.5rem}\
    th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border:1px solid #999;overflow-wrap:anywhere}\
    h3{margin:1.5rem 0 0}.lost{border-left:.4rem solid #8a1c00;padding-left:.75rem}\
    .place,.rule{color:#4a4a4a;font-size:.9rem}.none{color:#4a4a4a}mark{background:#ffe08a;color:inherit}
    """
  /// SHA-256 of `style`, as a content security policy names it.
  static let styleHash = "sha256-OXJ/7JhwgyA4ncWhNwHV5RXkPSawMaDGW6NvDEMtFbc="

  public init() {}

  /// The page, ending in a line feed.
  public func render(_ comparison: Comparison) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(Self.styleHash)'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>What changed in the form</title>
      <style>\(Self.style)</style></head>
      <body><main><h1>What changed in the form</h1>
      <p>Old: \(escaped(comparison.old.path))<br>New: \(escaped(comparison.new.path))</p>
      <p>\(escaped(DiffWording.verdict(comparison)))</p>

      """
    for section in DiffWording.sections(comparison) {
      page += "<h2>\(escaped(section.heading))</h2>\n"
      for change in section.changes { page += part(change) }
    }
    if !comparison.matched.isEmpty {
      page += "<details><summary>Moved or reworded, with the same meaning</summary>\n"
      for clause in comparison.matched {
        page += "<h3>\(escaped(clause.new.headline)): \(DiffWording.fate(clause))</h3>\n"
        page += table([clause.old], [clause.new])
      }
      page += "</details>\n"
    }
    page += "<p>\(escaped(DiffWording.counts(comparison)))</p>\n<p>\(escaped(DiffWording.caution))</p>\n"
    return page + "</main></body></html>\n"
  }

  private func part(_ change: Change) -> String {
    var part = "<section\(change.kind.isLoss ? " class=\"lost\"" : "")>"
    part += "<h3>\(escaped(DiffWording.headline(change)))</h3>\n"
    for line in DiffWording.meaning(change) { part += "<p>\(escaped(line))</p>\n" }
    part += table(change.old, change.new)
    if let question = DiffWording.question(change) { part += "<p>Ask: \(escaped(question))</p>\n" }
    return part + "<p class=\"rule\">\(escaped(change.rule))</p></section>\n"
  }

  private func table(_ old: [Finding], _ new: [Finding]) -> String {
    "<table><thead><tr><th scope=\"col\">Old</th><th scope=\"col\">New</th></tr></thead>"
      + "<tbody><tr><td>\(cell(old))</td><td>\(cell(new))</td></tr></tbody></table>\n"
  }

  private func cell(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "<span class=\"none\">says nothing of it</span>" }
    return findings.map { finding in
      "<p>\(marked(finding))<br><span class=\"place\">\(escaped(DiffWording.place(of: finding)))</span></p>"
    }.joined()
  }

  /// The sentence with the words that were found marked.
  private func marked(_ finding: Finding) -> String {
    let (sentence, quote) = (DiffWording.excerpt(finding), finding.quote.printable)
    guard !quote.isEmpty, let range = sentence.firstRange(of: quote) else { return escaped(sentence) }
    return escaped(String(sentence[..<range.lowerBound])) + "<mark>\(escaped(quote))</mark>"
      + escaped(String(sentence[range.upperBound...]))
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
