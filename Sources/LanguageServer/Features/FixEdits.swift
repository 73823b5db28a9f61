import Analysis
import Clauses
import SourceText

/// Works fixes out: what to write where.
struct FixEdits {
  let view: DocumentView
  let pages: RulePages
  /// What a check says of other bytes for the same document.
  let check: ([UInt8]) -> DocumentReport

  private var remarks: Remarks { Remarks(view: view, check: check) }

  /// The changes to the document; nil for a fix that is not there any more. A fix of the baseline changes another file:
  /// see `BaselineEdit`.
  func changes(for fix: Fix) -> [TextChange]? {
    switch fix.kind {
    case .clause:
      guard let clause = ModelClause.all.first(where: { $0.name == fix.name }),
        (0...view.buffer.bytes.count).contains(fix.offset)
      else { return nil }
      return [.insert(" " + clause.text, at: fix.offset)]
    case .unusedRemarks:
      return remarks.removingUnused()
    case .wording, .replacement, .allow, .remark:
      return finding(of: fix).flatMap { change(fix.kind, $0) }.map { [$0] }
    case .baseline: return nil
    }
  }

  /// The finding that `fix` is about.
  func finding(of fix: Fix) -> Finding? {
    view.placed.first { $0.finding.rule == fix.name && $0.finding.start.byte == fix.offset }?.finding
  }

  private func change(_ kind: Fix.Kind, _ finding: Finding) -> TextChange? {
    switch kind {
    case .wording:
      guard case .missing(let rule)? = pages.rule(finding.rule),
        let place = view.document.insertion(forMissingAt: finding.start.byte)
      else { return nil }
      let isHTML = view.report.format == .html
      return MissingWording(buffer: view.buffer, isHTML: isHTML).change(adding: rule.wording, at: place)
    case .replacement:
      guard case .sentence(let rule)? = pages.rule(finding.rule), let words = rule.replacement else { return nil }
      return TextChange(range: replaced(by: words, finding), text: words)
    case .allow: return remarks.allowing(finding)
    case .remark: return remarks.removing(finding)
    case .clause, .baseline, .unusedRemarks: return nil
    }
  }

  /// What plain words stand for: the found words, or their sentence if the words are one.
  private func replaced(by words: String, _ finding: Finding) -> TextRange {
    let own = TextRange(start: finding.start.byte, end: finding.end.byte)
    guard words.hasSuffix("."), let sentence = view.document.sentence(at: own.start)?.range, sentence.contains(own)
    else { return own }
    return sentence
  }
}
