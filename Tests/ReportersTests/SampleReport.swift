import Analysis
import Clauses
import SourceText

/// One report built by hand, so that no change of a rule changes a reporter's golden.
enum SampleReport {
  static let report = Report(documents: [full, word, scan, silent, unreadable])

  /// A form with so much in it that two screens cannot show it.
  static let long: DocumentReport = {
    var document = full
    document.findings += (0..<60).map { number in
      finding(
        "group.rule-\(number)", [.permits, .denies, .offersChoice][number % 3], .risk, .warning, line: 100 + number,
        quote: "number \(number)",
        sentence: "This is the sentence that says a thing of its own about number \(number).",
        message: "It says \(number).")
    }
    return document
  }()

  /// Findings of every kind that a reporter treats in its own way.
  static let full = DocumentReport(
    path: "forms/imaging.txt", format: .text, language: "en", facts: facts,
    findings: [
      finding(
        "ai.training", .permits, .risk, .warning, line: 17, quote: "be used to teach computer programs",
        sentence: "Your scans may be used to teach computer programs that look for broken bones.",
        message: "Your scans may be used to train AI.", captures: ["data": "scans"]),
      finding(
        "sharing.routine-permitted", .permits, .neutral, .note, line: 21, quote: "send your report to the doctor",
        sentence: "We send your report to the doctor who sent you here.",
        message: "Your data go to those who treat you."),
      finding(
        "ai.training", .conditional, .risk, .warning, line: 30, quote: "be used to train its models",
        sentence: "If the maker of the scanner asks for it, copies may be used to train its models.",
        message: "Your data may be used to train AI, under a condition."),
      finding(
        "ai.training", .permits, .risk, .warning, line: 33, quote: "Teaching of algorithms",
        sentence: "Teaching of algorithms on stored pictures is part of this program.",
        message: "Your pictures may be used to train AI."),
      finding(
        "ai.training", .permits, .risk, .warning, line: 35, quote: "train a model",
        sentence: "Later the clinic may train a model of its own.", message: "Your data may be used to train AI."),
      finding(
        "sharing.unspecified-recipients", .permits, .risk, .error, line: 40, lastLine: 42,
        quote: "share them with our partners",
        sentence: "Since the work of a modern clinic needs the help of many hands, and since we cannot say today "
          + "which of them will be needed on which day, for which of the many tasks that come up in the care for "
          + "people who have had a scan, we may share them with our partners, whoever they are at that time, in "
          + "whatever way seems to be the best one for the smooth running of all the departments of this house.",
        message: "Your data may go to people that the form does not name."),
      finding(
        "sharing.no-sharing-promise", .denies, .protection, .note, line: 50, quote: "never give your name to a paper",
        sentence: "We will never give your name to a paper.", message: "The form promises not to share your data."),
      finding(
        "ai.automated-decision", .denies, .risk, .warning, line: 52, quote: "No decision is made by a machine alone",
        sentence: "No decision is made by a machine alone.",
        message: "The form says that no machine decides about you."),
      finding(
        "choice.opt-out", .offersChoice, .protection, .note, line: 60, quote: "call us to be left out",
        sentence: "You can call us to be left out of the teaching file.", message: "You can say no to a use."),
      finding(
        "ai.ambient-recording", .offersChoice, .risk, .warning, line: 61, quote: "tick here if we may record",
        sentence: "Please tick here if we may record your visit.",
        message: "You can choose whether your visit is recorded."),
      finding(
        "security.encryption", .denies, .protection, .warning, line: 70, column: 5,
        quote: "not locked \u{1B}[31mby code",
        sentence: "E-mail is not locked \u{1B}[31mby code, and \"café\"\tmeans 日本語.",
        message: "The form says that messages are not encrypted."),
    ],
    problems: [.invalidEncoding(encoding: "UTF-8", count: 2, range: TextRange(start: 90, end: 91))],
    questions: questions)

  private static let questions = [
    AnsweredQuestion(
      id: "sharing", title: "Who gets your data, and what can you say no to?",
      parts: [
        AnsweredQuestion.Part(
          about: "who gets your data", answer: .says,
          words: [
            AnsweredQuestion.Words(
              finding: "sharing.unspecified-recipients/40", stance: .permits, quote: "share them with our partners",
              sentence: "We may share them with our partners.",
              start: LineIndex.Position(byte: 4_000, line: 40, column: 1),
              end: LineIndex.Position(byte: 4_028, line: 42, column: 29))
          ]),
        AnsweredQuestion.Part(about: "if your data may train AI", answer: .silent),
        AnsweredQuestion.Part(about: "what you can say no to", answer: .silent),
      ], ask: "Who gets my data, and how do I say no?"),
    AnsweredQuestion(
      id: "speak-up", title: "Whom can you ask?",
      parts: [
        AnsweredQuestion.Part(
          about: "whom you can ask", answer: .touches,
          words: [
            AnsweredQuestion.Words(
              finding: nil, stance: nil, quote: "I could ask.", sentence: "I could ask.",
              start: LineIndex.Position(byte: 8_000, line: 80, column: 1),
              end: LineIndex.Position(byte: 8_012, line: 80, column: 13))
          ], but: "It does not say whom.")
      ], ask: "Whom do I ask?"),
    AnsweredQuestion(
      id: "copies", title: "How do you get copies?",
      parts: [AnsweredQuestion.Part(about: "how you get copies", answer: .silent)], ask: "How do I get copies?"),
  ]

