import Readers
import SourceText
import Testing

@Suite struct MarkdownTests {
  private func markdown(_ text: String) -> ReadResult { read(text, name: "form.md") }

  @Test(
    "Inline signs",
    arguments: [
      ("We **may** _share_ `it`.", "We may share it."),
      ("[our *partners*](https://example.org/a_(b) \"T\") get it", "our partners get it"),
      ("![a scan](x.png) of ~~mine~~", "a scan of mine"),
      ("2 * 3 and snake_case_word and *open", "2 * 3 and snake_case_word and *open"),
      ("\\*not\\* &amp; &#8217;s &nbsp;x &unknown;", "*not* & ’s  x &unknown;"),
      ("<b>bold</b>ly<!-- gone --> <https://example.org>", "boldly https://example.org"),
      ("***both*** and **a *b* c**", "both and a b c"),
      ("``a ` b`` and `open", "a ` b and `open"),
      ("[label][ref] and [ref] and [none]\n\n[ref]: https://example.org", "label and ref and [none]"),
      ("one\\\ntwo  \nthree", "one\ntwo  \nthree"),
      ("line<br>break", "line break"),
      ("- [link](a) *x*", "link x"),
    ])
  func inlines(source: String, expected: String) throws {
    let result = markdown(source)
    let block = try #require(result.text.blocks.first)
    #expect(result.text.blocks.count == 1)
    #expect(result.text.string(in: block.range) == expected)
  }

  @Test("Text behind a comment on its line is text; a comment over several lines is none")
  func commentsThatBeginALine() {
    let text = markdown(
      "- <!-- c --> One.\n- Two.\n\n<!-- d --> Three.\n\n<!-- e\nmore\n--> Four.\n\n<!-- f -->\nFive.\n"
    ).text
    #expect(text.blocks.map { text.string(in: $0.range) } == ["One.", "Two.", "Three.", "Four.", "Five."])
  }

  @Test("Blocks, lists, boxes, tables, quotes, code, front matter")
  func blocks() {
    let result = markdown(
      """
      ---
      title: no text
      ---
      # Your *scans*

      We may share them with:

      - clinics that
        treat you
      - firms:
        1. in this country
        2. abroad

        These sign a contract.
      - [x] schools
      - [ ] nobody

      > You can say
      > **no at
      > any time**.

      | Who | Why |
      |-----|:---:|
      | lab | *tests* \\| more |

      ```
      raw *text*
      ```

      Rights
      ------

      **Your Choices**

      ☐ Share ☐ Keep
      """)
    #expect(
      outline(result) == [
        "H1 Your scans", "P We may share them with:", "L1 <1 clinics that/treat you", "L1 <1 firms:",
        "L2 <3 in this country", "L2 <3 abroad", "P These sign a contract.", "L1 <1 [x] schools", "L1 <1 [ ] nobody",
        "P You can say/no at/any time.", "T Who|Why", "T lab|tests | more", "P raw *text*", "H2 Rights",
        "H6 Your Choices", "L1 <14 [ ] Share", "L1 <14 [ ] Keep",
      ])
  }

  @Test("A word behind signs leads back to its bytes")
  func origins() throws {
    let source = "\u{FEFF}We **may** give &eacute;lan [data](x)."
    let result = markdown(source)
    let block = try #require(result.text.blocks.first)
    #expect(result.text.string(in: block.range) == "We may give élan data.")
    let may = TextRange(start: block.range.start + 3, end: block.range.start + 6)
    #expect(result.text.map.origin(of: may) == TextRange(start: 8, end: 11))
    let accent = TextRange(start: block.range.start + 12, end: block.range.start + 14)
    #expect(result.text.map.origin(of: accent) == TextRange(start: 19, end: 27))
  }

  @Test("The text between tags is read, scripts are not")
  func html() {
    let result = markdown("<div class=\"x\">\n<p>Your scans</p>\n<script>var x</script>\n</div>\n\n<!-- nothing -->\n")
    #expect(outline(result).map { $0.split(separator: " ").joined(separator: " ") } == ["P Your scans"])
  }
}
