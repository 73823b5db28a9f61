import Readers
import SourceText
import TestSupport
import Testing

/// DOCX -> blocks, as Word shows them with all changes accepted.
@Suite struct DOCXTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let outline: [String]
    var testDescription: String { name }

    init(_ name: String, _ body: String, _ outline: String...) {
      (self.name, self.body, self.outline) = (name, body, outline)
    }
  }

  private typealias F = OfficeFile

  private static func field(_ control: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(control)</w:ffData></w:fldChar></w:r>"
      + "<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  private static func box(_ state: String, _ sign: String) -> String {
    "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"\(state)\"/></w14:checkbox></w:sdtPr>"
      + "<w:sdtContent>\(F.r(sign))</w:sdtContent></w:sdt>"
  }

  private static func row(_ cells: String...) -> String {
    "<w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
  }

  static let samples = [
    Sample("runs", F.p(F.r("We may "), F.r("share"), F.r(" &amp; use  it.")), "P We may share & use it."),
    Sample(
      "headings by style",
      F.p(F.r("Sharing"), properties: F.style("H1")) + F.p(F.r("With whom"), properties: F.style("Mine")),
      "H1 Sharing", "H2 With whom"),
    Sample("a heading by its own level", F.p(F.r("Sharing"), properties: "<w:outlineLvl w:val=\"2\"/>"), "H3 Sharing"),
    Sample(
      "lists",
      F.p(F.r("We may share it with:")) + F.item("doctors", list: 1) + F.item("partners:", list: 1)
        + F.item("labs", list: 1, level: 1) + F.item("the state", list: 1),
      "P We may share it with:", "L1 <0 doctors", "L1 <0 partners:", "L2 <2 labs", "L1 <0 the state"),
    Sample(
      "a list by style", F.p(F.r("We may share:")) + F.p(F.r("scans"), properties: F.style("Point")),
      "P We may share:", "L1 <0 scans"),
    Sample(
      "no list after all",
      F.p(F.r("It stays here."), properties: F.style("Point") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
      "P It stays here."),
    Sample(
      "tables",
      "<w:tbl>" + row(F.p(F.r("What")), F.p(F.r("Who"))) + row(F.p(F.r("Scans")), F.p(F.r("Labs"))) + "</w:tbl>",
      "T What|Who", "T Scans|Labs"),
    Sample(
      "tracked changes",
      F.p(
        F.r("We may"), "<w:del><w:r><w:delText> not</w:delText></w:r></w:del>", "<w:ins>\(F.r(" share"))</w:ins>",
        "<w:moveFrom>\(F.r(" here"))</w:moveFrom>", "<w:moveTo>\(F.r(" it"))</w:moveTo>", F.r(".")),
      "P We may share it."),
    Sample(
      "a deleted paragraph's end",
      F.p(F.r("We may "), properties: "<w:rPr><w:del/></w:rPr>") + F.p(F.r("share it.")), "P We may share it."),
    Sample(
      "properties of before", F.p(F.r("Now"), properties: "<w:pPrChange><w:pPr>\(F.style("H1"))</w:pPr></w:pPrChange>"),
      "P Now"),
    Sample(
      "boxes", F.p(box("1", "\u{2612}"), F.r(" I agree")) + F.p(box("0", "\u{2610}"), F.r(" I do not")),
      "L1 [x] I agree", "L1 [ ] I do not"),
    Sample(
      "old boxes",
      F.p(
        field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"), F.r(" Yes "),
        field("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>"), F.r(" No")),
      "L1 [x] Yes", "L1 [ ] No"),
    Sample(
      "a chosen entry",
      F.p(
        F.r("For "),
        field(
          "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"care\"/><w:listEntry w:val=\"study\"/></w:ddList>")),
      "P For study"),
    Sample(
      "a field's result",
      F.p(
        F.r("See "),
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>"
          + F.r("no") + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", F.r("part 3"),
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", F.r(".")), "P See part 3."),
    Sample(
      "a field without an end", F.p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>") + F.p(F.r("We may share it.")),
      "P We may share it."),
    Sample("links", F.p(F.r("Ask "), "<w:hyperlink>\(F.r("our office"))</w:hyperlink>", F.r(".")), "P Ask our office."),
    Sample("hidden text", F.p(F.r("We"), F.r(" never", properties: "<w:vanish/>"), F.r(" share.")), "P We share."),
    Sample(
      "a text box, once",
      F.p(
        F.r("Before"),
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>"
          + F.p(F.r("In the box.")) + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>"
          + "<w:txbxContent>" + F.p(F.r("In the box.")) + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
          + "</mc:AlternateContent></w:r>", F.r(" and after.")), "P Before and after.", "P In the box."),
    Sample(
      "signs",
      F.p(
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>", F.r(" Mail"), "<w:r><w:br/></w:r>",
        "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:tab/></w:r>",
        F.r(
          "e<w:noBreakHyphen/>mail"
            .replacing("<w:noBreakHyphen/>", with: "-"))), "L1 [ ] Mail", "L1 [x] e-mail"),
    Sample(
      "line breaks",
      F.p(F.r("We may share"), "<w:r><w:br/></w:r>", F.r("your data."), "<w:r><w:br/></w:r>", F.r("Never else.")),
      "P We may share/your data.", "P Never else."),
    Sample(
      "comments", F.p("<w:commentRangeStart/>", F.r("We share."), "<w:r><w:commentReference/></w:r>"), "P We share."),
  ]

  @Test("Samples", arguments: samples)
  func blocks(sample: Sample) {
    let result = read(OfficeFile.docx(sample.body, OfficeFile.lists), name: "form.docx")
    #expect(outline(result) == sample.outline)
    #expect(result.format == .docx && !result.rangesAreInFile && result.problems.isEmpty)
  }

  @Test("Numbers stand before their blocks")
  func numbers() {
    let body = [
      F.item("one", list: 1), F.item("x", list: 1, level: 1), F.item("y", list: 1, level: 2), F.item("two", list: 1),
      F.item("z", list: 1, level: 1), F.item("bullet", list: 2), F.item("five", list: 3), F.item("six", list: 3),
    ].joined()
    let result = read(OfficeFile.docx(body, OfficeFile.lists), name: "form.docx")
    let lines = String(decoding: result.text.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines == ["1. one", "(a) x", "1.1 y", "2. two", "(a) z", "\u{2022} bullet", "5. five", "6. six"])
  }

  @Test("Places are paragraphs of the body; notes stand where they are called")
  func places() {
    var parts = OfficeFile.WordParts()
    parts.headers = [F.p(F.r("Clinic of Hope")), F.p(F.r("Clinic of Hope")), F.p(F.r("7"))]
    parts.footers = [F.p(F.r("Page 1"))]
    parts.footnotes = "<w:footnote w:id=\"2\">\(F.p(F.r("As the law allows.")))</w:footnote>"
    let body =
      F.p(F.r("First.")) + F.p() + F.p(F.r("We may share it."), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
    let result = read(OfficeFile.docx(body, parts), name: "form.docx")
    #expect(
      result.text.blocks.map { result.text.string(in: $0.range) } == [
        "Clinic of Hope", "First.", "We may share it.", "As the law allows.", "Page 1",
      ])
    #expect(result.text.places == [nil, .paragraph(1), .paragraph(2), .paragraph(2), nil])
  }

  @Test("The main part may have another name")
  func otherName() {
    let relationships = #"""
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \#
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/main2.xml"/>\#
      </Relationships>
      """#
    let document = "<w:document \(F.wordNames)><w:body>\(F.p(F.r("Hello there.")))</w:body></w:document>"
    let result = read(ZipFile.make([("_rels/.rels", relationships), ("word/main2.xml", document)]), name: "a.docx")
    #expect(outline(result) == ["P Hello there."])
  }
}
