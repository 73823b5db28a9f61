/// A kind of document, and the phrases that tell it.
///
/// One YAML file is one kind; the file's name is the id (`Rules/kinds/npp.yaml` is `npp`).
public struct DocumentKind: Sendable, Equatable {
  /// The id of a document that is of none of the kinds.
  public static let general = "general"

  public var id: String
  /// What a patient would call it, without an article ("research consent form").
  public var title: String
  /// The same by language code, where the kind has a name in another.
  public var titles: [String: String]
  /// The cues as one text, a line each. At start this is one copy, and not a thousand small ones: the program takes
  /// the cues apart only where somebody adds kinds of his own.
  var cueText: String

  public init(id: String, title: String, titles: [String: String] = [:], cues: [Cue]) {
    self.init(id: id, title: title, titles: titles, cueText: cues.map(\.line).joined(separator: "\n"))
  }

  init(id: String, title: String, titles: [String: String], cueText: String) {
    self.id = id
    self.title = title
    self.titles = titles
    self.cueText = cueText
  }

  /// The title in a language, or in the base language where it has no other.
  public func title(in language: String) -> String { titles[language] ?? title }

  /// The phrases that speak for the kind.
  public var cues: [Cue] { cueText.split(separator: "\n").compactMap { Cue(line: $0) } }

  /// A phrase that speaks for the kind.
  public struct Cue: Sendable, Equatable {
    /// Where the phrase counts.
    public enum Place: String, Sendable, CaseIterable {
      /// In the document's title, and less in a heading.
      case title
      /// Anywhere.
      case text
    }

    /// The weights that a cue may have.
    public static let weights = 1...9

    /// Language code of the phrase.
    public var language: String
    public var place: Place
    public var weight: Int
    /// On one line.
    public var phrase: String

    public init(language: String, place: Place, weight: Int, phrase: String) {
      self.language = language
      self.place = place
      self.weight = weight
      self.phrase = phrase
    }

    fileprivate init?(line: Substring) {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let place = Place(rawValue: String(parts[1])), let weight = Int(parts[2]),
        Self.weights.contains(weight)
      else { return nil }
      self.init(language: String(parts[0]), place: place, weight: weight, phrase: String(parts[3]))
    }

    fileprivate var line: String { "\(language) \(place.rawValue) \(weight) \(phrase)" }
  }
}
