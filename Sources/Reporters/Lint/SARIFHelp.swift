import Analysis
import Clauses

/// What a rule says of itself, as far as its findings know it.
enum SARIFHelp {
  static func text(for finding: Finding) -> String {
    var parts = [finding.why]
    if !finding.ask.isEmpty { parts.append("What to ask: \(finding.ask)") }
    parts += finding.see.map { "Source: \($0.cite)\($0.url.map { " <\($0)>" } ?? "")" }
    parts.append("More: \(ToolVersion.name) explain \(finding.rule)")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  static func markdown(for finding: Finding) -> String {
    var parts = [MarkdownText.escaped(finding.why)]
    if !finding.ask.isEmpty { parts.append("What to ask: *\(MarkdownText.escaped(finding.ask))*") }
    let sources = finding.see.map { citation in
      citation.url.map { "- [\(MarkdownText.escaped(citation.cite))](\($0))" }
        ?? "- \(MarkdownText.escaped(citation.cite))"
    }
    if !sources.isEmpty { parts.append(sources.joined(separator: "\n")) }
    parts.append("More: `\(ToolVersion.name) explain \(MarkdownText.code(finding.rule))`")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
