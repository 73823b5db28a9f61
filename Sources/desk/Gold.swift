import Analysis
import Foundation
import SourceText

/// One labelled sentence of a real form.
struct Label {
  var document: String
  var range: TextRange
  var rule: String
  var stance: String
  var text: String
}

/// A labelled form: its text and its labels.
struct LabelledForm {
  var name: String
  var bytes: [UInt8]
  var labels: [Label]

  /// The labelled forms of `language` in `folder`, by name.
  static func load(_ folder: URL, language: String) throws -> [LabelledForm] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.lastPathComponent.hasSuffix("-\(language).tsv") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let name = file.deletingPathExtension().lastPathComponent
        let bytes = Array(try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("txt")))
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let labels = rows.compactMap { row -> Label? in
          let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
          guard cells.count >= 4, let start = Int(cells[0]), let end = Int(cells[1]) else { return nil }
          let text = String(decoding: bytes[start..<end], as: UTF8.self)
          return Label(
            document: name, range: TextRange(start: start, end: end), rule: String(cells[2]),
            stance: String(cells[3]), text: text)
        }
        return LabelledForm(name: name, bytes: bytes, labels: labels)
      }
  }
}
