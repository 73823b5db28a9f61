/// Finds what somebody may have meant.
enum Suggestions {
  /// Up to three of `names` that are most like `word`, the nearest first.
  ///
  /// Like means few changed letters, or the same part before or after the dot.
  static func nearest(to word: String, among names: [String]) -> [String] {
    let word = word.lowercased()
    let scored = names.compactMap { name -> (distance: Int, name: String)? in
      let distance = distance(from: word, to: name)
      if distance <= max(2, word.count / 3) { return (distance, name) }
      let parts = name.split(separator: ".").map(String.init)
      if word.count > 1, parts.contains(word) { return (100, name) }
      if let last = parts.last, let end = word.split(separator: ".").last, end.count > 2,
        last.contains(String(end)) || Self.distance(from: String(end), to: last) <= 2
      {
        return (200 + distance, name)
      }
      return nil
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// The number of letters to put in, take out or change (Levenshtein).
  static func distance(from a: String, to b: String) -> Int {
    let a = Array(a.utf8.prefix(100))
    let b = Array(b.utf8.prefix(100))
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
