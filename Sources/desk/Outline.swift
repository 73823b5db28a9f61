import ArgumentParser
import Foundation
import Readers
import SourceText

/// Prints the blocks that a document was read as, with their places.
struct Outline: ParsableCommand {
  @Argument(help: "Documents of any format.") var files: [String] = []

  func run() throws {
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
      let clock = ContinuousClock()
      var result: ReadResult?
      let time = clock.measure { result = Reader.read(SourceDocument(name: file, bytes: bytes)) }
      guard let result else { continue }
      print("# \(file) \(result.format) \(time) \(result.problems)")
      for (index, block) in result.text.blocks.enumerated() {
        let place = result.text.places.indices.contains(index) ? result.text.places[index] : nil
        var shown = ""
        if case .page(let page, let line, let confidence) = place {
          shown = "\(page):\(line)" + (confidence.map { " \($0)" } ?? "")
        }
        let leadIn = block.leadIn.map { " <\($0)" } ?? ""
        let box = block.checkBox.map { $0 == .checked ? " [x]" : " [ ]" } ?? ""
        print("\(index) \(shown) \(block.kind)\(leadIn)\(box) \(result.text.string(in: block.range))")
      }
    }
  }
}
