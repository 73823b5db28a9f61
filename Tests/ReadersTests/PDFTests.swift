import Foundation
import SourceText
import TestSupport
import Testing

@testable import Readers

/// The programs behind some readers; tests that need one are skipped, visibly, where it is not installed.
enum Programs {
  static let hasPDFReader = isThere("pdftotext")
  static let hasPictureReader = isThere("tesseract") && isThere("pdftoppm")

  private static func isThere(_ name: String) -> Bool {
    ExternalProgram(name: name).run(["--version"], input: [], limits: ReadingLimits().program) != .missing
  }
}

@Suite(.enabled(if: Programs.hasPDFReader, "needs pdftotext (poppler-utils)"))
struct PDFTests {
  private func read(_ pages: [[SmallPDF.Piece]]) -> ReadResult {
    let pdf = SmallPDF(pages: pages.map { .pieces($0) })
    return readDocument(pdf.bytes)
  }

  @Test("Lines are joined to paragraphs, and the space between them parts them")
  func paragraphs() {
    let result = read([
      SmallPDF.lines(
        [
          "We keep the pictures of your scan and the report of the doctor who reads them for ten",
          "years, so that your next doctor can compare them with new ones.",
        ], x: 72, top: 700)
        + SmallPDF.lines(
          [
            "The clinic may also show the pictures to students of medicine who are trained in this",
            "house, without your name on them.",
          ], x: 72, top: 664)
    ])
    #expect(
      outline(result) == [
        "P We keep the pictures of your scan and the report of the doctor who reads them for ten"
          + "/years, so that your next doctor can compare them with new ones.",
        "P The clinic may also show the pictures to students of medicine who are trained in this"
          + "/house, without your name on them.",
      ])
    #expect(result.text.places == [.page(1, line: 1, confidence: nil), .page(1, line: 3, confidence: nil)])
    #expect(!result.rangesAreInFile)
  }

  @Test("Two columns are read one after the other, and a sentence goes on in the next")
  func columns() {
    let left = [
      "We collect what you tell the", "nurse and what the machines", "measure. We use it to plan",
      "your care and to send a bill",
      "to your insurer. We may ask", "another clinic for the older",
    ]
    let right = [
      "pictures that it keeps of you.", "You can look at your record", "at any time. Ask at the desk",
      "for a copy of it. The copy is",
      "free once a year. After that", "we ask for a small fee.",
    ]
    let result = read([
      [SmallPDF.Piece(text: "How we use what we know about you in this clinic and elsewhere, in short", x: 72, y: 730)]
        + SmallPDF.lines(left, x: 72, top: 700) + SmallPDF.lines(right, x: 320, top: 700)
    ])
    let words = result.text.blocks.map { result.text.string(in: $0.range) }.joined(separator: "\n")
    #expect(words.split { $0 == "\n" }.dropFirst().map(String.init) == left + right)
    #expect(words.contains("older\npictures"))
    let text = result.text
    #expect(
      text.blocks.contains { text.string(in: $0.range).contains("older\npictures") }, "the sentence is in one block")
  }

  @Test("Headers, footers and page numbers are in no sentence; a sentence goes on over the page")
  func runningLines() {
    func page(_ number: Int, _ lines: [String]) -> [SmallPDF.Piece] {
      [SmallPDF.Piece(text: "Lakeside Clinic - form 12", x: 72, y: 760, size: 8)]
        + SmallPDF.lines(lines, x: 72, top: 700)
        + [
          SmallPDF.Piece(text: "Printed for the patient, keep this copy", x: 72, y: 40, size: 8),
          SmallPDF.Piece(text: "Page \(number) of 2", x: 500, y: 28, size: 8),
        ]
    }
    let result = read([
      page(1, ["You may ask us at any time to stop the use of your pictures for the training of computer"]),
      page(2, ["programs, and we will take them out of the set before the next training begins for it."]),
    ])
    #expect(
      outline(result) == [
        "H2 Lakeside Clinic - form 12",
        "P You may ask us at any time to stop the use of your pictures for the training of computer"
          + "/programs, and we will take them out of the set before the next training begins for it.",
        "P Printed for the patient, keep this copy",
      ])
  }

  @Test("Words that a line's end broke are whole; ligatures are letters")
  func brokenWords() {
    let result = read([
      SmallPDF.lines(
        [
          "The clinic gives your doctor all the results that it has and keeps a copy of the infor-",
          "mation for the third-",
          "party auditor.",
        ], x: 72, top: 700)
    ])
    let text = result.text.blocks.map { result.text.string(in: $0.range) }.joined()
    #expect(text.contains("copy of the information for"))
    #expect(text.contains("third-party auditor"))
  }

  @Test("Bullets and boxes are list items under what introduces them")
  func lists() {
    let result = read([
      [
        SmallPDF.Piece(text: "We may send your record to:", x: 72, y: 700),
        SmallPDF.Piece(text: "\u{95}", x: 80, y: 686), SmallPDF.Piece(text: "your family doctor", x: 100, y: 686),
        SmallPDF.Piece(text: "\u{95}", x: 80, y: 672),
        SmallPDF.Piece(text: "the state's health office", x: 100, y: 672),
        SmallPDF.Piece(text: "Please choose:", x: 72, y: 640),
        // An empty box and a ticked one of Zapf Dingbats.
        SmallPDF.Piece(text: "q", x: 80, y: 626, font: "F3"), SmallPDF.Piece(text: "I agree", x: 100, y: 626),
        SmallPDF.Piece(text: "4", x: 80, y: 612, font: "F3"), SmallPDF.Piece(text: "I do not agree", x: 100, y: 612),
      ]
    ])
    #expect(
      outline(result) == [
        "P We may send your record to:", "L1 <0 your family doctor", "L1 <0 the state's health office",
        "P Please choose:", "L1 <3 [ ] I agree", "L1 <3 [x] I do not agree",
      ])
  }

  @Test("Choices side by side are of one list; a line under them that goes over all belongs to none")
  func choicesInColumns() {
    func row(_ labels: [String], _ y: Int) -> [SmallPDF.Piece] {
      labels.enumerated().flatMap { index, label in
        [
          SmallPDF.Piece(text: "q", x: 80 + 160 * index, y: y, font: "F3"),
          SmallPDF.Piece(text: label, x: 95 + 160 * index, y: y),
        ]
      }
    }
    let result = read([
      [SmallPDF.Piece(text: "Send the record for:", x: 72, y: 700)]
        + row(["Further care", "Insurance", "School"], 688) + row(["A court", "Research"], 676)
        + [
          SmallPDF.Piece(
            text: "The clinic may also give what it keeps of you to those named on the next page:", x: 72, y: 664)
        ]
        + row(["Pictures"], 652)
    ])
    #expect(
      outline(result) == [
        "P Send the record for:", "L1 <0 [ ] Further care", "L1 <0 [ ] A court", "L1 <0 [ ] Insurance",
        "L1 <0 [ ] Research", "L1 <0 [ ] School",
        "P The clinic may also give what it keeps of you to those named on the next page:", "L1 <6 [ ] Pictures",
      ])
  }

  @Test("An item's title stands apart from what it says; letters go on where no sentence ends")
  func items() {
    let result = read([
      [
        SmallPDF.Piece(text: "\u{95}", x: 72, y: 700), SmallPDF.Piece(text: "Treat you", x: 84, y: 700),
        SmallPDF.Piece(
          text: "We can use what we know about you and show it to others who look after you.", x: 84, y: 688),
        SmallPDF.Piece(text: "Who may sign for you:", x: 72, y: 660),
      ]
        + SmallPDF.lines(
          ["a. The person is a child", "b. The person has died", "c. The person is ill"], x: 84, top: 648)
    ])
    #expect(
      outline(result) == [
        "L1 Treat you", "P We can use what we know about you and show it to others who look after you.",
        "P Who may sign for you:", "L1 <2 The person is a child", "L1 <2 The person has died",
        "L1 <2 The person is ill",
      ])
  }

  @Test("A letter that stands alone before several lines is a bullet of a symbol font")
  func letterBullets() {
    let pieces = ["your doctor", "your school", "your insurer"].enumerated().flatMap { index, text in
      [
        SmallPDF.Piece(text: "n", x: 72, y: 688 - 12 * index, size: 6),
        SmallPDF.Piece(text: text, x: 90, y: 688 - 12 * index),
      ]
    }
    let result = read([[SmallPDF.Piece(text: "We share it with:", x: 72, y: 700)] + pieces])
    #expect(
      outline(result) == ["P We share it with:", "L1 <0 your doctor", "L1 <0 your school", "L1 <0 your insurer"])
  }

  @Test("Large print over text is a heading")
  func headings() {
    let result = read([
      [SmallPDF.Piece(text: "What we do with your data", x: 72, y: 720, size: 18)]
        + SmallPDF.lines(["We keep it in this house and nowhere else, and we show it to nobody."], x: 72, top: 690)
    ])
    #expect(outline(result).first == "H1 What we do with your data")
  }

  @Test("What cannot be read is said, once")
  func faults() {
    let page = SmallPDF.lines(["We keep your record in this house."], x: 72, top: 700)
    #expect(readDocument(SmallPDF(pages: [.pieces(page)], isLocked: true).bytes).problems == [.encrypted(.pdf)])
    #expect(readDocument(Array("%PDF-1.4\nnothing of use".utf8)).problems == [.damaged(.pdf)])
    #expect(readDocument(SmallPDF(pages: [.pieces([])]).bytes).problems == [.empty])
  }

  @Test("The limit on pages is named, and what was read stays")
  func pageLimit() {
    let page = SmallPDF.Content.pieces(SmallPDF.lines(["We keep your record in this house."], x: 72, top: 400))
    var options = ReadingOptions()
    options.limits.pageCount = 2
    let bytes = SmallPDF(pages: [page, page, page]).bytes
    let result = Reader.read(SourceDocument(name: "form.pdf", bytes: bytes), options: options)
    #expect(result.problems == [.limit(name: "page-count", value: 2, option: "--limit page-count=4")])
    #expect(result.text.blocks.count == 2)
  }

  private func readDocument(_ bytes: [UInt8]) -> ReadResult {
    ReadersTests.read(bytes, name: "form.pdf", format: .pdf)
  }
}

