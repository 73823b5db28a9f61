import SourceText

/// How a report says where something stands.
extension JSONWriter {
  /// Writes the member `range`.
  mutating func range(_ start: LineIndex.Position, _ end: LineIndex.Position) {
    key("range")
    object { json in
      json.key("start")
      json.position(start)
      json.key("end")
      json.position(end)
    }
  }

  /// Writes the member `place`.
  mutating func place(_ place: Place?, heading: String?) {
    key("place")
    guard let place else { return null() }
    object { json in
      switch place {
      case .paragraph(let paragraph):
        json.key("paragraph")
        json.integer(paragraph)
      case .page(let page, let line, let confidence):
        json.key("page")
        json.integer(page)
        json.key("line")
        json.integer(line)
        if let confidence {
          json.key("confidence")
          json.hundredths(confidence)
        }
      }
      if let heading {
        json.key("heading")
        json.string(heading)
      }
    }
  }

  private mutating func position(_ position: LineIndex.Position) {
    object { json in
      json.key("byte")
      json.integer(position.byte)
      json.key("line")
      json.integer(position.line)
      json.key("column")
      json.integer(position.column)
    }
  }
}
