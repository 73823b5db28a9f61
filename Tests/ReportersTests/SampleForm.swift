import Analysis
import Clauses
import SourceText

/// A form with its text, and a report on it with findings of every kind, made by hand: some overlap, and the text tries
/// to get into a page.
enum SampleForm {
  static let lines = [
    "Sharing <b>your</b> scans", "", "We never share your scans with anyone.", "",
    "We may share your scans & notes with our partners </mark><script>alert(1)</script> and others.", "",
    "You can say no: \u{202E}call us\u{1B}[31m.", "", "Name:", "", "- a list", "- item", "", "Yes\tNo",
  ]
  static let text = lines.joined(separator: "\n")

  static let report: DocumentReport = {
    let findings = [
      finding("sharing.no-sharing-promise", .clause, .denies, .protection, "never share your scans", line: 3),
      finding("sharing.third-party", .clause, .permits, .risk, "share your scans & notes with our partners", line: 5),
      finding("sharing.unspecified-recipients", .clause, .conditional, .risk, "our partners </mark><script>", line: 5),
      finding("choice.opt-out", .clause, .offersChoice, .protection, "say no", line: 7),
      conflict,
      finding("missing.expiry", .missing, nil, .risk, "Name:", line: 9),
      finding("wording.vague-recipient", .wording, nil, .risk, "others", line: 5),
    ]
    return DocumentReport(
      path: "forms/<sharing>.txt", format: .text, language: "en",
      kind: KindGuess(id: "hipaa-authorization", title: "HIPAA authorization", confidence: 0.9),
      facts: Facts(words: 40, sentences: 8), findings: findings, problems: [],
      questions: questions(findings),
      read: ReadText(text: read, rangesAreInFile: true, fileHash: String(repeating: "ab", count: 32)))
  }()

  /// The blocks of the text, one a line; a line with a hyphen is an item of a list.
  private static let read: Text = {
    var blocks: [Block] = []
    var start = 0
    for (index, line) in lines.enumerated() {
      let end = start + line.utf8.count
      if !line.isEmpty {
        let isItem = line.hasPrefix("- ")
        let kind: Block.Kind =
          index == 0
          ? .heading(level: 4) : isItem ? .listItem(depth: 1) : line.contains("\t") ? .tableRow : .paragraph
        blocks.append(
          Block(
            kind: kind, range: TextRange(start: start + (isItem ? 2 : 0), end: end),
            checkBox: line == "- item" ? .unchecked : nil))
      }
      start = end + 1
    }
    return Text(bytes: Array(text.utf8), blocks: blocks, map: .identity(length: text.utf8.count))
  }()

  private static let conflict: Finding = {
    var conflict = finding("conflicts.never-but-share", .conflict, nil, .risk, "never share your scans", line: 3)
    let (start, end) = position(of: "share your scans & notes", line: 5)
    conflict.related = [
      Finding.Related(
        rule: "sharing.third-party", message: "The other part.", start: start, end: end,
        quote: "share your scans & notes")
    ]
    return conflict
  }()

  private static func questions(_ findings: [Finding]) -> [AnsweredQuestion] {
    [
      AnsweredQuestion(
        id: "sharing", title: "Who gets your data, and what can you say no to?",
        parts: [
          AnsweredQuestion.Part(about: "who gets your data", answer: .says, words: [words(findings[1])]),
          AnsweredQuestion.Part(about: "what you can say no to", answer: .silent),
        ], ask: "Who gets my data?"),
      AnsweredQuestion(
        id: "names", title: "How is your name taken off?",
        parts: [
          AnsweredQuestion.Part(
            about: "how your name is taken off", answer: .touches, words: [words(findings[3], isNamed: false)],
            but: "It does not say how.")
        ], ask: "How is my name taken off?"),
    ]
  }

  private static func words(_ finding: Finding, isNamed: Bool = true) -> AnsweredQuestion.Words {
    AnsweredQuestion.Words(
      finding: isNamed ? finding.fingerprint : nil, stance: finding.stance, quote: finding.quote,
      sentence: finding.sentence, start: finding.start,
      end: finding.end)
  }

  private static func finding(
    _ rule: String, _ kind: Finding.Kind, _ stance: Stance?, _ effect: Rule.Effect, _ quote: String, line: Int
  ) -> Finding {
    let (start, end) = position(of: quote, line: line)
    return Finding(
      rule: rule, kind: kind, stance: stance, effect: effect, level: .warning, title: "A title for \(rule)",
      message: "A message for \(rule).", why: "It matters.", ask: "What then?", start: start, end: end, quote: quote,
      sentence: lines[line - 1], captures: [:], see: [Rule.Citation(cite: "A book")], fingerprint: "\(rule)/\(line)")
  }

  private static func position(of quote: String, line: Int) -> (LineIndex.Position, LineIndex.Position) {
    let before = lines.prefix(line - 1).map { $0 + "\n" }.joined().utf8.count
    let column = lines[line - 1].firstRange(of: quote).map { lines[line - 1][..<$0.lowerBound].utf8.count } ?? 0
    let start = LineIndex.Position(byte: before + column, line: line, column: column + 1)
    let length = quote.utf8.count
    return (start, LineIndex.Position(byte: start.byte + length, line: line, column: start.column + length))
  }
}
