import Analysis
import Clauses
import SourceText

/// What can be done about a clause: read about it, or give the reader a choice beside it.
struct CodeActions {
  let view: DocumentView
  let pages: RulePages
  let client: ClientAbilities

  /// - Parameters:
  ///   - only: the kinds that the client asks for; nil = all.
  ///   - marks: the diagnostics that the client shows there.
  func json(touching range: TextRange, only: [String]?, marks: [JSON]) -> JSON {
    let wants = { (kind: String) in
      only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } } ?? true
    }
    var actions: [JSON] = []
    for (finding, place) in view.findings(touching: range) {
      let own = marks.filter { $0["code"]?.string == finding.rule }
      if wants("quickfix") { actions.append(explanation(of: finding, own)) }
      let isRisk = finding.effect == .risk && (finding.stance == .permits || finding.stance == .conditional)
      if isRisk, client.takesCodeActions, wants("refactor") {
        let offset = end(of: place)
        actions += ModelClause.answers(to: finding.rule).map { addition(of: $0, for: finding, at: offset) }
      }
    }
    // A sentence may hold a clause twice.
    var seen: [JSON] = []
    for action in actions where !seen.contains(action) { seen.append(action) }
    return .array(seen)
  }

  private func explanation(of finding: Finding, _ marks: [JSON]) -> JSON {
    let title = "Explain \(finding.rule)"
    let command: JSON = [
      "title": .string(title), "command": .string(ServerCommand.explain.rawValue),
      "arguments": [.string(finding.rule)],
    ]
    guard client.takesCodeActions else { return command }
    return [
      "title": .string(title), "kind": "quickfix", "diagnostics": marks.isEmpty ? nil : .array(marks),
      "command": command,
    ]
  }

  private func addition(of clause: ModelClause, for finding: Finding, at offset: Int) -> JSON {
    [
      "title": .string("Add a model clause (\(clause.name)): \u{201C}\(clause.text)\u{201D}"), "kind": "refactor",
      "edit": client.resolvesEdits ? nil : edit(adding: clause.name, at: offset),
      "data": [
        "uri": .string(view.document.uri), "version": .integer(view.document.version),
        "clause": .string(clause.name), "offset": .integer(offset),
      ],
    ]
  }

  /// The end of the sentence around `place`: a clause goes between sentences.
  private func end(of place: TextRange) -> Int {
    view.document.sentence(at: place.start)?.range.end ?? place.end
  }

  /// The edit that puts a model clause behind byte `offset`; nil if there is no such clause.
  func edit(adding name: String, at offset: Int) -> JSON? {
    guard let clause = ModelClause.all.first(where: { $0.name == name }), offset >= 0,
      offset <= view.buffer.bytes.count
    else { return nil }
    let edit: JSON = ["range": view.json(TextRange(start: offset, end: offset)), "newText": .string(" " + clause.text)]
    if client.takesDocumentChanges {
      let document: JSON = ["uri": .string(view.document.uri), "version": .integer(view.document.version)]
      return ["documentChanges": [["textDocument": document, "edits": [edit]]]]
    }
    return ["changes": .object([.init(key: view.document.uri, value: [edit])])]
  }
}