/// The real forms in PDF beside their text, where they are at hand.
@Suite struct RealPDFTests {
  @Test(
    "Every PDF is read, and the words of 19 in 20 are those of its text, within 5 %",
    .enabled(if: Shared.isThere, "needs the folder of real forms"),
    .enabled(if: Programs.hasPictureReader, "needs pdftotext and tesseract"))
  func words() throws {
    let folder = Shared.folder.appending(path: "forms/docs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".pdf") }
    var outliers: [String] = []
    for name in names.sorted() {
      let text = Shared.folder.appending(path: "forms/txt/\(name.prefix { $0.isNumber }).txt")
      let result = read([UInt8](try Data(contentsOf: folder.appending(path: name))), name: name)
      #expect(!result.problems.contains { $0.hidesText }, "\(name)")
      let ratio =
        Double(words(in: result)) / Double(words(in: read([UInt8](try Data(contentsOf: text)), format: .text)))
      if abs(ratio - 1) > 0.05 { outliers.append("\(name) \(ratio)") }
    }
    #expect(outliers.count * 20 <= names.count, "\(outliers)")
  }

  /// Words of two letters and more: the numbers and bullets of lists are in no block.
  private func words(in result: ReadResult) -> Int {
    result.text.blocks.reduce(0) { total, block in
      total + result.text.string(in: block.range).split { !$0.isLetter }.count { $0.count > 1 }
    }
  }
}

/// What runs without the programs.
@Suite struct PDFLayoutTests {
  @Test("Every truncation of pdftotext's output is read without a trap")
  func truncatedLayout() {
    let output = Array(
      """
      <head><title>A &lt;doc&gt;</title></head><doc>
      <page width="612.0" height="792.0"><flow><block xMin="1" yMin="1" xMax="9" yMax="9">
      <line xMin="72.0" yMin="80.0" xMax="172.0" yMax="92.0">
      <word xMin="-3e38" yMin="1e30" xMax="3e38" yMax="1e38">far</word></line>
      <line xMin="72.0" yMin="80.0" xMax="172.0" yMax="92.0">
      <word xMin="72.0" yMin="80.0" xMax="100.0" yMax="92.0">We &amp; you</word>
      <word xMin="104.0" yMin="80.0" xMax="nan" yMax="-1e30">\u{FB01}nd\u{1}</word>
      </line></block></flow></page></doc></body></html>
      """.utf8)
    for count in 0...output.count {
      if let parsed = PDFLayoutParser.parse(Array(output[..<count])) {
        let text = PageText.make(parsed.result)
        #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      }
    }
    #expect(PDFLayoutParser.parse(output)?.isWhole == true)
    #expect(PDFLayoutParser.parse(output)?.result.pages.count == 1)
  }

  @Test("Every truncation of tesseract's output is read without a trap")
  func truncatedTable() {
    let output = Array(
      """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t2550\t3300\t-1\t
      4\t1\t1\t1\t1\t0\t300\t300\t900\t40\t-1\t
      5\t1\t1\t1\t1\t1\t300\t300\t90\t40\t96.5\te
      5\t1\t1\t1\t1\t2\t400\t300\t90\t40\t80\tYou
      5\t1\t1\t1\t1\t3\t500\t300\t90\t40\tx\tmay

      """.utf8)
    for count in 0...output.count { _ = TesseractTable.parse(Array(output[..<count])).map(PageText.make) }
    let text = TesseractTable.parse(output).map(PageText.make)
    #expect(text?.blocks.count == 1)
    #expect(text?.places == [.page(1, line: 1, confidence: 0.88)])
  }

  @Test("Pages of random lines: every law holds and no line is lost", arguments: 0..<20)
  func randomPages(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      var printed = PrintedPages()
      for number in 1...Int.random(in: 1...4, using: &random) {
        var page = PrintedPage(number: number, width: 612, height: 792)
        for line in 0..<Int.random(in: 0...40, using: &random) {
          let left = Float.random(in: 0...500, using: &random)
          let top = Float.random(in: 0...780, using: &random)
          let words = (0..<Int.random(in: 1...9, using: &random)).map { index in
            let text = Array("w\(number)x\(line)y\(index)".utf8)
            let range = text.withUnsafeBufferPointer { printed.addText($0) }
            let start = left + Float(index) * 40
            return PageWord(
              text: range, box: PageBox(left: start, top: top, right: start + 36, bottom: top + 12))
          }
          page.lines.append(PageLine(words))
        }
        printed.pages.append(page)
      }
      let text = PageText.make(printed)
      let result = ReadResult(format: .pdf, text: text, problems: [.empty], rangesAreInFile: false)
      #expect(brokenLaws(result, text.bytes).isEmpty)
      #expect(text.places.count == text.blocks.count)
    }
  }
}

/// Programs run apart, within limits.
@Suite struct ExternalProgramTests {
  private static let limits = ExternalProgram.Limits(time: .milliseconds(300), output: 1 << 20, memory: 512 << 20)

