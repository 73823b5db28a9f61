import Analysis
import Reporters
import SourceText

/// What diagnostics say of other places in the document.
extension DiagnosticWriter {
  /// The members that few diagnostics have: tags, and the other places that belong to the finding.
  func extras(of finding: Finding, in buffer: TextBuffer?, uri: String) -> [JSON.Member] {
    var members: [JSON.Member] = []
    // 1 = unnecessary.
    if client.fadesUnused, finding.rule == Remarks.unusedRule { members.append(.init(key: "tags", value: [1])) }
    if client.showsRelatedPlaces, !finding.related.isEmpty {
      let related = finding.related.map { other in
        place(other.place, from: other.start, to: other.end, other.message, in: buffer, uri: uri)
      }
      members.append(.init(key: "relatedInformation", value: .array(related)))
    }
    return members
  }

  /// A hint at each other half of a contradiction, which leads back. It is no finding of its own: it has no data.
  func writeOtherHalves(
    of finding: Finding, _ origin: [UInt8], in buffer: TextBuffer?, uri: String, to bytes: inout [UInt8]
  ) {
    for other in finding.related where other.place == nil {
      bytes.append(contentsOf: ",{\"range\":".utf8)
      range(other.place, from: other.start, to: other.end, in: buffer).write(to: &bytes)
      // 4 = hint.
      bytes.append(contentsOf: ",\"severity\":4".utf8)
      bytes.append(contentsOf: origin)
      JSON.write("This may not agree with line \(finding.start.line). \(finding.message)", to: &bytes)
      if client.showsRelatedPlaces {
        bytes.append(contentsOf: ",\"relatedInformation\":[".utf8)
        place(finding.place, from: finding.start, to: finding.end, finding.title, in: buffer, uri: uri).write(
          to: &bytes)
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func place(
    _ place: Place?, from start: LineIndex.Position, to end: LineIndex.Position, _ message: String,
    in buffer: TextBuffer?, uri: String
  ) -> JSON {
    let message = place.map { "\(PlaceText.short($0)): \(message)" } ?? message
    return [
      "location": ["uri": .string(uri), "range": range(place, from: start, to: end, in: buffer)],
      "message": .string(message),
    ]
  }

  /// A document without lines is marked at its top.
  private func range(
    _ place: Place?, from start: LineIndex.Position, to end: LineIndex.Position, in buffer: TextBuffer?
  ) -> JSON {
    let top = LSPPosition(line: 0, character: 0)
    let first = place == nil ? position(start, in: buffer) : top
    let last = place == nil ? position(end, in: buffer) : top
    return ["start": first.json, "end": last.json]
  }
}
