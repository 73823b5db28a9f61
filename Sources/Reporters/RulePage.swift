import Analysis
import Clauses

/// The page that `explain` shows for one rule.
public struct RulePage: Sendable {
  public var style: Style
  /// True to show every example; else a few of each kind.
  public var showsAll: Bool

  /// Examples that are shown without `showsAll`: of each stance, and of those that do not count.
  static let examplesShown = (flags: 2, passes: 4)

  public init(style: Style = Style(), showsAll: Bool = false) {
    self.style = style
    self.showsAll = showsAll
  }

  /// The page, ending in a line feed.
  public func render(_ rule: AnyRule) -> String {
    switch rule {
    case .sentence(let rule): render(rule)
    case .missing(let rule): render(rule)
    case .conflict(let rule): render(rule)
    }
  }

  private func render(_ rule: Rule) -> String {
    var page = Page(style: style)
    page.paragraph(rule.title, role: .heading)
    page.paragraph(
      "\(rule.id): \(meaning(of: rule.effect)). Level \(rule.level.rawValue), since version \(rule.since).",
      role: .faint)

    page.heading("What it means")
    let stances = Stance.allCases.filter { rule.messages[$0] != nil }
    for stance in stances {
      page.lines(
        "If the form \(Self.words(for: stance)): \(rule.message(for: stance))", first: "  - ")
    }
    page.blank()

    page.heading("Why it matters")
    page.paragraph(rule.why)
    page.heading("What to ask")
    page.paragraph(rule.ask)
    if let replacement = rule.replacement { page.addWording(replacement, heading: "Plain words instead") }
    page.addSources(rule.see)
    addExamples(rule, to: &page)
    return page.text
  }

  private func addExamples(_ rule: Rule, to page: inout Page) {
    page.heading("Examples")
    let flags = showsAll ? rule.flags : Self.some(of: rule.flags)
    for example in flags {
      let marked = MarkedSentence(example.sentence)
      page.lines("“\(marked.sentence)”", first: "  - ")
      let words = marked.words.map { "“\($0)”" }.joined(separator: " and ")
      let stance = example.stance.map { ", the form \(Self.words(for: $0))" } ?? ""
      if !words.isEmpty { page.lines("the words that count: \(words)\(stance)", first: "    ", role: .faint) }
    }
    addCount(rule.flags.count - flags.count, to: &page)
    page.blank()
    guard !rule.passes.isEmpty else { return }
    page.lines("These do not count:")
    let passes = showsAll ? rule.passes : Array(rule.passes.prefix(Self.examplesShown.passes))
    for sentence in passes {
      page.lines("“\(MarkedSentence(sentence).sentence)”", first: "  - ")
    }
    addCount(rule.passes.count - passes.count, to: &page)
    page.blank()
  }

  func addCount(_ count: Int, to page: inout Page) {
    if count > 0 { page.lines("and \(count) more: use --all to see them", first: "  - ", role: .faint) }
  }

  /// The first examples of each stance.
  private static func some(of examples: [Rule.Example]) -> [Rule.Example] {
    var counts: [Stance?: Int] = [:]
    return examples.filter { example in
      counts[example.stance, default: 0] += 1
      return counts[example.stance, default: 0] <= examplesShown.flags
    }
  }

  private func meaning(of effect: Rule.Effect) -> String {
    switch effect {
    case .risk: "a risk for you if the form allows it"
    case .protection: "a protection for you if the form gives it"
    case .neutral: "neither good nor bad, but good to know"
    }
  }

  /// What a form does that takes `stance`.
  static func words(for stance: Stance) -> String {
    switch stance {
    case .permits: "says so"
    case .denies: "says no to it"
    case .offersChoice: "lets you choose"
    case .conditional: "says so under a condition"
    }
  }
}

extension MarkedSentence {
  /// The marked parts.
  fileprivate var words: [String] {
    let bytes = Array(sentence.utf8)
    return ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }
}
