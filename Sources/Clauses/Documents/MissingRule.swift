/// A rule of kind "missing": what a document of some kinds should say, and how one sees that it does.
///
/// One YAML file is one element (`Rules/missing/auth-revoke.yaml` is `missing.auth-revoke`).
public struct MissingRule: Sendable, Equatable {
  public var id: String
  public var title: String
  /// First version of the program that had the rule.
  public var since: String
  /// By the id of a kind of document: the level of a finding. In documents of other kinds nothing is expected.
  public var kinds: [String: Rule.Level]
  /// The element is expected only where this is in the document; empty = always.
  public var when: Evidence
  /// What shows that the element is there.
  public var expect: Evidence
  /// Phrases of headings under which the element belongs, the likeliest first.
  public var section: [String]
  public var message: String
  public var why: String
  public var ask: String
  /// Words that a drafter can start from, with [blanks].
  public var wording: String
  public var see: [Rule.Citation]
  /// Paragraphs that each show the element by themselves.
  public var present: [String]
  /// Paragraphs that only seem to.
  public var absent: [String]

  public init(
    id: String, title: String, since: String, kinds: [String: Rule.Level], when: Evidence, expect: Evidence,
    section: [String], message: String, why: String, ask: String, wording: String, see: [Rule.Citation],
    present: [String], absent: [String]
  ) {
    self.id = id
    self.title = title
    self.since = since
    self.kinds = kinds
    self.when = when
    self.expect = expect
    self.section = section
    self.message = message
    self.why = why
    self.ask = ask
    self.wording = wording
    self.see = see
    self.present = present
    self.absent = absent
  }

  /// All phrases that the rule looks for, in the order in which `CueTable` numbers them.
  public var cues: [String] { when.cues + expect.cues + section }

  /// How many they are.
  public var cueCount: Int { when.cueCount + expect.cueCount + section.count }

  /// The clauses that the rule looks for.
  public var selectors: [ClauseSelector] { when.selectors + expect.selectors }
}
