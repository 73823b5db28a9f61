import TestSupport

/// A Word document made by a seed: clauses whose runs are cut in odd places, with all that Word puts between words.
struct WordVariation {
  /// Sentences that rules find, in our own words.
  private static let clauses = [
    "Your chest X-rays may be used to teach software how to spot pneumonia.",
    "All of your records are encrypted on our servers & backups.",
    "You may ask for a copy of your medical record.",
    "We may share your scans with outside companies that develop artificial intelligence products.",
    "You can withdraw your permission at any time by writing to us.",
    "We will never sell your health information to anyone.",
  ]
  private static let fillers = ["Please read this “leaflet” first.", "The car park is free.", "Ask us café questions."]

  private var random: SeededGenerator
  private var noteNumber = 1
  private var notes = ""
  private(set) var bytes: [UInt8] = []

  init(seed: Int) {
    random = SeededGenerator(seed: UInt64(seed))
    bytes = make(seed)
  }

  private mutating func make(_ seed: Int) -> [UInt8] {
    var body = ""
    for clause in Self.clauses.shuffled(using: &random) {
      if chance(2) { body += "<w:p>\(runs(pick(Self.fillers)))</w:p>" }
      body += block(clause)
    }
    if chance(3) { body += OfficeFile.p(textBox("Your face may be used to train AI programs.")) }
    body += "<w:sectPr/>"
    var parts = OfficeFile.lists
    parts.footnotes = notes
    if chance(2) { parts.headers = [OfficeFile.p(OfficeFile.r("Your voice may be used to train AI programs."))] }
    if chance(2) {
      parts.comments =
        "<w:comment w:id=\"7\" w:author=\"A. Reader\"><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment>"
      body =
        "<w:p><w:commentRangeStart w:id=\"7\"/>\(OfficeFile.r("A first line."))<w:commentRangeEnd w:id=\"7\"/>"
        + "<w:r><w:commentReference w:id=\"7\"/></w:r></w:p>" + body
    }
    let bytes = OfficeFile.docx(body, parts, stored: chance(4))
    return bytes
  }

  private mutating func block(_ clause: String) -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      return "<w:tbl><w:tr><w:tc><w:p>\(runs("No."))</w:p></w:tc><w:tc><w:p>\(runs(clause))</w:p></w:tc></w:tr></w:tbl>"
    case 1:
      noteNumber += 1
      notes += "<w:footnote w:id=\"\(noteNumber)\"><w:p>\(runs(clause))</w:p></w:footnote>"
      return "<w:p>\(runs("See the note."))<w:r><w:footnoteReference w:id=\"\(noteNumber)\"/></w:r></w:p>"
    case 2:
      return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(runs(clause))</w:p>"
    case 3:
      // The paragraph's end was deleted in the middle of the sentence.
      let words = clause.split(separator: " ")
      let head = words.prefix(3).joined(separator: " ") + " "
      return "<w:p><w:pPr><w:rPr><w:del w:id=\"90\" w:author=\"A\"/></w:rPr></w:pPr>\(runs(head))</w:p>"
        + "<w:p>\(runs(words.dropFirst(3).joined(separator: " ")))</w:p>"
    default: return "<w:p>\(runs(clause))</w:p>"
    }
  }

  /// `words` as runs that are cut anywhere, each in some dress.
  private mutating func runs(_ words: String) -> String {
    var rest = words[...]
    var result = ""
    while !rest.isEmpty {
      let length = Int.random(in: 1...max(1, min(rest.count, 24)), using: &random)
      result += dressed(run(String(rest.prefix(length))))
      rest = rest.dropFirst(length)
      if chance(4) { result += between() }
    }
    return result
  }

  private mutating func run(_ words: String) -> String {
    let properties = ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:rStyle w:val=\"Strong\"/><w:i/></w:rPr>"]
    let start = chance(3) ? "<w:r w:rsidR=\"00AB12CD\">" : "<w:r>"
    var inner = ""
    let pieces = words.split(separator: " ", omittingEmptySubsequences: false)
    if pieces.count > 2, chance(3) {
      // A tab for one of the spaces: several pieces of text in one run.
      inner = text(pieces[0] + " " + pieces[1]) + "<w:tab/>" + text(pieces[2...].joined(separator: " "))
    } else {
      inner = text(words)
    }
    return start + pick(properties) + inner + "</w:r>"
  }

  private mutating func text(_ words: some StringProtocol) -> String {
    guard !words.isEmpty else { return "" }
    let letter = chance(5) ? "&#97;" : "a"
    let space = chance(5) ? "\u{A0}" : " "
    let hyphen = chance(5) ? "\u{AD}" : ""
    let escaped = words.map { character -> String in
      switch character {
      case "&": "&amp;"
      case "a": letter
      case " ": space
      case "e": "e" + hyphen
      default: String(character)
      }
    }.joined()
    let isTight = words.first != " " && words.last != " "
    if chance(8) { return "<w:t xml:space='preserve'><![CDATA[\(words)]]></w:t>" }
    return isTight && chance(2) ? "<w:t>\(escaped)</w:t>" : "<w:t xml:space=\"preserve\">\(escaped)</w:t>"
  }

  private mutating func dressed(_ run: String) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 5: Self.field(run)
    case 0: "<w:hyperlink w:anchor=\"top\">\(run)</w:hyperlink>"
    case 1: "<w:ins w:id=\"91\" w:author=\"A\">\(run)</w:ins>"
    case 2: "<w:sdt><w:sdtPr/><w:sdtContent>\(run)</w:sdtContent></w:sdt>"
    case 3: "<w:smartTag w:element=\"place\">\(run)</w:smartTag>"
    case 4: "<w:fldSimple w:instr=\"REF x\">\(run)</w:fldSimple>"
    default: run
    }
  }

  /// `run` as the result of a field of several runs.
  private static func field(_ run: String) -> String {
    func sign(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    return sign("begin") + "<w:r><w:instrText> REF y </w:instrText></w:r>" + sign("separate") + run + sign("end")
  }

  private mutating func between() -> String {
    pick([
      "<w:proofErr w:type=\"spellStart\"/>", "<w:bookmarkStart w:id=\"3\" w:name=\"x\"/><w:bookmarkEnd w:id=\"3\"/>",
      "<w:del w:id=\"92\" w:author=\"A\"><w:r><w:delText xml:space=\"preserve\"> never </w:delText></w:r></w:del>",
      "<!-- a > b -->", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
      "<w:r><w:lastRenderedPageBreak/></w:r>",
    ])
  }

  private func textBox(_ words: String) -> String {
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(OfficeFile.p(OfficeFile.r(words)))</w:txbxContent></v:textbox>"
      + "</v:shape></w:pict></w:r>"
  }

  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  private mutating func pick(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
}
