import ArgumentParser
import Foundation
import Readers
import SourceText

/// Prints a document's blocks as the reader sees them, for authors who wonder why a rule is silent.
struct Blocks: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints the blocks of a document.")
  @Argument(help: "The document.") var file: String

  func run() throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    let text = Reader.read(SourceDocument(name: file, bytes: bytes)).text
    for (index, block) in text.blocks.enumerated() {
      let leadIn = block.leadIn.map { " <- \($0)" } ?? ""
      let box = block.checkBox.map { " \($0)" } ?? ""
      print("\(index) \(block.kind)\(leadIn)\(box): \(text.string(in: block.range).prefix(90))")
    }
  }
}
