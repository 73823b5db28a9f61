import SourceText

/// Reads PDF by poppler's `pdftotext`, and pages that are pictures by `PictureReader`.
enum PDFReader {
  private static let program = ExternalProgram(name: "pdftotext")

  static func read(_ bytes: [UInt8], options: ReadingOptions) -> ReadResult {
    let limits = options.limits
    let start = ContinuousClock.now
    // One page more than allowed, to see that there are more.
    let arguments = ["-q", "-bbox-layout", "-l", String(limits.pageCount + 1), "-", "-"]
    let notice = options.notice("Reading a PDF ...", since: start)
    switch program.run(arguments, input: bytes, limits: limits.program(forPDF: bytes.count), notice: notice) {
    case .finished(let code, let output):
      // pdftotext ends with 0 for many a broken file too.
      guard code == 0, let parsed = PDFLayoutParser.parse(output) else {
        return .unread(.pdf, isLocked(bytes) ? .encrypted(.pdf) : .damaged(.pdf))
      }
      return read(parsed.result, isWhole: parsed.isWhole, bytes, since: start, options)
    case .missing: return .unread(.pdf, .missingProgram(name: program.name, install: PictureReader.popplerInstall))
    case .outOfTime: return .unread(.pdf, .limit(.pdfTime, limits))
    case .outOfMemory: return .unread(.pdf, .limit(.programMemory, limits))
    case .tooMuchOutput: return .unread(.pdf, .limit(.programOutput, limits))
    case .crashed, .refused: return .unread(.pdf, .damaged(.pdf))
    }
  }

  private static func read(
    _ printed: PrintedPages, isWhole: Bool, _ bytes: [UInt8], since start: ContinuousClock.Instant,
    _ options: ReadingOptions
  ) -> ReadResult {
    var printed = printed
    var problems: [Problem] = isWhole ? [] : [.damaged(.pdf)]
    if printed.pages.count > options.limits.pageCount {
      printed.pages.removeLast(printed.pages.count - options.limits.pageCount)
      problems.append(.limit(.pageCount, options.limits))
    }
    problems += PictureReader.readPictures(in: &printed, of: bytes, since: start, options)
    let text = PageText.make(printed)
    if text.blocks.isEmpty, problems.isEmpty { problems.append(printed.pages.isEmpty ? .damaged(.pdf) : .empty) }
    return ReadResult(format: .pdf, text: text, problems: problems, rangesAreInFile: false)
  }

  /// True if the file says that it is encrypted. Some encrypted files open without a password: ask only after a failure.
  private static func isLocked(_ bytes: [UInt8]) -> Bool {
    let mark = Array("/Encrypt".utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let view = Bytes(buffer)
      var at = view.first(mark[0], from: 0, to: view.count)
      while at < view.count {
        if view.matches("/encrypt", at: at) { return true }
        at = view.first(mark[0], from: at + 1, to: view.count)
      }
      return false
    }
  }
}
