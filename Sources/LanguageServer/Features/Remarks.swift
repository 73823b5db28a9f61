import Analysis
import SourceText

/// Remarks to this program in a document: puts them in, and takes out those that silence nothing.
struct Remarks {
  let view: DocumentView
  /// What a check says of other bytes for the same document.
  let check: ([UInt8]) -> DocumentReport

  /// The rule on remarks that silence nothing.
  static let unusedRule = "suppression.unused"

  /// Most remarks that are taken out at a time: each may need a check of the document.
  private static let mostRemoved = 50

  /// Stands for the reason until the drafter writes it. It has no letter, so the remark does not count before.
  private static let openReason = "..."

  /// The change that puts a remark in which allows `finding`; nil if none would.
  ///
  /// Formats differ in what a remark is about. So each way to write it is tried; the one that silences least is taken.
  func allowing(_ finding: Finding) -> TextChange? {
    let tried = spots(for: finding).map { spot in
      (spot, check([written(spot, finding.rule, reason: "agreed")].applied(to: view.buffer.bytes)))
    }
    let works = tried.filter { $0.1.suppressed.contains { $0.finding.fingerprint == finding.fingerprint } }
    let most = works.map(\.1.findings.count).max()
    return works.first { $0.1.findings.count == most }
      .map { written($0.0, finding.rule, reason: Self.openReason) }
  }

  /// A place for a remark, with what goes around it.
  private struct Spot {
    var offset: Int
    var before = ""
    var after = ""
  }

  private func spots(for finding: Finding) -> [Spot] {
    let start = finding.start.byte
    let sentence = view.document.sentence(at: start)?.range ?? TextRange(start: start, end: start)
    let line = view.buffer.contents(ofLine: view.buffer.line(at: sentence.start))
    let isFirst = view.buffer.bytes[line.lowerBound..<max(line.lowerBound, sentence.start)]
      .allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let above = Spot(offset: line.lowerBound, after: "\n")
    let inLine = [Spot(offset: sentence.start, after: " "), Spot(offset: sentence.end, before: " ")]
    return isFirst ? [above] + inLine : inLine + [above]
  }

  private func written(_ spot: Spot, _ rule: String, reason: String) -> TextChange {
    .insert("\(spot.before)<!-- consentlint: allow \(rule) -- \(reason) -->\(spot.after)", at: spot.offset)
  }

  /// The change that takes out the remark which `finding` complains of.
  func removing(_ finding: Finding) -> TextChange {
    var range = TextRange(start: finding.start.byte, end: max(finding.start.byte, finding.end.byte))
    let bytes = view.buffer.bytes
    let line = view.buffer.line(at: range.start)
    let contents = view.buffer.contents(ofLine: line)
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let isAlone =
      bytes[contents.lowerBound..<range.start].allSatisfy(isSpace) && range.end <= contents.upperBound
      && bytes[range.end..<contents.upperBound].allSatisfy(isSpace)
    if isAlone {
      let next = line + 1 < view.buffer.lineCount ? view.buffer.contents(ofLine: line + 1).lowerBound : bytes.count
      range = TextRange(start: contents.lowerBound, end: next)
    } else if range.start > 0, range.end < bytes.count, isSpace(bytes[range.start - 1]), isSpace(bytes[range.end]) {
      // One of the two spaces around it.
      range.end += 1
    }
    return TextChange(range: range, text: "")
  }

  /// The changes that take out the remarks which silence nothing, but for those whose going would change anything else
  /// that is said of the document.
  func removingUnused() -> [TextChange] {
    let changes = view.placed.filter { $0.finding.rule == Self.unusedRule }.prefix(Self.mostRemoved)
      .map { removing($0.finding) }
    guard !changes.isEmpty else { return [] }
    let before = Self.statements(of: view.report)
    let isSafe = { (changes: [TextChange]) in
      Self.statements(of: check(changes.applied(to: view.buffer.bytes))) == before
    }
    if isSafe(changes) { return changes }
    let safe = changes.filter { isSafe([$0]) }
    return isSafe(safe) ? safe : []
  }

  /// All that a report says, apart from remarks that silence nothing.
  private static func statements(of report: DocumentReport) -> [String] {
    report.findings.filter { $0.rule != unusedRule }.map { "\($0.rule) \($0.fingerprint)" }
      + report.suppressed.map { "allowed \($0.finding.rule) \($0.finding.fingerprint)" }
  }
}
