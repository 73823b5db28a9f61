import Yams

/// A place in a YAML file.
struct Place: Equatable {
  /// From 1.
  var line: Int
  /// From 1, in Unicode code points.
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}

extension Node {
  /// Where the node begins.
  var place: Place { mark.map { Place($0) } ?? Place(line: 1, column: 1) }
}

/// A scalar of a YAML file: its text, and where it stands in the file.
struct LocatedText {
  /// The text without white space at its end.
  var string: String
  var style: Node.Scalar.Style
  /// Start of the scalar, its quote included.
  var place: Place

  /// Where the byte at `offset` of `string` stands in the file.
  ///
  /// Exact for a scalar that is on one line; the scalar's start for folded and block scalars.
  /// - Parameter lines: the lines of the file.
  func place(ofUTF8Offset offset: Int, lines: [Substring]) -> Place {
    guard lines.indices.contains(place.line - 1) else { return place }
    var source = lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1)
    var column = place.column
    func next() -> Unicode.Scalar? {
      column += 1
      return source.popFirst()
    }

    var decoded = string.unicodeScalars[...]
    switch style {
    case .singleQuoted, .doubleQuoted:
      guard next() == (style == .singleQuoted ? "'" : "\"") else { return place }
    case .plain: break
    default: return place
    }

    var seen = 0
    while seen < offset, let character = decoded.popFirst() {
      seen += UTF8.width(character)
      guard let written = next() else { return place }
      if style == .doubleQuoted, written == "\\" {
        let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
        guard let escape = next() else { return place }
        for _ in 0..<(digits[escape] ?? 0) { _ = next() }
      } else if style == .singleQuoted, written == "'" {
        _ = next()
      } else if written != character {
        return place  // the scalar goes on over several lines
      }
    }
    return Place(line: place.line, column: column)
  }
}
