import Analysis
import SourceText

/// The places of a finding that has more than one, such as the two halves of a contradiction: each leads to the others.
struct RelatedPlaces {
  let view: DocumentView

  /// The places that belong to what stands at byte `offset`, without the one there.
  func others(at offset: Int) -> JSON {
    json(groups(at: offset).flatMap { group in group.filter { !Self.holds($0, offset) } })
  }

  /// The same, with the places at `offset` if `includesOwn`.
  func all(at offset: Int, includesOwn: Bool) -> JSON {
    includesOwn ? json(groups(at: offset).flatMap { $0 }) : others(at: offset)
  }

  private func groups(at offset: Int) -> [[TextRange]] {
    view.placed.compactMap { finding, range in
      let places = [range] + finding.related.filter { $0.place == nil }.map(\.range)
      return places.count > 1 && places.contains { Self.holds($0, offset) } ? places : nil
    }
  }

  private static func holds(_ range: TextRange, _ offset: Int) -> Bool { range.start <= offset && offset <= range.end }

  private func json(_ places: [TextRange]) -> JSON {
    var seen: [TextRange] = []
    for place in places where !seen.contains(place) { seen.append(place) }
    return .array(
      seen.sorted { $0.start < $1.start }.map { ["uri": .string(view.document.uri), "range": view.json($0)] })
  }
}

extension Finding.Related {
  /// Its bytes in the file.
  var range: TextRange { TextRange(start: start.byte, end: max(start.byte, end.byte)) }
}
