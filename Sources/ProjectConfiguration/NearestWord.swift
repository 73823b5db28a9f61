extension Collection where Element == String {
  /// The word of the list that a mistyped one was most likely meant to be; nil if none is near.
  /// The first of several that are equally near.
  package func nearest(to word: String) -> String? {
    let limit = Swift.max(1, word.utf8.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in self {
      let distance = editDistance(Array(word.utf8), Array(candidate.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// "; did you mean `x`?"; empty if no word is near.
  package func nearHint(for word: String) -> String {
    nearest(to: word).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// "; did you mean `x`?", or else the list of all words.
  package func hint(for word: String) -> String {
    let near = nearHint(for: word)
    if !near.isEmpty { return near }
    return isEmpty ? "" : "; use one of: \(joined(separator: ", "))"
  }
}

/// How many bytes must be put in, left out, replaced or swapped with their neighbour to turn `a` into `b`.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
      row.append(cost)
    }
    (beforePrevious, previous) = (previous, row)
  }
  return previous[b.count]
}
