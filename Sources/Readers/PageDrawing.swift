import SourceText

/// Draws the pages of a PDF by poppler's `pdftoppm`, as grey pictures (PGM).
struct PageDrawing {
  private static let program = ExternalProgram(name: "pdftoppm")
  private static let dotsPerInch: Float = 300
  /// Dots of the longer side of a drawn page: a poster needs no more, and the recogniser's memory grows with them.
  private static let mostDots: Float = 5000
  /// Enough to see that there is print.
  private static let roughDotsPerInch: Float = 40
  private static let mostRoughDots: Float = 1000
  /// Pages that are drawn by one run of the program: starting it takes longer than drawing a page without anything.
  private static let mostAtOnce = 50

  let bytes: [UInt8]
  let limits: ReadingLimits
  /// When the work on the file began.
  let start: ContinuousClock.Instant

  /// What is on pages with hardly a word.
  struct Found {
    /// Numbers of the pages that may be scans.
    var pictures: [Int] = []
    /// Numbers of the pages that could not be drawn.
    var undrawn: [Int] = []
    /// Why not.
    var failure: Failure?
  }

  enum Failure {
    case outOfTime
    case outOfMemory
    case damaged
  }

  /// Looks which of `pages` have something on them, besides their words, that may be words. `pages` ascend.
  func find(in pages: [PrintedPage]) -> Found {
    var found = Found()
    var at = 0
    while at < pages.count {
      var end = at + 1
      while end < pages.count, end - at < Self.mostAtOnce, isAlike(pages[end], pages[at]),
        pages[end].number == pages[end - 1].number + 1
      {
        end += 1
      }
      let run = pages[at..<end]
      at = end
      // One page that takes all the time is enough: nobody waits for the rest.
      if found.failure != nil {
        found.undrawn += run.map(\.number)
      } else {
        look(at: run, &found)
      }
    }
    return found
  }

  private func isAlike(_ a: PrintedPage, _ b: PrintedPage) -> Bool {
    a.width == b.width && a.height == b.height
  }

  private func look(at run: ArraySlice<PrintedPage>, _ found: inout Found) {
    guard let first = run.first, let last = run.last, first.width > 0, first.height > 0 else { return }
    let resolution = max(
      1, Int(min(Self.roughDotsPerInch, Self.mostRoughDots * 72 / max(first.width, first.height))))
    let limits = limits.program(forPDF: bytes.count, after: .now - start)
    switch draw(first.number, last.number, resolution: resolution, limits) {
    case .success(let output):
      let pictures = GreyPicture.all(in: output)
      for (page, picture) in zip(run, pictures)
      where picture.isPrinted(besides: page.lines.map(\.box), scale: Float(resolution) / 72) {
        found.pictures.append(page.number)
      }
      found.undrawn += run.dropFirst(pictures.count).map(\.number)
    case .failure(let failure):
      found.undrawn += run.map(\.number)
      found.failure = failure.reason
    }
  }

  /// `page` as it is for the recogniser.
  func draw(_ page: PrintedPage) -> Result<[UInt8], DrawingError> {
    let resolution = min(Self.dotsPerInch, Self.mostDots * 72 / max(page.width, page.height, 1))
    return draw(page.number, page.number, resolution: max(1, Int(resolution)), limits.program)
  }

  struct DrawingError: Error {
    var reason: Failure
  }

  private func draw(
    _ first: Int, _ last: Int, resolution: Int, _ limits: ExternalProgram.Limits
  ) -> Result<[UInt8], DrawingError> {
    let arguments = ["-q", "-gray", "-r", String(resolution), "-f", String(first), "-l", String(last), "-"]
    switch Self.program.run(arguments, input: bytes, limits: limits) {
    case .finished(0, let output) where !output.isEmpty: return .success(output)
    case .outOfTime: return .failure(DrawingError(reason: .outOfTime))
    case .outOfMemory: return .failure(DrawingError(reason: .outOfMemory))
    case .finished, .missing, .tooMuchOutput, .crashed, .refused: return .failure(DrawingError(reason: .damaged))
    }
  }
}

/// A picture in the plain format that `pdftoppm -gray` writes: `P5 width height 255`, then a byte a dot.
struct GreyPicture {
  private let bytes: [UInt8]
  private let start: Int
  /// The dots, row by row.
  var dots: [UInt8] { Array(bytes[start..<end]) }
  let width: Int
  let height: Int
  private var end: Int { start + width * height }

  /// The pictures in `bytes`, one behind the other.
  static func all(in bytes: [UInt8]) -> [GreyPicture] {
    var pictures: [GreyPicture] = []
    while let picture = GreyPicture(bytes, at: pictures.last?.end ?? 0) { pictures.append(picture) }
    return pictures
  }

  init?(_ bytes: [UInt8], at offset: Int = 0) {
    guard bytes[offset...].starts(with: Array("P5".utf8)) else { return nil }
    var numbers: [Int] = []
    var at = offset + 2
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
      let from = row(box.top * scale - 1)
      for row in from..<max(from, row(box.bottom * scale + 2)) { covered[row] = true }
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

  /// A row of dots for a place that may be far outside of the page.
  private func row(_ place: Float) -> Int {
    Int(max(0, min(Float(height), place)))
  }
}
