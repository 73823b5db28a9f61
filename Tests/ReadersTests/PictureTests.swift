import SourceText
import TestSupport
import Testing

@testable import Readers

@Suite(.enabled(if: Programs.hasPictureReader, "needs tesseract (tesseract-ocr) and pdftoppm (poppler-utils)"))
struct PictureTests {
  private static let sentence = ["We may use your pictures to train computer programs.", "You can say no at any time."]

  /// A drawn page with the sentence, in the format that `arguments` ask for.
  private func drawn(_ arguments: [String]) throws -> [UInt8] {
    let pdf = SmallPDF(pages: [.pieces(SmallPDF.lines(Self.sentence, x: 72, top: 700, size: 12))])
    let outcome = ExternalProgram(name: "pdftoppm").run(
      arguments + ["-r", "150", "-gray", "-"], input: pdf.bytes, limits: ReadingLimits().program)
    guard case .finished(0, let output) = outcome else {
      Issue.record("pdftoppm: \(outcome)")
      return []
    }
    return output
  }

  @Test("The words of a photo are read, with the recogniser's confidence", arguments: ["-png", "-jpeg", "-tiff"])
  func photo(format: String) throws {
    let result = read(try drawn([format]), name: "photo")
    #expect(result.format == .image)
    #expect(result.problems.isEmpty)
    let words = result.text.blocks.map { result.text.string(in: $0.range) }.joined(separator: " ")
    #expect(words.split { $0 == " " || $0 == "\n" }.joined(separator: " ") == Self.sentence.joined(separator: " "))
    guard case .page(1, line: 1, let confidence?) = result.text.places.first ?? nil else {
      Issue.record("no place with confidence: \(result.text.places)")
      return
    }
    #expect(confidence > 0.7 && confidence <= 1)
  }

  @Test("Of a mixed PDF only the picture goes through the recogniser")
  func mixed() throws {
    let picture = try #require(GreyPicture(try drawn([])))
    let text = SmallPDF.lines(
      ["This page has a text of its own, with enough words on it for a page that is no scan."], x: 72, top: 700)
    let pdf = SmallPDF(pages: [
      .pieces(text), .picture(SmallPDF.Picture(width: picture.width, height: picture.height, dots: picture.dots)),
    ])
    let result = read(pdf.bytes, name: "form.pdf")
    #expect(result.problems.isEmpty)
    #expect(result.text.places.first == .page(1, line: 1, confidence: nil))
    guard case .page(2, line: _, confidence: .some) = result.text.places.last ?? nil else {
      Issue.record("page 2 was not read from its picture: \(result.text.places)")
      return
    }
    #expect(outline(result).last?.contains("You can say no at any time.") == true)
  }

  @Test("A page without a word and without a picture is no fault")
  func blankPage() {
    let text = SmallPDF.lines(
      ["This page has a text of its own, with enough words on it for a page that is no scan."], x: 72, top: 700)
    let result = read(SmallPDF(pages: [.pieces(text), .pieces([])]).bytes, name: "form.pdf")
    #expect(result.problems.isEmpty)
  }

  @Test("A picture that lies on its side or upside down is read", arguments: 1...3)
  func turned(quarters: Int) throws {
    // Which way up a page is shows only where there is enough on it.
    try #require(RecogniserData.installed.arguments.contains("--psm"), "needs tesseract-ocr-osd")
    let lines = Array(repeating: Self.sentence, count: 8).flatMap { $0 }
    let pdf = SmallPDF(pages: [.pieces(SmallPDF.lines(lines, x: 72, top: 700, size: 12))])
    let outcome = ExternalProgram(name: "pdftoppm").run(
      ["-r", "150", "-gray", "-"], input: pdf.bytes, limits: ReadingLimits().program)
    guard case .finished(0, let output) = outcome, let picture = GreyPicture(output) else {
      Issue.record("pdftoppm: \(outcome)")
      return
    }
    var (dots, width, height) = (picture.dots, picture.width, picture.height)
    for _ in 0..<quarters {
      dots = (0..<width).flatMap { x in (0..<height).map { y in dots[(height - 1 - y) * width + x] } }
      swap(&width, &height)
    }
    let file = SmallPDF(pages: [.picture(SmallPDF.Picture(width: width, height: height, dots: dots))])
    let result = read(file.bytes, name: "form.pdf")
    let words = result.text.blocks.map { result.text.string(in: $0.range) }.joined(separator: " ")
    // A space may be lost, and "s" is like "S".
    let letters = words.lowercased().filter(\.isLetter)
    #expect(letters.hasPrefix(Self.sentence.joined().lowercased().filter(\.isLetter)), "\(words)")
  }

  @Test("A word that the recogniser doubts stays in a line that it does not doubt; a 1 behind a box is I")
  func doubtfulWords() {
    let words = [("[J]", 77), ("1DO", 4), ("NOT", 93), ("AGREE", 92), ("to", 97), ("calls.", 96), ("~", 5)]
    let rows = words.enumerated().map { "5\t1\t1\t1\t1\t\($0)\t\($0 * 100)\t10\t90\t30\t\($1.1)\t\($1.0)" }
    let table =
      "level\tpage\n1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t\n4\t1\t1\t1\t1\t0\t0\t10\t800\t30\t-1\t\n"
      + rows.joined(separator: "\n")
    let text = TesseractTable.parse(Array(table.utf8)).map(PageText.make)
    #expect(text?.blocks.first?.checkBox == .unchecked)
    #expect(text.map { $0.string(in: $0.blocks[0].range) } == "I DO NOT AGREE to calls.")
  }

  @Test("The languages that are there are used, and nothing else")
  func languages() {
    #expect(RecogniserData(["eng"]).arguments == ["-l", "eng"])
    #expect(RecogniserData(["deu", "spa", "osd", "eng"]).arguments == ["-l", "eng+spa", "--psm", "1"])
    #expect(RecogniserData([]).arguments.isEmpty)
  }

  @Test("A broken picture is one problem")
  func broken() throws {
    let bytes = try drawn(["-png"])
    let result = read(Array(bytes.prefix(64)), name: "photo.png")
    #expect(result.problems == [.damaged(.image)])
  }
}
