/// Lines that are read from top to bottom before what stands beside them: a column, or a stretch over the whole width.
struct PageRegion {
  var lines: [PageLine]
  /// True for a column: what follows may go on in the middle of its last sentence.
  var isColumn: Bool

  var box: PageBox {
    lines.dropFirst().reduce(lines.first?.box ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)) { $0.union($1.box) }
  }
}

/// Finds columns of prose: a gutter that no line crosses, with several lines of several words on both sides.
///
/// Tables and pairs of fields have gutters too; they are read row by row.
enum PageColumns {
  private static let deepest = 5
  private static let fewestLines = 3
  /// Words a line, on average: fewer are labels or cells.
  private static let fewestWords: Float = 3

  /// The regions of `page` in reading order.
  static func regions(_ page: PrintedPage) -> [PageRegion] {
    regions(page.lines.sorted { ($0.row, $0.box.left) < ($1.row, $1.box.left) }, isColumn: false, depth: 0)
  }

  private static func regions(_ lines: [PageLine], isColumn: Bool, depth: Int) -> [PageRegion] {
    guard let first = lines.first else { return [] }
    let whole = PageRegion(lines: lines, isColumn: isColumn)
    guard depth < deepest, lines.count >= 2 * fewestLines else { return [whole] }
    let left = lines.reduce(first.box.left) { min($0, $1.box.left) }
    let best = candidates(lines, from: left).map { (gutter: $0, runs: runs(lines, gutter: $0)) }
      .max { $0.runs.reduce(0) { $0 + $1.columnWords } < $1.runs.reduce(0) { $0 + $1.columnWords } }
    guard let best, best.runs.contains(where: { $0.columnWords > 0 }) else { return [whole] }
    var result: [PageRegion] = []
    var pending: [PageLine] = []
    for run in best.runs {
      guard run.columnWords > 0 else {
        pending += run.lines
        continue
      }
      result += regions(pending, isColumn: isColumn, depth: depth + 1)
      pending = []
      for side in [run.left, run.right] { result += regions(side, isColumn: true, depth: depth + 1) }
    }
    return result + regions(pending, isColumn: isColumn, depth: depth + 1)
  }

  /// Where several lines begin, away from the left edge.
  private static func candidates(_ lines: [PageLine], from left: Float) -> [Float] {
    var starts: [Int: (count: Int, left: Float)] = [:]
    for line in lines where line.box.left > left + 4 * line.size {
      let key = Int(line.box.left / 4)
      let known = starts[key]
      starts[key] = ((known?.count ?? 0) + 1, min(known?.left ?? line.box.left, line.box.left))
    }
    let likely = starts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(12)
    return likely.filter { $0.value.count >= fewestLines }.map { $0.value.left - 1 }
  }

  /// Lines between two lines that cross the gutter; or one that does.
  private struct Run {
    var left: [PageLine] = []
    var right: [PageLine] = []
    var crossing: [PageLine] = []
    /// Words on both sides; 0 if these are no columns.
    var columnWords = 0

    var lines: [PageLine] {
      (left + right + crossing).sorted { ($0.row, $0.box.left) < ($1.row, $1.box.left) }
    }
  }

  private static func runs(_ lines: [PageLine], gutter: Float) -> [Run] {
    var runs: [Run] = []
    var current = Run()
    func closed(_ run: Run) -> Run {
      var run = run
      run.columnWords = columnWords(run)
      return run
    }
    for line in lines {
      if line.box.right <= gutter {
        current.left.append(line)
      } else if line.box.left >= gutter {
        current.right.append(line)
      } else {
        runs.append(closed(current))
        runs.append(Run(crossing: [line]))
        current = Run()
      }
    }
    runs.append(closed(current))
    return runs
  }

  private static func columnWords(_ run: Run) -> Int {
    guard run.left.count >= fewestLines, run.right.count >= fewestLines else { return 0 }
    let left = run.left.reduce(0) { $0 + $1.words.count }
    let right = run.right.reduce(0) { $0 + $1.words.count }
    guard Float(left) >= fewestWords * Float(run.left.count), Float(right) >= fewestWords * Float(run.right.count)
    else { return 0 }
    let boxes = [run.left, run.right].map { PageRegion(lines: $0, isColumn: true).box }
    let shared = min(boxes[0].bottom, boxes[1].bottom) - max(boxes[0].top, boxes[1].top)
    guard shared >= 0.4 * min(boxes[0].height, boxes[1].height) else { return 0 }
    return isTable(run) ? 0 : left + right
  }

  /// True if the paragraphs of both sides begin on the same rows.
  private static func isTable(_ run: Run) -> Bool {
    let left = paragraphRows(run.left)
    let right = paragraphRows(run.right)
    guard left.count >= 2, right.count >= 2 else { return false }
    let shared = left.intersection(right).count
    return 10 * shared >= 8 * min(left.count, right.count)
  }

  /// Rows where a paragraph begins, by the space above it.
  private static func paragraphRows(_ lines: [PageLine]) -> Set<Int> {
    let steps = zip(lines, lines.dropFirst()).map { $1.box.middle - $0.box.middle }
    guard let usual = PageMeasure.median(steps.filter { $0 > 1 }) else { return [] }
    var rows: Set<Int> = []
    for (index, step) in steps.enumerated() where step > 1.3 * usual { rows.insert(lines[index + 1].row) }
    return rows
  }
}

/// Small sums over a page.
enum PageMeasure {
  static func median(_ values: [Float]) -> Float? {
    guard !values.isEmpty else { return nil }
    return values.sorted()[values.count / 2]
  }
}
