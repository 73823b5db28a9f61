/// Who else may get the data: names that one version has and the other has not.
enum Recipients {
  /// Rules that say who gets the data, besides those of the group "sharing".
  private static let rules: Set<String> = ["commercial.business-transfer", "commercial.sale-remuneration"]
  /// The capture by which a rule of one's own can say who it is.
  private static let capture = "recipient"

  /// The recipients that `finding` names and none of `before` does; empty unless others get the data by it.
  static func added(in finding: Finding, to before: [Finding]) -> [String] {
    guard finding.worth <= 0, finding.stance != .denies else { return [] }
    if let recipient = finding.captures[capture] {
      let known = before.compactMap { $0.captures[capture]?.lowercased() }
      return known.contains(recipient.lowercased()) ? [] : [recipient]
    }
    guard finding.group == "sharing" || rules.contains(finding.rule) else { return [] }
    let known = Set(before.flatMap { words($0.sentence).map { $0.lowercased() } })
    return names(finding.sentence).filter { name in
      !words(name).allSatisfy { known.contains($0.lowercased()) }
    }
  }

  /// The words of `sentence` without the signs around them.
  private static func words(_ sentence: String) -> [Substring] {
    sentence.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
  }

  /// Runs of capitalised words that do not begin the sentence ("Northlake Imaging").
  private static func names(_ sentence: String) -> [String] {
    var names: [String] = []
    var run: [Substring] = []
    var isFirst = true
    func close() {
      if !run.isEmpty { names.append(run.joined(separator: " ")) }
      run = []
    }
    for part in sentence.split(separator: " ") {
      let trimmed = part.trimmed
      // "I" and short capitals such as "US" or "AI" are no names of recipients.
      let isName = !isFirst && trimmed.count > 3 && trimmed.first.map(\.isUppercase) ?? false
      isFirst = part.last.map { ".?!:".contains($0) } ?? false
      if isName { run.append(trimmed) } else { close() }
      if part.last.map({ ",;".contains($0) }) ?? false { close() }
    }
    close()
    // A line in capitals has no names that could be told from words.
    return sentence.contains(where: \.isLowercase) ? names : []
  }
}

extension Substring {
  /// The word without the signs before and behind it.
  fileprivate var trimmed: Substring {
    let start = drop { !($0.isLetter || $0.isNumber) }
    guard let last = start.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return start }
    return start[...last]
  }
}
