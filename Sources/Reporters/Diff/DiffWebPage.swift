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
    let wording = DiffWording(comparison)
    let texts = wording.texts
    var page = """
      <!DOCTYPE html>
      <html lang="\(texts.language)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(Self.styleHash)'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(texts.diffHeading))</title>
      <style>\(Self.style)</style></head>
      <body><main><h1>\(escaped(texts.diffHeading))</h1>
      <p>\(escaped(texts.labelled(texts.old, comparison.old.path)))<br>\
      \(escaped(texts.labelled(texts.new, comparison.new.path)))</p>
      <p>\(escaped(wording.verdict))</p>

      """
    for section in wording.sections {
      page += "<h2>\(escaped(section.heading))</h2>\n"
      for change in section.changes { page += part(change, wording) }
    }
    if !comparison.matched.isEmpty {
      page += "<details><summary>\(escaped(texts.matchedHeading))</summary>\n"
      for clause in comparison.matched {
        page += "<h3>\(escaped(texts.labelled(wording.headline(clause.new), wording.fate(clause))))</h3>\n"
        page += table([clause.old], [clause.new], wording)
      }
      page += "</details>\n"
    }
    page += "<p>\(escaped(wording.counts))</p>\n<p>\(escaped(texts.diffDisclaimer))</p>\n"
    return page + "</main></body></html>\n"
  }

  private func part(_ change: Change, _ wording: DiffWording) -> String {
    var part = "<section\(change.kind.isLoss ? " class=\"lost\"" : "")>"
    part += "<h3>\(escaped(wording.headline(change)))</h3>\n"
    for line in wording.meaning(change) { part += "<p>\(escaped(line))</p>\n" }
    part += table(change.old, change.new, wording)
    if let question = wording.question(change) { part += "<p>\(escaped(question))</p>\n" }
    return part + "<p class=\"rule\">\(escaped(change.rule))</p></section>\n"
  }

  private func table(_ old: [Finding], _ new: [Finding], _ wording: DiffWording) -> String {
    let texts = wording.texts
    return "<table><thead><tr><th scope=\"col\">\(texts.old)</th><th scope=\"col\">\(texts.new)</th></tr></thead>"
      + "<tbody><tr><td>\(cell(old, wording))</td><td>\(cell(new, wording))</td></tr></tbody></table>\n"
  }

  private func cell(_ findings: [Finding], _ wording: DiffWording) -> String {
    guard !findings.isEmpty else { return "<span class=\"none\">\(escaped(wording.texts.saysNothing))</span>" }
    return findings.map { finding in
      "<p>\(marked(finding, wording))<br><span class=\"place\">\(escaped(wording.place(of: finding)))</span></p>"
    }.joined()
  }

  /// The sentence with the words that were found marked.
  private func marked(_ finding: Finding, _ wording: DiffWording) -> String {
    let (sentence, quote) = (wording.excerpt(finding), finding.quote.printable)
    guard !quote.isEmpty, let range = sentence.firstRange(of: quote) else { return escaped(sentence) }
    return escaped(String(sentence[..<range.lowerBound])) + "<mark>\(escaped(quote))</mark>"
      + escaped(String(sentence[range.upperBound...]))
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
