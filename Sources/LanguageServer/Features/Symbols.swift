import Analysis
import SourceText

/// The outline: sections, and the clauses in them.
struct Symbols {
  let view: DocumentView

  /// LSP's kinds: a section is shown as a namespace, a clause as a key.
  private static let sectionKind = 3
  private static let clauseKind = 20

  /// As a tree, or as a list for clients that know no tree.
  func json(isNested: Bool) -> JSON {
    var clauses = view.placed[...]
    let sections = Section.all(in: view.document.blocks)
    if !isNested { return .array(sections.flatMap { flat($0, in: nil) } + clauses.map { flat($0) }) }
    var symbols: [JSON] = []
    for section in sections {
      symbols += take(&clauses, before: section.range.start)
      symbols.append(symbol(section, &clauses))
    }
    return .array(symbols + take(&clauses, before: .max))
  }

  private func symbol(_ section: Section, _ clauses: inout ArraySlice<(finding: Finding, range: TextRange)>) -> JSON {
    var children: [JSON] = []
    for child in section.children {
      children += take(&clauses, before: child.range.start)
      children.append(symbol(child, &clauses))
    }
    children += take(&clauses, before: section.range.end)
    return [
      "name": .string(Self.name(section)), "kind": .integer(Self.sectionKind), "range": view.json(section.range),
      "selectionRange": view.json(section.heading), "children": .array(children),
    ]
  }

  /// The clauses that begin before `end`, which are in order.
  private func take(_ clauses: inout ArraySlice<(finding: Finding, range: TextRange)>, before end: Int) -> [JSON] {
    let first = clauses.prefix { $0.range.start < end }
    clauses = clauses.dropFirst(first.count)
    return first.map { finding, range in
      [
        "name": .string(finding.title), "detail": .string("\(finding.rule), \(StanceText.verb(finding))"),
        "kind": .integer(Self.clauseKind), "range": view.json(range), "selectionRange": view.json(range),
      ]
    }
  }

  private func flat(_ section: Section, in container: String?) -> [JSON] {
    let name = Self.name(section)
    let own: JSON = [
      "name": .string(name), "kind": .integer(Self.sectionKind), "containerName": container.map { .string($0) },
      "location": ["uri": .string(view.document.uri), "range": view.json(section.range)],
    ]
    return [own] + section.children.flatMap { flat($0, in: name) }
  }

  private func flat(_ clause: (finding: Finding, range: TextRange)) -> JSON {
    [
      "name": .string("\(clause.finding.title) (\(StanceText.verb(clause.finding)))"),
      "kind": .integer(Self.clauseKind),
      "location": ["uri": .string(view.document.uri), "range": view.json(clause.range)],
    ]
  }

  /// A name may not be empty.
  private static func name(_ section: Section) -> String {
    let name = section.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return name.isEmpty ? "(heading)" : name
  }
}
