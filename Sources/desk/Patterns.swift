import Analysis
import ArgumentParser
import Clauses
import Foundation
import Language
import Readers
import SourceText

/// Tells what each pattern is worth: what would be lost, and what would be mended, without it.
struct Patterns: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what each pattern of a rule is worth.",
    discussion: """
      Takes the patterns of a rule away one by one, the least used first, and counts over the open half of the bank, \
      the rule's own sentences, the labelled forms and the unlabelled ones. What changes nothing, or mends as much as \
      it loses, is idle and stays away while the next one is tried.
      """)

  @OptionGroup var folder: RulesFolder
  @Option(help: "Folder of the bank's files, one a rule.") var bank = "Tests/Bank/open"
  @Option(help: "Folder of the labelled forms.") var gold = "../shared/gold/dev"
  @Option(help: "Folders of texts that nobody labelled.") var texts = [
    "../shared/forms/txt", "../shared/opp115/train",
  ]
  @Option(help: "What a finding in an unlabelled text is worth, where a right one is worth 1 and a wrong one -1.")
  var unknown = 0.5
  @Option(help: "How much a pattern must be worth to stay.") var least = 0.5
  @Flag(help: "Print the idle ones only.") var idle = false
  @Argument(help: "Only rules whose id begins so.") var only: [String] = []

  func run() throws {
    let (linter, packs) = try folder.linter()
    let pack = RulePack.merging(packs)
    let forms = try LabelledForm.load(URL(filePath: gold), language: "en").filter { !Forms.keptShut.contains($0.name) }
    let documents = forms.map { EvidenceText(bytes: $0.bytes, labels: $0.labels) } + (try unlabelled())
    for rule in linter.rules where only.isEmpty || only.contains(where: { rule.id.hasPrefix($0) }) {
      let bank = (try? String(contentsOfFile: "\(bank)/\(rule.id).txt", encoding: .utf8)) ?? ""
      let worth = try PatternWorth(rule, in: pack, documents: documents, bank: bank, unknown: unknown)
      print("\(rule.id): \(rule.find.count) + \(rule.unless.count) patterns, \(worth.whole.line)")
      for line in try worth.lines(least: least) where !idle || line.hasPrefix("idle") { print("\(rule.id)\t\(line)") }
    }
  }

  private func unlabelled() throws -> [EvidenceText] {
    try texts.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name -> EvidenceText? in
        guard name.hasSuffix(".txt"), let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
          !FileManager.default.fileExists(atPath: "\(gold)/\(name.dropLast(4))-en.tsv")
        else { return nil }
        return EvidenceText(bytes: Array(bytes), labels: nil)
      }
    }
  }
}

/// A text to run patterns on, with what is known about it.
struct EvidenceText {
  var sentences: Sentences
  /// Nil if nobody labelled it.
  var labels: [Label]?

  init(bytes: [UInt8], labels: [Label]?) {
    let read = Reader.read(SourceDocument(name: "text", bytes: bytes, format: .text))
    sentences = Segmenter(.english).sentences(of: read.text)
    self.labels = labels
  }
}

/// What the patterns of one rule find.
struct PatternWorth {
  /// What some patterns find: right, wrong, and in texts that nobody labelled.
  struct Outcome: Equatable {
    var right: Set<String> = []
    var wrong: Set<String> = []
    var unknown: Set<String> = []

    var line: String { "right \(right.count), wrong \(wrong.count), unlabelled \(unknown.count)" }
  }

  let rule: Rule
  let pack: RulePack
  let unknown: Double
  private var documents: [EvidenceText] = []
  private var entries: [(sentences: Sentences, stance: Stance?)] = []
  private(set) var whole = Outcome()

  init(_ rule: Rule, in pack: RulePack, documents: [EvidenceText], bank: String, unknown: Double) throws {
    self.rule = rule
    self.pack = pack
    self.unknown = unknown
    var paraphrases = ParaphraseBank()
    _ = paraphrases.add(rule: rule.id, text: bank)
    let after = "\n\n\(RuleExamples.filler)\n"
    let examples = rule.flags.map { (MarkedSentence($0.sentence).sentence, Stance?.some($0.stance ?? rule.stance)) }
    let passes = rule.passes.map { ($0, Stance?.none) }
    for (sentence, stance) in paraphrases.entries.map({ ($0.sentence, $0.stance) }) + examples + passes {
      let text = EvidenceText(bytes: Array((sentence + after).utf8), labels: nil)
      entries.append((text.sentences, stance))
    }
    var loud = rule
    loud.unless = []
    let finder = try finder(loud)
    let index = Self.index(of: rule, in: finder)
    self.documents = documents.filter { document in
      finder.clauses(in: document.sentences).contains { $0.rule == index }
    }
    whole = try outcome(of: rule)
  }

