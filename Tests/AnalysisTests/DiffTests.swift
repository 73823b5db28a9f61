import Analysis
import SourceText
import Testing

/// Two versions compared by what they mean: each kind of change, and what is none.
@Suite struct DiffTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let old: [String]
    let new: [String]
    /// "kind rule", in the order of the report.
    let changes: [String]
    var matched: [String] = []

    init(_ name: String, _ old: [String], _ new: [String], _ changes: String..., matched: [String] = []) {
      (testDescription, self.old, self.new, self.changes, self.matched) = (name, old, new, changes, matched)
    }
  }

  private static let opening = "Please read this leaflet before you come to the clinic."
  private static let parking = "The car park behind the main building is free of charge."
  private static let train = "Your chest X-rays may be used to teach software how to spot pneumonia."
  private static let trainAgain = "Stored ultrasound pictures go into a training set for new algorithms."
  private static let neverTrain = "Your chest X-rays will not be used to teach software how to spot pneumonia."
  private static let encrypted = "All of your records are encrypted on our servers."
  private static let copy = "You may ask for a copy of your medical record."
  private static let partner = "We may share your scans with a research company named in the list below."

  static let pairs = [
    Pair("nothing", [opening, train], [opening, train]),
    Pair("added", [opening, parking], [opening, train, parking], "permits ai.training"),
    Pair("removed", [opening, train, parking], [opening, parking], "no-longer-permits ai.training"),
    Pair("a promise gone", [encrypted, parking], [parking], "promise-gone security.encryption"),
    Pair("a promise added", [parking], [encrypted, parking], "promise-added security.encryption"),
    Pair(
      "flipped", [opening, train, parking], [opening, neverTrain, parking], "turned-better ai.no-training-promise"),
    Pair("flipped back", [opening, neverTrain], [opening, train], "turned-worse ai.training"),
    Pair("said once more", [train, parking], [train, parking, trainAgain], "more-places ai.training"),
    Pair("said once less", [train, parking, trainAgain], [parking, trainAgain], "fewer-places ai.training"),
    Pair(
      "moved", [train, opening, parking, copy], [opening, parking, copy, train], matched: ["moved ai.training"]),
    Pair(
      "reworded", [opening, train],
      [opening, "Your chest X-rays might be used to teach software to find pneumonia."],
      matched: ["reworded ai.training"]),
    Pair(
      "a line break is nothing", [train], [train.replacing(" software", with: "\nsoftware").replacing(".", with: "!")]),
    Pair("no words", [parking], [opening]),
  ]

  @Test(arguments: pairs)
  func kinds(_ pair: Pair) throws {
    let comparison = try Self.compare(pair.old, pair.new)
    #expect(comparison.changes.map { "\($0.kind.rawValue) \($0.rule)" } == pair.changes)
    let matched = comparison.matched.map { "\($0.isMoved ? "moved" : "reworded") \($0.new.rule)" }
    #expect(matched == pair.matched)
  }

  @Test("Widened: the same clause names somebody else too")
  func widened() throws {
    let old = "We share your scans with outside companies such as Alder Imaging for research."
    let new = "We share your scans with outside companies such as Alder Imaging and Birchwood Labs for research."
    let comparison = try Self.compare([Self.opening, old], [Self.opening, new])
    let widened = comparison.changes.filter { $0.kind == .widens }
    #expect(widened.count == 1 && widened.first?.names == ["Birchwood Labs"])
    #expect(comparison.hasLoss)
    #expect(try Self.compare([Self.opening, new], [Self.opening, old]).changes.isEmpty)
  }

  @Test("The way back: what is added one way is removed the other", arguments: pairs)
  func symmetric(_ pair: Pair) throws {
    let opposite: [Change.Kind: Change.Kind] = [
      .permits: .noLongerPermits, .requires: .noLongerRequires, .promiseGone: .promiseAdded,
      .choiceGone: .choiceAdded, .turnedWorse: .turnedBetter, .says: .noLongerSays, .morePlaces: .fewerPlaces,
    ]
    let back = Dictionary(uniqueKeysWithValues: opposite.map { ($1, $0) }).merging(opposite) { first, _ in first }
    let there = try Self.compare(pair.old, pair.new)
    let again = try Self.compare(pair.new, pair.old)
    #expect(
      again.changes.map(\.kind.rawValue).sorted()
        == there.changes.map { (back[$0.kind] ?? $0.kind).rawValue }.sorted())
    #expect(again.matched.count == there.matched.count && again.unchanged == there.unchanged)
  }

  @Test("Other rules do not hide a change: each is told once")
  func severalAtOnce() throws {
    let comparison = try Self.compare(
      [Self.opening, Self.train, Self.encrypted, Self.copy], [Self.opening, Self.neverTrain, Self.copy, Self.partner])
    let kinds = comparison.changes.map { "\($0.kind.rawValue) \($0.rule)" }
    #expect(kinds.contains("turned-better ai.no-training-promise"))
    #expect(kinds.contains("promise-gone security.encryption"))
    #expect(kinds.contains("permits sharing.third-party"))
    #expect(comparison.hasLoss)
  }

  @Test("A thousand findings: the work done is not their square")
  func large() throws {
    let sentences = (0..<1000).map { "Your scan number \($0) of set \($0 % 7) may be used to teach software \($0)." }
    let comparison = try Self.compare(sentences, sentences.reversed())
    #expect(comparison.changes.isEmpty)
    #expect(comparison.matched.count + comparison.unchanged == 1000)
  }

  private static func compare(_ old: [String], _ new: [String]) throws -> Comparison {
    func document(_ paragraphs: [String]) -> SourceDocument {
      SourceDocument(name: "form.txt", bytes: Array(paragraphs.joined(separator: "\n\n").utf8))
    }
    return try Linter.builtIn().compare(document(old), document(new))
  }
}
