import Foundation
import SourceText

/// The texts that are measured.
struct Corpus {
  var folder: String
  var documents: [SourceDocument]

  /// Bytes of all documents.
  var bytes: Int { documents.reduce(0) { $0 + $1.bytes.count } }

  /// All `.txt` and `.md` files below `folder`, sorted by path.
  init(folder: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { ($0.hasSuffix(".txt") || $0.hasSuffix(".md")) }.sorted()
    self.folder = folder
    documents = try names.map { name in
      let path = folder + "/" + name
      return SourceDocument(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
  }

  /// The folder that is named on the command line; else the real forms beside the project; else the samples.
  static func chosen(by arguments: [String]) throws -> Corpus {
    if arguments.count > 1 { return try Corpus(folder: arguments[1]) }
    let real = "../shared/forms/txt"
    return try Corpus(folder: FileManager.default.fileExists(atPath: real) ? real : "Samples")
  }
}
