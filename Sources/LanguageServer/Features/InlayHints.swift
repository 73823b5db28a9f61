import Analysis
import SourceText

/// The stance of each clause, shown behind it.
struct InlayHints {
  let view: DocumentView

  func json(in range: TextRange) -> JSON {
    .array(
      view.findings(touching: range).filter { $0.finding.kind == .clause }.map { finding, place in
        [
          "position": view.buffer.position(of: place.end, view.encoding).json,
          "label": .string(StanceText.verb(finding)), "paddingLeft": true,
          "tooltip": .string("\(finding.title): \(finding.message)"),
        ]
      })
  }
}
