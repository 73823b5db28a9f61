import SourceText

/// Places in documents, as people name them.
public enum PlaceText {
  /// In English, for programs and staff: "paragraph 31", "page 2, line 14".
  public static func short(_ place: Place) -> String { short(place, in: EnglishTexts()) }

  /// In English, with what helps a person: see `long(_:heading:in:)`.
  static func long(_ place: Place, heading: String?) -> String { long(place, heading: heading, in: EnglishTexts()) }

  static func short(_ place: Place, in texts: any PlaceTexts) -> String {
    switch place {
    case .paragraph(let paragraph): texts.paragraph(paragraph)
    case .page(let page, let line, _): texts.page(page, line: line)
    }
  }

  /// The same with what helps a person: the heading above, and whether the words were read from a picture.
  static func long(_ place: Place, heading: String?, in texts: any PlaceTexts) -> String {
    var result = short(place, in: texts)
    if let heading, !heading.isEmpty { result += texts.under(cut(heading)) }
    if case .page(_, _, let confidence) = place, confidence != nil { result += texts.fromPicture }
    return result
  }

  private static let longest = 60

  private static func cut(_ heading: String) -> String {
    let heading = heading.printable
    return heading.count > longest ? heading.prefix(longest - 1) + "\u{2026}" : heading
  }
}
