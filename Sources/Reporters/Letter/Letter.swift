import Analysis

/// A letter in the patient's voice that quotes the form and asks. It asks and claims nothing: what the law gives is
/// different from place to place.
public struct Letter: Sendable {
  /// A paragraph of the letter; a blank is a line to fill in.
  public struct Paragraph: Sendable, Equatable {
    public enum Role: Sendable { case text, heading, quote, blank }

    public var role: Role
    public var text: String
  }

  public let paragraphs: [Paragraph]

  /// Quotes of a request at most, and characters of each.
  private static let quotes = (count: 2, limit: 300)

  /// - Parameter asks: what to ask for, in the order of the letter.
  public init(_ document: DocumentReport, asks: [LetterAsk]) {
    var writer = LetterWriter()
    let findings = LetterFindings(document)
    let name = document.path == "<stdin>" ? nil : document.path.split(separator: "/").last.map(String.init)
    writer.open(formName: name?.printable)
    for ask in asks {
      switch ask {
      case .optOut: Self.writeOptOut(findings, to: &writer)
      case .recipients: Self.writeRecipients(findings, to: &writer)
      case .deIdentification: Self.writeDeIdentification(findings, to: &writer)
      case .accessLog: Self.writeAccessLog(findings, to: &writer)
      }
    }
    writer.close()
    paragraphs = writer.paragraphs
  }

  private static func writeOptOut(_ findings: LetterFindings, to writer: inout LetterWriter) {
    writer.heading("I ask you not to use my data in this way")
    quote(findings.uses, lead: "The form says:", to: &writer)
    writer.text("I ask you not to use or share my records, images and samples for this.")
    if let way = findings.waysOut.first {
      quote([way], lead: "The form also says:", to: &writer)
      writer.text("Please take this letter as my no. If you need a form of your own for it, please send it to me.")
    } else if !findings.refusesWayOut {
      writer.text("I did not find in the form how I can say no. Please tell me how I can do that.")
    }
    writer.text("Please tell me in writing if you agree, and from which day on. I still want my care.")
  }

  private static func writeRecipients(_ findings: LetterFindings, to writer: inout LetterWriter) {
    writer.heading("Who gets my data")
    quote(findings.outsiders, lead: "The form says:", to: &writer)
    writer.text("Please send me a list of all outside of your place who get my data, or have got them.")
    writer.text("Please tell me for each of them what they get, and what they may do with it.")
  }

  private static func writeDeIdentification(_ findings: LetterFindings, to writer: inout LetterWriter) {
    writer.heading("How my name is taken off")
    if let method = findings.methods.first {
      quote([method], lead: "The form says:", to: &writer)
    } else {
      quote(findings.unexplained, lead: "The form says:", to: &writer)
      writer.text("I did not find in the form how names are taken off.")
    }
    writer.text("Please tell me how you take my name off my images and records: what you take out, and who checks it.")
    writer.text("Please tell me also if my face could be seen in my scans.")
  }

  private static func writeAccessLog(_ findings: LetterFindings, to writer: inout LetterWriter) {
    writer.heading("Who opened my records")
    if let log = findings.logs.first {
      quote([log], lead: "The form says:", to: &writer)
      writer.text("I ask for this list.")
    } else if !findings.refusesLog {
      writer.text("I did not find in the form how I can see who opened my records.")
    }
    writer.text(
      "Please tell me who has opened my images and records, and when. If you keep no such list, please say so.")
  }

  /// The first sentences of `findings`, each once.
  private static func quote(_ findings: [Finding], lead: String, to writer: inout LetterWriter) {
    var seen: Set<String> = []
    let passages = findings.filter { seen.insert($0.sentence).inserted }.prefix(quotes.count).map(Passage.init)
    guard !passages.isEmpty else { return }
    writer.text(lead)
    for passage in passages { writer.quote("\(passage.quoted(limit: quotes.limit)) (\(passage.placeText))") }
  }
}

/// Puts a letter together.
private struct LetterWriter {
  private(set) var paragraphs: [Letter.Paragraph] = []

  mutating func heading(_ text: String) { add(.heading, text) }
  mutating func text(_ text: String) { add(.text, text) }
  mutating func quote(_ text: String) { add(.quote, text) }

  mutating func open(formName: String?) {
    add(.blank, "My name: ______________________________")
    add(.blank, "My date of birth: ______________________________")
    add(.blank, "How to reach me: ______________________________")
    add(.blank, "Date: ______________________________")
    add(.blank, "To: ______________________________")
    heading("About your form\(formName.map { ": \($0)" } ?? "")")
    text("Hello,")
    text("I read your form. I have these requests.")
  }

  mutating func close() {
    text("If you cannot do what I ask, please tell me why. Please answer in writing.")
    text("Thank you.")
    add(.blank, "Signature: ______________________________")
  }

  private mutating func add(_ role: Letter.Paragraph.Role, _ text: String) {
    paragraphs.append(Letter.Paragraph(role: role, text: text))
  }
}
