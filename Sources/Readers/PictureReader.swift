import SourceText

/// Reads pages that are pictures, by `tesseract`; pages of a PDF are drawn first.
enum PictureReader {
  static let popplerInstall = "apt-get install poppler-utils"
  static let recogniserInstall = "apt-get install tesseract-ocr"
  private static let recogniser = ExternalProgram(name: "tesseract")
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
    in printed: inout PrintedPages, of bytes: [UInt8], since start: ContinuousClock.Instant, _ options: ReadingOptions
  ) -> [Problem] {
    let candidates = printed.pages.filter { $0.wordCount < fewWords }
    guard !candidates.isEmpty else { return [] }
    let drawing = PageDrawing(bytes: bytes, limits: options.limits, start: start)
    let found = drawing.find(in: candidates)
    var problems: [Problem] = []
    if !found.undrawn.isEmpty {
      let limit: LimitName = found.failure == .outOfTime ? .pdfTime : .programMemory
      let isLimit = found.failure == .outOfTime || found.failure == .outOfMemory
      problems.append(isLimit ? .limit(limit, options.limits) : .unreadPicture(pages: found.undrawn, install: nil))
    }
    var unread: [Int] = []
    var failure = Recognised.failed
    for number in found.pictures {
      // What is not there, or has taken all its time once, is not tried again.
      if failure.isFinal {
        unread.append(number)
        continue
      }
      let notice = options.notice(
        "Page \(number) of \(printed.pages.count) is a picture: reading its words ...", since: start)
      guard let index = printed.pages.firstIndex(where: { $0.number == number }) else { continue }
      let recognised: Recognised
      switch drawing.draw(printed.pages[index]) {
      case .success(let picture): recognised = recognise(picture, options, notice)
      case .failure(let error): recognised = Recognised(error.reason)
      }
      if case .pages(let read) = recognised {
        printed.replace(index, by: read)
      } else {
        failure = recognised
        unread.append(number)
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
    case outOfMemory
    case failed

    init(_ failure: PageDrawing.Failure) {
      switch failure {
      case .outOfTime: self = .outOfTime
      case .outOfMemory: self = .outOfMemory
      case .damaged: self = .failed
      }
    }

    /// True if the next page has no better chance.
    var isFinal: Bool {
      switch self {
      case .missing, .outOfTime, .outOfMemory: true
      case .pages, .failed: false
      }
    }

    func problem(pages: [Int], _ format: DocumentFormat, _ limits: ReadingLimits) -> Problem {
      switch self {
      case .missing: .unreadPicture(pages: pages, install: PictureReader.recogniserInstall)
      case .outOfTime: .limit(.programTime, limits)
      case .outOfMemory: .limit(.programMemory, limits)
      case .pages, .failed: pages.isEmpty ? .damaged(format) : .unreadPicture(pages: pages, install: nil)
      }
    }
  }

  private static func recognise(
    _ picture: [UInt8], _ options: ReadingOptions, _ notice: ExternalProgram.Notice?
  ) -> Recognised {
    let arguments = ["-", "-", "--dpi", "300"] + RecogniserData.installed.arguments + ["tsv"]
    switch recogniser.run(arguments, input: picture, limits: options.limits.program, notice: notice) {
    case .finished(0, let output): return TesseractTable.parse(output).map { .pages($0) } ?? .failed
    case .missing: return .missing
    case .outOfTime: return .outOfTime
    case .outOfMemory: return .outOfMemory
    case .finished, .tooMuchOutput, .crashed, .refused: return .failed
    }
  }
}
