import Analysis
import SourceText

/// A heading with all that stands under it.
struct Section {
  var title: String
  var heading: TextRange
  /// From the heading to the end of its last block.
  var range: TextRange
  var children: [Section] = []

  /// The sections of a document, nested by the levels of their headings.
  static func all(in blocks: [LiveAnalysis.Piece]) -> [Section] {
    var open: [(level: Int, section: Section)] = []
    var done: [Section] = []
    func close(to level: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        if open.isEmpty {
          done.append(last.section)
        } else {
          open[open.count - 1].section.range.end = max(open[open.count - 1].section.range.end, last.section.range.end)
          open[open.count - 1].section.children.append(last.section)
        }
      }
    }
    for block in blocks {
      if case .heading(let level, let title) = block.kind {
        // No form nests deeper; clients walk the tree with their own stack.
        let level = min(max(level, 1), 9)
        close(to: level)
        open.append((level, Section(title: title, heading: block.range, range: block.range)))
      } else if !open.isEmpty {
        open[open.count - 1].section.range.end = max(open[open.count - 1].section.range.end, block.range.end)
      }
    }
    close(to: 0)
    return done
  }
}