  @Test("Each end of a program is one outcome")
  func outcomes() {
    func run(_ name: String, _ arguments: [String] = [], input: String = "") -> ExternalProgram.Outcome {
      ExternalProgram(name: name).run(arguments, input: Array(input.utf8), limits: Self.limits)
    }
    #expect(run("cat", input: "Hello") == .finished(code: 0, output: Array("Hello".utf8)))
    #expect(run("false") == .finished(code: 1, output: []))
    #expect(run("no-such-program-anywhere") == .missing)
    #expect(run("sleep", ["5"]) == .outOfTime)
    let isEndless = run("cat", ["/dev/zero"]) == .tooMuchOutput
    #expect(isEndless)
    #expect(run("sh", ["-c", "kill -SEGV $$"]) == .crashed)
    // Nothing in an argument means anything to the shell.
    #expect(run("printf", ["%s", "$(id) `id` ; id"]) == .finished(code: 0, output: Array("$(id) `id` ; id".utf8)))
  }

  @Test("Many programs at once do not wait for each other", arguments: 0..<16)
  func manyAtOnce(number: Int) {
    let outcome = ExternalProgram(name: "cat").run(
      [], input: [UInt8](repeating: 0x41, count: 300_000), limits: ReadingLimits().program)
    #expect(outcome == .finished(code: 0, output: [UInt8](repeating: 0x41, count: 300_000)))
  }
}
