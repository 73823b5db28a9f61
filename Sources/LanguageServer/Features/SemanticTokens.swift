import Analysis
import SourceText

/// Colours for who gets which data for what: the parts of clauses that rules name.
struct SemanticTokens {
  let view: DocumentView

  /// The legend: what a rule calls a part, and the type that editors have a colour for. The last one is for all others.
  static let types: [(name: String, type: String)] = [
    ("data", "variable"), ("recipient", "class"), ("purpose", "function"), ("subject", "parameter"), ("", "property"),
  ]

  /// Five numbers a token, as LSP wants them: distances from the token before, length, type, modifiers.
  var data: [Int] {
    var tokens: [(start: LSPPosition, length: Int, type: Int)] = []
    for piece in view.document.captures {
      guard case .capture(let name) = piece.kind else { continue }
      let type = Self.types.firstIndex { $0.name == name } ?? Self.types.count - 1
      // Few clients take tokens of several lines.
      var start = piece.range.start
      while start < piece.range.end {
        let line = view.buffer.line(at: start)
        let contents = view.buffer.contents(ofLine: line)
        let first = view.buffer.position(of: start, view.encoding)
        let last = view.buffer.position(of: min(piece.range.end, contents.upperBound), view.encoding)
        if last > first { tokens.append((first, last.character - first.character, type)) }
        guard line + 1 < view.buffer.lineCount else { break }
        start = max(start + 1, view.buffer.contents(ofLine: line + 1).lowerBound)
      }
    }
    tokens.sort { $0.start < $1.start }
    var data: [Int] = []
    var before = LSPPosition(line: 0, character: 0)
    var end = before
    for token in tokens where data.isEmpty || token.start >= end {
      let isSameLine = token.start.line == before.line
      data += [
        token.start.line - before.line, isSameLine ? token.start.character - before.character : token.start.character,
        token.length, token.type, 0,
      ]
      before = token.start
      end = LSPPosition(line: token.start.line, character: token.start.character + token.length)
    }
    return data
  }
}
