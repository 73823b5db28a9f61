extension DocumentReport {
  /// `findings` in the order of the text; those of one place keep theirs.
  static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.start.byte, $0.offset) < ($1.element.start.byte, $1.offset) }
      .map(\.element)
  }

  /// The same of `findings` and the few `others` behind them.
  static func merged(_ findings: [Finding], _ others: [Finding]) -> [Finding] {
    let isSorted = findings.indices.dropFirst().allSatisfy { findings[$0 - 1].start.byte <= findings[$0].start.byte }
    guard isSorted else { return inOrder(findings + others) }
    var result: [Finding] = []
    result.reserveCapacity(findings.count + others.count)
    var next = 0
    for other in inOrder(others) {
      var end = next
      while end < findings.count, findings[end].start.byte <= other.start.byte { end += 1 }
      result += findings[next..<end]
      result.append(other)
      next = end
    }
    return result + findings[next...]
  }
}
