import Readers
import SourceText
import Testing

/// Reads `bytes` and checks the laws that hold for every input.
func read(
  _ bytes: [UInt8], name: String = "form.txt", format: DocumentFormat? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> ReadResult {
  let result = Reader.read(SourceDocument(name: name, bytes: bytes, format: format))
  for broken in brokenLaws(result, bytes) {
    Issue.record("\(broken)", sourceLocation: sourceLocation)
  }
  return result
}

func read(
  _ text: String, name: String = "form.txt", sourceLocation: SourceLocation = #_sourceLocation
) -> ReadResult {
  read(Array(text.utf8), name: name, sourceLocation: sourceLocation)
}

/// The laws of a text and its map; each broken one in words.
func brokenLaws(_ result: ReadResult, _ file: [UInt8]) -> [String] {
  var broken: [String] = []
  let text = result.text
  let bytes = result.rangesAreInFile ? file : text.bytes
  if !text.places.isEmpty, text.places.count != text.blocks.count { broken.append("places do not go with the blocks") }
  if String(validating: text.bytes, as: UTF8.self) == nil { broken.append("the text is not valid UTF-8") }
  var at = 0
  var origin = 0
  for segment in text.map.segments {
    if segment.text.start != at || segment.text.length <= 0 { broken.append("a hole before \(segment)") }
    if segment.origin.start < origin || segment.origin.end > bytes.count {
      broken.append("origins do not ascend at \(segment)")
    }
    if segment.kind == .copied {
      if segment.origin.length != segment.text.length
        || text.bytes[segment.text.start..<segment.text.end] != bytes[segment.origin.start..<segment.origin.end]
      {
        broken.append("\(segment) is no copy")
      }
    }
    at = segment.text.end
    origin = segment.kind.scale == nil ? segment.origin.start : segment.origin.end
  }
  if at != text.bytes.count { broken.append("the map does not cover the text") }
  at = 0
  for (index, block) in text.blocks.enumerated() {
    if block.range.start < at || block.range.length <= 0 || block.range.end > text.bytes.count {
      broken.append("block \(index) overlaps or is empty: \(block)")
    }
    if let leadIn = block.leadIn, leadIn >= index { broken.append("block \(index) has lead-in \(leadIn)") }
    at = block.range.end
  }
  if text.blocks.isEmpty && result.problems.isEmpty { broken.append("nothing read and nothing said") }
  return broken
}

/// The blocks, one line each: kind, lead-in, box, words.
///
/// `H1` heading, `P` paragraph, `L2` list item, `T` row; `<3` lead-in 3; `[x]` box; `/` a line end, `|` a tab.
func outline(_ result: ReadResult) -> [String] {
  result.text.blocks.map { block in
    var parts: [String] = []
    switch block.kind {
    case .heading(let level): parts.append("H\(level)")
    case .paragraph: parts.append("P")
    case .listItem(let depth): parts.append("L\(depth)")
    case .tableRow: parts.append("T")
    }
    if let leadIn = block.leadIn { parts.append("<\(leadIn)") }
    if let box = block.checkBox { parts.append(box == .checked ? "[x]" : "[ ]") }
    let words = result.text.string(in: block.range)
    parts.append(String(words.map { $0 == "\n" ? "/" : $0 == "\t" ? "|" : $0 }))
    return parts.joined(separator: " ")
  }
}
