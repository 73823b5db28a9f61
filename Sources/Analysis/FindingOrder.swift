extension DocumentReport {
  /// `findings` in the order of the text; those of one place keep theirs.
  static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.start.byte, $0.offset) < ($1.element.start.byte, $1.offset) }
      .map(\.element)
  }

  /// The same of `findings` and the few `others` behind them. The findings of a long document are moved, not copied.
  static func merged(_ findings: consuming [Finding], _ others: [Finding]) -> [Finding] {
    var result = consume findings
    let isSorted = result.indices.dropFirst().allSatisfy { result[$0 - 1].start.byte <= result[$0].start.byte }
    guard isSorted else { return inOrder(result + others) }
    var last = result.count - 1
    result += others
    var free = result.count - 1
    for other in inOrder(others).reversed() {
      while last >= 0, result[last].start.byte > other.start.byte {
        result.swapAt(last, free)
        last -= 1
        free -= 1
      }
      result[free] = other
      free -= 1
    }
    return result
  }
}
