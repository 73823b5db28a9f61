import Analysis

/// Puts a letter together: its head, what it asks for with the form's words, and its end.
struct LetterWriter {
  let texts: any Texts
  let findings: LetterFindings
  private(set) var paragraphs: [Letter.Paragraph] = []

  /// Quotes of a request at most, and characters of each.
  private static let quotes = (count: 2, limit: 300)
  /// A line to fill in.
  private static let blank = String(repeating: "_", count: 30)

  init(texts: any Texts, findings: LetterFindings) {
    self.texts = texts
    self.findings = findings
  }

  mutating func open(formName: String?) {
    for label in texts.letterBlanks { blank(label) }
    heading(texts.letterSubject(formName))
    text(texts.greeting)
    text(texts.letterOpening)
  }

  mutating func write(_ ask: LetterAsk) {
    switch ask {
    case .optOut: writeOptOut()
    case .recipients: writeRecipients()
    case .deIdentification: writeDeIdentification()
    case .accessLog: writeAccessLog()
    }
  }

  mutating func close() {
    text(texts.letterEnd)
    text(texts.thanks)
    blank(texts.signature)
  }

  // MARK: Requests

  private mutating func writeOptOut() {
    heading(texts.optOutHeading)
    quote(findings.uses, lead: texts.theFormSays)
    text(texts.optOutRequest)
    if let way = findings.waysOut.first {
      quote([way], lead: texts.theFormAlsoSays)
      text(texts.optOutByThisLetter)
    } else if !findings.refusesWayOut {
      text(texts.optOutWay)
    }
    text(texts.optOutAnswer)
  }

  private mutating func writeRecipients() {
    heading(texts.recipientsHeading)
    quote(findings.outsiders, lead: texts.theFormSays)
    text(texts.recipientsList)
    text(texts.recipientsDetails)
  }

  private mutating func writeDeIdentification() {
    heading(texts.deIdentificationHeading)
    if let method = findings.methods.first {
      quote([method], lead: texts.theFormSays)
    } else {
      quote(findings.unexplained, lead: texts.theFormSays)
      text(texts.deIdentificationUnexplained)
    }
    text(texts.deIdentificationMethod)
    text(texts.deIdentificationFace)
  }

  private mutating func writeAccessLog() {
    heading(texts.accessLogHeading)
    if let log = findings.logs.first {
      quote([log], lead: texts.theFormSays)
      text(texts.accessLogList)
    } else if !findings.refusesLog {
      text(texts.accessLogUnexplained)
    }
    text(texts.accessLogRequest)
  }

  /// The first sentences of `findings`, each once.
  private mutating func quote(_ findings: [Finding], lead: String) {
    var seen: Set<String> = []
    let passages = findings.filter { seen.insert($0.sentence).inserted }.prefix(Self.quotes.count).map(Passage.init)
    guard !passages.isEmpty else { return }
    text(lead)
    for passage in passages {
      add(.quote, "\(passage.quoted(limit: Self.quotes.limit, in: texts)) (\(passage.place(in: texts)))")
    }
  }

  // MARK: Paragraphs

  private mutating func heading(_ text: String) { add(.heading, text) }
  private mutating func text(_ text: String) { add(.text, text) }
  private mutating func blank(_ label: String) { add(.blank, "\(label) \(Self.blank)") }

  private mutating func add(_ role: Letter.Paragraph.Role, _ text: String) {
    paragraphs.append(Letter.Paragraph(role: role, text: text))
  }
}
