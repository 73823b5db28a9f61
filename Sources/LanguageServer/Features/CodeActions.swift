import Analysis
import Clauses
import SourceText

/// What can be done about a finding: read about it, write it better, or allow it.
struct CodeActions {
  let view: DocumentView
  let pages: RulePages
  let client: ClientAbilities
  /// True if the document is in a project: only there remarks count.
  let isInProject: Bool
  /// True if the project keeps a list of accepted findings.
  let hasBaseline: Bool
  /// The edit of a fix, for clients that ask for none later.
  let edit: (Fix) -> JSON?

  /// The kind of the action that mends all that can be mended without a thought.
  static let fixAllKind = "source.fixAll.consentlint"
  /// The longest wording in a title, in characters.
  private static let longestWording = 80

  /// True if a client that asks for the kinds `only` (nil = all) wants actions of `kind`.
  static func wants(_ kind: String, _ only: [String]?) -> Bool {
    only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } } ?? true
  }

  /// - Parameters:
  ///   - only: the kinds that the client asks for; nil = all.
  ///   - marks: the diagnostics that the client shows there.
  func json(touching range: TextRange, only: [String]?, marks: [JSON]) -> JSON {
    let wants = { (kind: String) in Self.wants(kind, only) }
    var actions: [JSON] = []
    for (finding, place) in view.findings(touching: range) {
      let own = marks.filter { $0["code"]?.string == finding.rule }
      if wants("quickfix") {
        actions += fixes(of: finding).compactMap { action($0.title, "quickfix", $0.fix, own) }
        if let explanation = explanation(of: finding, own) { actions.append(explanation) }
      }
      let isRisk = finding.effect == .risk && (finding.stance == .permits || finding.stance == .conditional)
      if isRisk, wants("refactor") {
        let offset = view.document.sentence(at: place.start)?.range.end ?? place.end
        actions += ModelClause.answers(to: finding.rule).compactMap { clause in
          let title = "Add a model clause (\(clause.name)): \u{201C}\(clause.text)\u{201D}"
          return action(title, "refactor", Fix(.clause, clause.name, at: offset), [])
        }
      }
    }
    // Asked for by its name, as when a file is saved: it needs a check of its own.
    if let only, only.contains(where: { $0.hasPrefix("source") }), wants(Self.fixAllKind) {
      let hasUnused = view.placed.contains { $0.finding.rule == Remarks.unusedRule }
      let fix = Fix(.unusedRemarks, "", at: 0)
      if hasUnused, let all = action("Take out all remarks that silence nothing", Self.fixAllKind, fix, []) {
        actions.append(all)
      }
    }
    // A sentence may hold a clause twice.
    var seen: [JSON] = []
    for action in actions where !seen.contains(action) { seen.append(action) }
    return .array(seen)
  }

  private func fixes(of finding: Finding) -> [(title: String, fix: Fix)] {
    func fix(_ kind: Fix.Kind) -> Fix { Fix(kind, finding.rule, at: finding.start.byte) }
    if finding.rule == Remarks.unusedRule { return [("Take this remark out", fix(.remark))] }
    var fixes: [(title: String, fix: Fix)] = []
    switch pages.rule(finding.rule) {
    case .missing(let rule)?: fixes.append(("Add wording: \(Self.quoted(rule.wording))", fix(.wording)))
    case .sentence(let rule)?:
      if let words = rule.replacement { fixes.append(("Write instead: \(Self.quoted(words))", fix(.replacement))) }
    case .conflict?: break
    // Marks on settings and on remarks.
    case nil: guard finding.rule.hasPrefix("policy.") else { return [] }
    }
    if isInProject { fixes.append(("Allow \(finding.rule) here, with a reason", fix(.allow))) }
    if hasBaseline { fixes.append(("Accept this \(finding.rule) in the baseline", fix(.baseline))) }
    return fixes
  }

  private static func quoted(_ text: String) -> String {
    let short = text.count > longestWording ? text.prefix(longestWording) + "\u{2026}" : text[...]
    return "\u{201C}\(short)\u{201D}"
  }

  private func action(_ title: String, _ kind: String, _ fix: Fix, _ marks: [JSON]) -> JSON? {
    // Clients that know only commands get no edits.
    guard client.takesCodeActions else { return nil }
    var edit: JSON?
    if !client.resolvesEdits {
      edit = self.edit(fix)
      if edit == nil { return nil }
    }
    return [
      "title": .string(title), "kind": .string(kind), "diagnostics": marks.isEmpty ? nil : .array(marks), "edit": edit,
      "data": fix.data(uri: view.document.uri, version: view.document.version),
    ]
  }

  private func explanation(of finding: Finding, _ marks: [JSON]) -> JSON? {
    guard pages.rule(finding.rule) != nil else { return nil }
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
}
