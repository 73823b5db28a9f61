import Analysis
import Clauses
import Reporters
import SourceText

/// What a finding means, under the pointer.
struct Hover {
  let view: DocumentView
  let pages: RulePages
  let isMarkdown: Bool

  /// More clauses in one place would fill the screen.
  private static let mostShown = 3

  /// The hover at byte `offset`, or null.
  func json(at offset: Int) -> JSON {
    let found = view.findings(touching: TextRange(start: offset, end: offset))
    guard let first = found.first else { return .null }
    let shown = found.prefix(Self.mostShown)
    var parts = shown.map { isMarkdown ? markdown($0.finding) : plain($0.finding) }
    if found.count > shown.count { parts.append("and \(found.count - shown.count) more here") }
    let range = shown.dropFirst().reduce(first.range) {
      TextRange(start: min($0.start, $1.range.start), end: max($0.end, $1.range.end))
    }
    return [
      "contents": [
        "kind": isMarkdown ? "markdown" : "plaintext",
        "value": .string(parts.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n")),
      ],
      "range": view.json(range),
    ]
  }

  private func plain(_ finding: Finding) -> String {
    var lines = ["\(finding.title) (\(StanceText.long(finding)))", finding.message]
    for (name, words) in finding.captures.sorted(by: { $0.key < $1.key }) { lines.append("\(name): \(words)") }
    lines += others(finding).map { "\($0.where): \u{201C}\(line($0.quote))\u{201D}" }
    lines += ["Why it matters: \(line(finding.why))", "A patient would ask: \(finding.ask)"]
    if let words = wording(for: finding) { lines.append("\(words.name): \u{201C}\(line(words.text))\u{201D}") }
    lines += finding.see.map { "Source: \(Self.source($0))" }
    lines.append("Rule: \(finding.rule)")
    return lines.joined(separator: "\n")
  }

  private func markdown(_ finding: Finding) -> String {
    var parts = ["**\(escaped(finding.title))** (\(StanceText.long(finding)))", escaped(finding.message)]
    let captures = finding.captures.sorted { $0.key < $1.key }
    if !captures.isEmpty {
      parts.append(captures.map { "- \(escaped($0.key)): “\(escaped($0.value))”" }.joined(separator: "\n"))
    }
    parts += others(finding).map { "**\($0.where).** \u{201C}\(escaped($0.quote))\u{201D}" }
    parts.append("**Why it matters.** \(escaped(line(finding.why)))")
    if !finding.ask.isEmpty { parts.append("**A patient would ask.** \(escaped(finding.ask))") }
    if let words = wording(for: finding) { parts.append("**\(words.name).** \u{201C}\(escaped(words.text))\u{201D}") }
    if !finding.see.isEmpty {
      let sources = finding.see.map { citation in
        citation.url.map { "[\(escaped(citation.cite))](\($0)) (\(citation.checked))" }
          ?? escaped(Self.source(citation))
      }
      parts.append("**Sources.** " + sources.joined(separator: "; "))
    }
    parts.append(pages.uri(of: finding.rule).map { "[\(finding.rule)](\($0))" } ?? "`\(finding.rule)`")
    return parts.joined(separator: "\n\n")
  }

  /// The other places of a finding: where, and the words there.
  private func others(_ finding: Finding) -> [(where: String, quote: String)] {
    finding.related.map { ("The other part, line \($0.start.line)", $0.quote) }
  }

  /// Words that the drafter can write.
  private func wording(for finding: Finding) -> (name: String, text: String)? {
    switch pages.rule(finding.rule) {
    case .missing(let rule)?: ("Words to start from", rule.wording)
    case .sentence(let rule)?: rule.replacement.map { ("Plain words instead", $0) }
    case .conflict?, nil: nil
    }
  }

  private static func source(_ citation: Rule.Citation) -> String { "\(citation.cite) (\(citation.checked))" }

  /// The text on one line.
  private func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with Markdown's signs as plain signs: words of the document must not become links or pictures.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      if "\\`*_{}[]<>#|!~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