  /// One line a pattern: idle or not, what is lost and mended without it, the pattern.
  func lines(least: Double) throws -> [String] {
    var rest = rule
    var now = whole
    var lines: [String] = []
    // What is worth least by itself is tried first.
    let finds = try rule.find.map { find in
      (find, try value(of: now) - value(of: outcome(of: without(find, rule))))
    }.sorted { $0.1 < $1.1 }
    for (find, _) in finds {
      let tried = without(find, rest)
      let outcome = try outcome(of: tried)
      let worth = value(of: now) - value(of: outcome)
      let isIdle = worth < least && !tried.find.isEmpty
      lines.append(
        line(isIdle, from: outcome, to: now, "\(find.stance.map { "\($0.rawValue): " } ?? "")\(find.pattern)"))
      if isIdle { (rest, now) = (tried, outcome) }
    }
    for pattern in rule.unless {
      var tried = rest
      tried.unless.removeAll { $0 == pattern }
      let outcome = try outcome(of: tried)
      // A finding more in an unlabelled text is a false alarm, as the pattern's author meant it.
      let worth =
        value(of: now) - value(of: outcome) + 2 * unknown * Double(outcome.unknown.subtracting(now.unknown).count)
      let isIdle = worth < least
      lines.append(line(isIdle, from: outcome, to: now, "unless: \(pattern)"))
      if isIdle { (rest, now) = (tried, outcome) }
    }
    return lines
  }

  private func without(_ find: Rule.Find, _ rule: Rule) -> Rule {
    var rule = rule
    rule.find.removeAll { $0 == find }
    return rule
  }

  private func line(_ isIdle: Bool, from less: Outcome, to more: Outcome, _ pattern: String) -> String {
    let right = more.right.subtracting(less.right).count - less.right.subtracting(more.right).count
    let wrong = more.wrong.subtracting(less.wrong).count - less.wrong.subtracting(more.wrong).count
    let unknown = more.unknown.subtracting(less.unknown).count - less.unknown.subtracting(more.unknown).count
    return "\(isIdle ? "idle" : "used")\tright \(right)\twrong \(wrong)\tunlabelled \(unknown)\t\(pattern)"
  }

  private func value(of outcome: Outcome) -> Double {
    Double(outcome.right.count - outcome.wrong.count) + unknown * Double(outcome.unknown.count)
  }

  private func finder(_ rule: Rule) throws -> ClauseFinder {
    let others = pack.rules.filter { rule.yields.contains($0.id) }
    return try ClauseFinder(
      RulePack(language: pack.language, rules: [rule] + others, lexicon: pack.lexicon), language: .english)
  }

  private static func index(of rule: Rule, in finder: ClauseFinder) -> Int? {
    finder.pack.rules.firstIndex { $0.id == rule.id }
  }

  private func outcome(of rule: Rule) throws -> Outcome {
    guard !rule.find.isEmpty else { return Outcome() }
    let finder = try finder(rule)
    let index = Self.index(of: rule, in: finder)
    var outcome = Outcome()
    for (number, entry) in entries.enumerated() {
      let stances = finder.clauses(in: entry.sentences).filter { $0.rule == index }.map(\.stance)
      if let stance = entry.stance {
        if stances.contains(stance) { outcome.right.insert("\(number)") }
      } else if !stances.isEmpty {
        outcome.wrong.insert("\(number)")
      }
    }
    for (number, document) in documents.enumerated() {
      for clause in finder.clauses(in: document.sentences) where clause.rule == index {
        let name = "text \(number):\(clause.sentence)"
        guard let labels = document.labels else {
          outcome.unknown.insert("\(name) \(clause.stance.rawValue)")
          continue
        }
        let label = labels.first { $0.rule == rule.id && $0.range.overlaps(clause.range) }
        if let label {
          if label.stance == clause.stance.rawValue { outcome.right.insert("\(name)") }
        } else {
          outcome.wrong.insert(name)
        }
      }
    }
    return outcome
  }
}
