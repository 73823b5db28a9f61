import Readers
import SourceText
import TestSupport
import Testing

/// HTML -> blocks, as a browser shows them.
@Suite struct HTMLTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let html: String
    let outline: [String]
    var testDescription: String { name }

    init(_ name: String, _ html: String, _ outline: String...) {
      (self.name, self.html, self.outline) = (name, html, outline)
    }
  }

  static let samples = [
    Sample("white space", "<p>We  may\n share <b>your</b>\tdata.</p> <p> </p>", "P We may share your data."),
    Sample("words run through inline tags", "<p>un<b>known</b><span> x</span></p>", "P unknown x"),
    Sample(
      "headings", "<h2>Your <i>data</i></h2><h3>1. Uses</h3><p>We use it.", "H2 Your data", "H3 Uses", "P We use it."),
    Sample(
      "lists", "<p>We may share it with:</p><ul><li>doctors;<li>partners:<ol><li>one<li>two</ol></ul>",
      "P We may share it with:", "L1 <0 doctors;", "L1 <0 partners:", "L2 <2 one", "L2 <2 two"),
    Sample(
      "a second paragraph in an item", "<p>We share:</p><ul><li><p>one</p><p>More on it.</p></li><li>two</li></ul>",
      "P We share:", "L1 <0 one", "P More on it.", "L1 <0 two"),
    Sample(
      "what is not shown",
      """
      <head><title>no</title><style>no</style><script>if (a < b) "<p>no</p>"</script></head><noscript>no</noscript>
      <template><p>no</p></template><p style="color: red; DISPLAY : none">no</p><div hidden>no<p>no</div>
      <p style="visibility:hidden">no</p><!-- no --><p aria-hidden="true">yes</p><svg><text>no</text></svg>
      <p>We <del>sell</del> share.</p><input type=hidden value=no>
      """, "P yes", "P We share."),
    Sample(
      "entities", "<p>A &amp; B&#8217;s &eacute;t&#xE9; &nbsp; x&shy;y &lt;z&gt; &nosuch; AT&T</p>",
      "P A & B’s été xy <z> &nosuch; AT&T"),
    Sample(
      "tables by row", "<table><tr><th>What<th>Who</tr><tr><td>Scans</td><td>Labs <br></td></tr></table>",
      "T What|Who", "T Scans|Labs"),
    Sample(
      "a table for the layout", "<table><tr><td><h1>Title</h1><p>One.</p></td><td>Two.</td></tr></table>", "H1 Title",
      "P One.", "P Two."),
    Sample(
      "a table in a table", "<table><tr><td>A<table><tr><td>B<td>C</table></td><td>D</td></tr></table>", "P A", "T B|C",
      "P D"),
    Sample(
      "boxes", "<p>May we? <input type=radio> Yes <input type=radio checked> No</p><p><input type=checkbox checked> Ok",
      "P May we?", "L1 <0 [ ] Yes", "L1 <0 [x] No", "L1 <0 [x] Ok"),
    Sample(
      "labels before boxes",
      """
      <p><label for=a>I want mail</label> <input id=a type=checkbox checked></p>
      <p><label>I want calls <input type=checkbox></label></p>
      <table><tr><td><label for=b>Share scans</label><td><input id=b type=checkbox></table>
      """, "L1 [x] I want mail", "L1 [ ] I want calls", "L1 [ ] Share scans"),
    Sample(
      "a box in a cell", "<table><tr><td><input type=checkbox><td>I agree to calls</tr></table>",
      "L1 [ ] I agree to calls"),
    Sample("boxes by their role", "<div><span role=checkbox aria-checked=true></span> I agree</div>", "L1 [x] I agree"),
    Sample(
      "what is filled in", "<p>Seen by: <input value='Dr. No'></p><input type=submit value=Send>", "P Seen by: Dr. No",
      "P Send"),
    Sample(
      "line breaks", "<p>We may share<br>your data.<br>It stays here.<br><br>New", "P We may share/your data.",
      "P It stays here.", "P New"),
    Sample(
      "typed bullets", "<p>We may share:<br>• scans<br>• notes</p>", "P We may share:", "L1 <0 scans", "L1 <0 notes"),
    Sample("kept lines", "<pre>We may\nshare it.\n\nNever else.</pre>", "P We may/share it.", "P Never else."),
    Sample(
      "a list of Word's",
      """
      <p>We share:</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>scans<o:p></o:p></p>
      <p style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>1.</span><!--[endif]-->of
      bones</p><!--[if gte mso 9]><xml><w:WordDocument>no</w:WordDocument></xml><![endif]-->
      """, "P We share:", "L1 <0 scans", "L2 <1 of bones"),
    Sample("a fragment", "Just <b>text</b>", "P Just text"),
    Sample("a footnote's sign", "<p>We share it<a class=\"sdfootnoteanc\"><sup>1</sup></a>.</p>", "P We share it."),
  ]

  @Test("Samples", arguments: samples)
  func blocks(sample: Sample) {
    #expect(outline(read(Array(sample.html.utf8), format: .html)) == sample.outline)
  }

  @Test("Ranges are in the file, whatever its encoding")
  func ranges() throws {
    let html = "<p>Caf\u{E9} &amp; we <b>may</b>\n share it.</p>"
    let latin = html.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide: [UInt8] = [0xFF, 0xFE] + html.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for (bytes, unit, mark) in [(Array(html.utf8), 1, 0), (latin, 1, 0), (wide, 2, 2)] {
      let result = read(bytes, format: .html)
      let block = try #require(result.text.blocks.first)
      #expect(result.text.string(in: block.range) == "Caf\u{E9} & we may share it.")
      let origin = result.text.map.origin(of: block.range)
      #expect(origin.start == mark + 3 * unit)
      #expect(origin.end == bytes.count - 4 * unit)
    }
  }

  @Test("The encoding: the page's own word counts where the bytes are no UTF-8")
  func declared() {
    let cases: [(tag: String, word: [UInt8], expected: String)] = [
      ("<meta charset=windows-1251>", [0xC4, 0xE0], "Да"), ("<meta charset='ISO-8859-2'>", [0xB3, 0xF3], "łó"),
      (
        "<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">", [0x93, 0xFA, 0x96, 0x7B, 0xB1], "日本ｱ"
      ),
      ("<?xml version='1.0' encoding='koi8-r'?>", [0xE4, 0xC1], "Да"),
      ("<meta charset=latin1>", [0x93, 0x61, 0x94], "“a”"),
      ("<meta charset=windows-1251>", Array("é".utf8), "é"), ("<meta charset=nonsense>", [0xE9], "é"),
      ("<meta charset=iso-2022-jp>", [0xE9], "é"), ("<meta charset=utf-16>", [0xE9], "é"),
    ]
    for (tag, word, expected) in cases {
      let bytes = Array("\(tag)<p>We \u{26} x".utf8.dropLast(3)) + word + Array(" share it.".utf8)
      let result = read(bytes, format: .html)
      #expect(outline(result) == ["P We \(expected) share it."], "\(tag)")
      let origin = result.text.map.origin(of: TextRange(start: 3, end: 3 + expected.utf8.count))
      #expect(Array(bytes[origin.start..<origin.end]) == word, "\(tag)")
    }
  }

  @Test("A long text keeps its place")
  func longText() {
    let sentence = "We may share your data with our caf\u{E9}s &amp; partners \u{2014} at any time. "
    let html = "<html><body><p>" + String(repeating: sentence, count: 3000) + "</p><p>The end.</p></body></html>"
    let result = read(Array(html.utf8), format: .html)
    let copied = result.text.map.segments.reduce(0) { $0 + ($1.kind == .copied ? $1.text.length : 0) }
    // All but the ampersands and the line feeds between blocks.
    #expect(result.text.bytes.count - copied <= 3000 + 4)
  }
}
