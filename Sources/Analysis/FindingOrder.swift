extension DocumentReport {
  /// `findings` in the order of the text; those of one place keep theirs.
  static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.start.byte, $0.offset) < ($1.element.start.byte, $1.offset) }
      .map(\.element)
  }

  /// The same of `findings` and the few `others` behind them, without moving each finding of a long document about.
  static func merged(_ findings: [Finding], _ others: [Finding]) -> [Finding] {
    guard zip(findings, findings.dropFirst()).allSatisfy({ $0.start.byte <= $1.start.byte }) else {
      return inOrder(findings + others)
    }
    var result: [Finding] = []
    result.reserveCapacity(findings.count + others.count)
    var at = 0
    for other in inOrder(others) {
      var (low, high) = (at, findings.count)
      while low < high {
        let middle = (low + high) / 2
        if findings[middle].start.byte <= other.start.byte { low = middle + 1 } else { high = middle }
      }
      result += findings[at..<low]
      result.append(other)
      at = low
    }
    return result + findings[at...]
  }
}
