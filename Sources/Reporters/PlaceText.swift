import SourceText

/// The words for places in documents that have no lines.
public enum PlaceText {
  /// "paragraph 31", "page 2, line 14".
  public static func short(_ place: Place) -> String {
    switch place {
    case .paragraph(let paragraph): "paragraph \(paragraph)"
    case .page(let page, let line, _): "page \(page), line \(line)"
    }
  }

  /// The same with what helps a person: the heading above, and whether the words were read from a picture.
  static func long(_ place: Place, heading: String?) -> String {
    var result = short(place)
    if let heading, !heading.isEmpty { result += ", under \u{201C}\(cut(heading))\u{201D}" }
    if case .page(_, _, let confidence) = place, confidence != nil { result += ", read from a picture" }
    return result
  }

  private static let longest = 60

  private static func cut(_ heading: String) -> String {
    let heading = heading.printable
    return heading.count > longest ? heading.prefix(longest - 1) + "\u{2026}" : heading
  }
}
