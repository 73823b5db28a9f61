import Analysis

/// The page for one rule as HTML, for a browser: one file, without scripts or anything from elsewhere.
public enum RuleWebPage {
  public static func render(_ rule: AnyRule) -> String {
    // The words are those of `explain`; only the frame is another.
    let text = RulePage(style: Style(colour: false, width: 90), showsAll: true).render(rule)
    let escapedLines = text.split(separator: "\n", omittingEmptySubsequences: false).map { XMLText.escaped(String($0)) }
      .joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(XMLText.escaped(rule.id)): \(XMLText.escaped(rule.title))</title>
      <style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}\
      pre{white-space:pre-wrap;font:inherit}</style></head>
      <body><pre>\(escapedLines)</pre></body></html>

      """
  }
}