  private static let facts = Facts(
    words: 1_812, sentences: 97, fleschKincaidGrade: 12.34, smog: 14, isSmogApproximate: false,
    longestSentences: [
      Facts.LongSentence(
        words: 84, start: LineIndex.Position(byte: 4_000, line: 40, column: 1),
        end: LineIndex.Position(byte: 4_420, line: 42, column: 12))
    ])

  /// A document without lines.
  static let word = DocumentReport(
    path: "forms/consent.docx", format: .docx, language: "en",
    facts: Facts(words: 412, sentences: 30, fleschKincaidGrade: -0.54, smog: 3.1, isSmogApproximate: true),
    findings: [
      finding(
        "ai.training", .permits, .risk, .warning, line: 35, quote: "teach computers",
        sentence: "Your scans may teach computers.", message: "Your scans may be used to train AI.",
        place: .paragraph(31), heading: "What we do with \u{1B}scans")
    ], problems: [.limit(name: "nesting-depth", value: 250, option: "--limit nesting-depth=500")])

  /// A document of pages, one of them a picture.
  static let scan = DocumentReport(
    path: "forms/consent.pdf", format: .pdf, language: "en", facts: Facts(words: 300, sentences: 20),
    findings: [
      finding(
        "ai.training", .permits, .risk, .warning, line: 12, quote: "teach computers",
        sentence: "Your scans may teach computers.", message: "Your scans may be used to train AI.",
        place: .page(2, line: 14, confidence: nil)),
      finding(
        "ai.training", .permits, .risk, .warning, line: 40, quote: "train a model",
        sentence: "Later we train a model.", message: "Your scans may be used to train AI.",
        place: .page(3, line: 2, confidence: 0.874)),
    ], problems: [])

  /// Nothing found.
  static let silent = DocumentReport(
    path: "<stdin>", format: .text, language: "en", facts: Facts(words: 1, sentences: 1), findings: [], problems: [])

  /// Nothing read.
  static let unreadable = DocumentReport(
    path: "photo.bin", format: .text, language: "en", facts: Facts(words: 0, sentences: 0), findings: [],
    problems: [.binary(looksLike: "a PNG picture")])

  static func finding(
    _ rule: String, _ stance: Stance?, _ effect: Rule.Effect, _ level: Rule.Level, line: Int, lastLine: Int? = nil,
    column: Int = 1, quote: String, sentence: String, message: String, captures: [String: String] = [:],
    place: Place? = nil, heading: String? = nil
  ) -> Finding {
    let start = line * 100
    return Finding(
      rule: rule, kind: .clause, stance: stance, effect: effect, level: level, title: titles[rule] ?? rule,
      message: message, why: "What is given away once is hard to get back.\nSo it is good to know before.",
      ask: "Who gets what, and how can I say no?",
      start: LineIndex.Position(byte: start, line: line, column: column),
      end: LineIndex.Position(byte: start + quote.utf8.count, line: lastLine ?? line, column: column + quote.count),
      quote: quote, sentence: sentence, captures: captures,
      see: [
        Rule.Citation(cite: "45 CFR 164.508", url: "https://www.ecfr.gov/current/title-45", read: "2026-11"),
        Rule.Citation(cite: "A book that nobody opened"),
      ],
      fingerprint: "\(rule)/\(line)", place: place, heading: heading)
  }

  private static let titles = [
    "ai.ambient-recording": "Your visit may be recorded",
    "ai.automated-decision": "A machine may decide about you",
    "ai.training": "Your data may train AI",
    "choice.opt-out": "You can say no to a use of your data",
    "security.encryption": "Messages are encrypted",
    "sharing.no-sharing-promise": "A promise not to share your data",
    "sharing.routine-permitted": "Your data are shared to treat you",
    "sharing.unspecified-recipients": "Your data may go to people without a name",
  ]

  static let rule = Rule(
    id: "ai.training", title: "Your data may train AI", effect: .risk, level: .warning, since: "0.1.0",
    stance: .permits, polarity: .any, find: [], unless: [],
    messages: [
      .permits: "Your data may be used to train AI.", .denies: "Your data will not be used to train AI.",
    ],
    why: "A program that has learned from your scans\ncannot unlearn them.", ask: "Can I say no to it?",
    see: [
      Rule.Citation(cite: "45 CFR 164.502(d)", url: "https://www.ecfr.gov/current/title-45", read: "2026-11"),
      Rule.Citation(cite: "A book that nobody opened"),
    ], maps: [:],
    flags: [
      Rule.Example(sentence: "Your scans may [[be used to teach machines]]."),
      Rule.Example(sentence: "If they pay, scans [[train]] their [[models]].", stance: .conditional),
    ],
    passes: ["Scans may be used to train nurses."])
}
