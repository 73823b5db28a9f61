import SourceText

/// Reads pages that are pictures, by `tesseract`; pages of a PDF are drawn by poppler's `pdftoppm` first.
enum PictureReader {
  static let popplerInstall = "apt-get install poppler-utils"
  static let recogniserInstall = "apt-get install tesseract-ocr"
  private static let drawer = ExternalProgram(name: "pdftoppm")
  private static let recogniser = ExternalProgram(name: "tesseract")
  private static let dotsPerInch: Float = 300
  /// Dots of the longer side of a drawn page: a poster needs no more.
  private static let mostDots: Float = 6000
  /// Words on a page that may be a stamp on a picture.
  private static let fewWords = 12

  /// Reads a picture: PNG, JPEG or TIFF.
  static func read(_ bytes: [UInt8], options: ReadingOptions) -> ReadResult {
    let recognised = recognise(bytes, options, options.notice("Reading the words in a picture ...", since: .now))
    guard case .pages(let printed) = recognised else {
      return .unread(.image, recognised.problem(pages: [], .image, options.limits))
    }
    let text = PageText.make(printed)
    return ReadResult(
      format: .image, text: text, problems: text.blocks.isEmpty ? [.empty] : [], rangesAreInFile: false)
  }

  /// Reads the pages of `printed` that have no text of their own. Gives what could not be read.
  static func readPictures(
    in printed: inout PrintedPages, of bytes: [UInt8], _ options: ReadingOptions
  ) -> [Problem] {
    let start = ContinuousClock.now
    var unread: [Int] = []
    var failure = Recognised.failed
    var problems: [Problem] = []
    for index in printed.pages.indices where printed.pages[index].wordCount < fewWords {
      let page = printed.pages[index]
      guard isPicture(page, of: bytes, options.limits) else { continue }
      if case .missing = failure {
        unread.append(page.number)
        continue
      }
      let notice = options.notice(
        "Page \(page.number) of \(printed.pages.count) is a picture: reading its words ...", since: start)
      let recognised = draw(page, of: bytes, resolution: resolution(page), options.limits).map {
        recognise($0, options, notice)
      }
      switch recognised ?? .failed {
      case .pages(let found):
        printed.replace(index, by: found, scale: page.height)
      case let other:
        failure = other
        unread.append(page.number)
      }
    }
    if !unread.isEmpty { problems.append(failure.problem(pages: unread, .pdf, options.limits)) }
    return problems
  }

  // MARK: - Programs

  private enum Recognised {
    case pages(PrintedPages)
    case missing
    case outOfTime
    case failed

    func problem(pages: [Int], _ format: DocumentFormat, _ limits: ReadingLimits) -> Problem {
      switch self {
      case .missing: .unreadPicture(pages: pages, install: PictureReader.recogniserInstall)
      case .outOfTime: .limit(.programTime, limits)
      case .pages, .failed: pages.isEmpty ? .damaged(format) : .unreadPicture(pages: pages, install: nil)
      }
    }
  }

  private static func recognise(
    _ picture: [UInt8], _ options: ReadingOptions, _ notice: ExternalProgram.Notice?
  ) -> Recognised {
    let arguments = ["-", "-", "--dpi", "300", "tsv"]
    switch recogniser.run(arguments, input: picture, limits: options.limits.program, notice: notice) {
    case .finished(0, let output): return TesseractTable.parse(output).map { .pages($0) } ?? .failed
    case .missing: return .missing
    case .outOfTime: return .outOfTime
    case .finished, .tooMuchOutput, .crashed, .refused: return .failed
    }
  }

  private static func resolution(_ page: PrintedPage) -> Int {
    let longest = max(page.width, page.height, 1)
    return Int(min(dotsPerInch, mostDots * 72 / longest).rounded(.down))
  }

  /// The page as a grey picture (PGM).
  private static func draw(
    _ page: PrintedPage, of bytes: [UInt8], resolution: Int, _ limits: ReadingLimits
  ) -> [UInt8]? {
    let number = String(page.number)
    let arguments = ["-q", "-gray", "-r", String(max(1, resolution)), "-f", number, "-l", number, "-"]
    guard case .finished(0, let output) = drawer.run(arguments, input: bytes, limits: limits.program) else {
      return nil
    }
    return output.isEmpty ? nil : output
  }

  /// True if a page with hardly a word has something on it, besides those words, that may be words: a scan.
  private static func isPicture(_ page: PrintedPage, of bytes: [UInt8], _ limits: ReadingLimits) -> Bool {
    let rough: Float = 40
    guard page.width > 0, page.height > 0 else { return false }
    let scale = min(rough / 72, 1000 / max(page.width, page.height))
    guard let picture = draw(page, of: bytes, resolution: Int(scale * 72), limits) else { return false }
    return GreyPicture(picture)?.isPrinted(besides: page.lines.map(\.box), scale: scale) ?? false
  }
}

/// A picture in the plain format that `pdftoppm -gray` writes: `P5 width height 255`, then a byte a dot.
struct GreyPicture {
  private let bytes: [UInt8]
  private let start: Int
  /// The dots, row by row.
  var dots: [UInt8] { Array(bytes[start..<(start + width * height)]) }
  let width: Int
  let height: Int

  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("P5".utf8)) else { return nil }
    var numbers: [Int] = []
    var at = 2
    while numbers.count < 3 {
      while at < bytes.count, Bytes.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, Bytes.isDigit(bytes[at]) else { return nil }
      var value = 0
      while at < bytes.count, Bytes.isDigit(bytes[at]), value < 1 << 20 {
        value = value * 10 + Int(bytes[at] & 0x0F)
        at += 1
      }
      numbers.append(value)
    }
    guard numbers[2] == 255, numbers[0] > 0, numbers[1] > 0, bytes.count >= at + 1 + numbers[0] * numbers[1] else {
      return nil
    }
    self.bytes = bytes
    start = at + 1
    (width, height) = (numbers[0], numbers[1])
  }

  /// True if the picture has print that is in none of `boxes`. Beside text, a logo is not enough.
  func isPrinted(besides boxes: [PageBox], scale: Float) -> Bool {
    var covered = [Bool](repeating: false, count: height)
    for box in boxes {
      let from = max(0, min(height, Int(box.top * scale) - 1))
      let to = max(from, min(height, Int(box.bottom * scale) + 2))
      for row in from..<to { covered[row] = true }
    }
    var rows = 0
    for row in 0..<height where !covered[row] {
      let line = bytes[(start + row * width)..<(start + (row + 1) * width)]
      // The paper may be grey, but not evenly so under print.
      guard let low = line.min(), let high = line.max(), high &- low > 48 else { continue }
      rows += 1
    }
    return rows * (boxes.isEmpty ? 60 : 8) > height
  }
}
