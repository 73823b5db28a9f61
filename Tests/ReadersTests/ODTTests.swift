import Readers
import SourceText
import TestSupport
import Testing

/// ODT -> blocks, as LibreOffice shows them with all changes accepted.
@Suite struct ODTTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let outline: [String]
    var testDescription: String { name }

    init(_ name: String, _ body: String, _ outline: String...) {
      (self.name, self.body, self.outline) = (name, body, outline)
    }
  }

  /// List N: "1." over "a)"; list B: bullets. P1 is based on the title's style, T1 is hidden.
  private static let styles = """
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>\
    <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>\
    <text:list-style style:name="N">\
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>\
    <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>\
    <text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
    """

  private static func list(_ style: String, _ items: String..., attributes: String = "") -> String {
    "<text:list text:style-name=\"\(style)\" \(attributes)>"
      + items.map { "<text:list-item>\($0)</text:list-item>" }.joined() + "</text:list>"
  }

  private static func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

  static let samples = [
    Sample("paragraphs", p("We <text:span>may</text:span><text:s text:c=\"3\"/>share\n  it."), "P We may share it."),
    Sample(
      "headings", "<text:p text:style-name=\"P1\">Form</text:p><text:h text:outline-level=\"2\">Sharing</text:h>",
      "H1 Form",
      "H2 Sharing"),
    Sample(
      "lists",
      p("We may share it with:") + list("N", p("doctors"), p("partners:") + list("N", p("labs")), p("the state")),
      "P We may share it with:", "L1 <0 doctors", "L1 <0 partners:", "L2 <2 labs", "L1 <0 the state"),
    Sample(
      "tables",
      "<table:table><table:table-row><table:table-cell>\(p("What"))</table:table-cell><table:table-cell>\(p("Who"))"
        + "</table:table-cell></table:table-row></table:table>", "T What|Who"),
    Sample(
      "tracked changes",
      "<text:tracked-changes><text:changed-region><text:deletion>\(p("never"))</text:deletion></text:changed-region>"
        + "</text:tracked-changes>" + p("We <text:change text:change-id=\"a\"/>share."), "P We share."),
    Sample(
      "comments and hidden text",
      p(
        "We <office:annotation>\(p("Sure?"))</office:annotation>share<text:span text:style-name=\"T1\"> not</text:span>."
      ),
      "P We share."),
    Sample(
      "notes",
      p(
        "We share<text:note><text:note-citation>1</text:note-citation><text:note-body>\(p("As the law allows."))"
          + "</text:note-body></text:note> it.") + p("Next."), "P We share it.", "P Next.", "P As the law allows."),
    Sample(
      "text boxes", p("Before<draw:frame><draw:text-box>\(p("In the box."))</draw:text-box></draw:frame> after."),
      "P Before after.", "P In the box."),
    Sample(
      "form controls",
      "<office:forms><form:form><form:checkbox form:id=\"c1\" form:label=\"I agree\" form:current-state=\"checked\"/>"
        + "<form:radio form:id=\"c2\" form:label=\"No\"/></form:form></office:forms>"
        + p("<draw:control draw:control=\"c1\"/>") + p("<draw:control draw:control=\"c2\"/>"), "L1 [x] I agree",
      "L1 [ ] No"),
    Sample(
      "content controls",
      p(
        "<loext:content-control loext:checkbox=\"true\" loext:checked=\"true\">\u{2612}</loext:content-control> I agree"
      ),
      "L1 [x] I agree"),
  ]

  @Test("Samples", arguments: samples)
  func blocks(sample: Sample) {
    let result = read(OfficeFile.odt(sample.body, styles: Self.styles), name: "form.odt")
    #expect(outline(result) == sample.outline)
    #expect(result.format == .odt && !result.rangesAreInFile && result.problems.isEmpty)
  }

  @Test("Numbers stand before their blocks")
  func numbers() {
    let body =
      Self.list("N", Self.p("one"), Self.p("two") + Self.list("N", Self.p("x"), Self.p("y"))) + Self.p("Between.")
      + Self.list("N", Self.p("three"), attributes: "text:continue-numbering=\"true\"") + Self.list("N", Self.p("anew"))
      + Self.list("B", Self.p("bullet"))
    let result = read(OfficeFile.odt(body, styles: Self.styles), name: "form.odt")
    let lines = String(decoding: result.text.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines == ["1. one", "2. two", "a) x", "b) y", "Between.", "3. three", "1. anew", "\u{2022} bullet"])
  }

  @Test("Headers come first, footers last; a page's number is no text")
  func headers() {
    let page = """
      <office:master-styles><style:master-page><style:header>\(Self.p("Clinic of Hope"))</style:header>\
      <style:footer>\(Self.p("Version 2"))\(Self.p("7"))</style:footer></style:master-page></office:master-styles>
      """
    let content =
      "<office:document-content \(OfficeFile.textNames)><office:body><office:text>\(Self.p("We share."))"
      + "</office:text></office:body></office:document-content>"
    let result = read(OfficeFile.odt(content: content, page: page), name: "form.odt")
    #expect(
      result.text.blocks.map { result.text.string(in: $0.range) } == ["Clinic of Hope", "We share.", "Version 2"])
    #expect(result.text.places == [nil, .paragraph(1), nil])
  }
}
