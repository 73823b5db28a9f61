import Foundation
import Readers
import SourceText
import TestSupport
import Testing

/// Real forms in HTML and DOCX against their plain texts, where they are at hand.
@Suite struct RealPageTests {
  /// The page around the text (menus, footers) is read too: short pages may have more words than their texts.
  private static let tolerance = 0.05

  @Test("Words are those of the text", .enabled(if: Shared.isThere, "needs the folder of real forms"))
  func words() throws {
    var outliers: [String] = []
    let documents = try Self.documents()
    for (url, text) in documents {
      let result = read([UInt8](try Data(contentsOf: url)), name: url.lastPathComponent)
      #expect(result.problems.allSatisfy { !$0.hidesText }, "\(url.lastPathComponent)")
      let words = result.text.blocks.reduce(0) { $0 + Self.wordCount(result.text.string(in: $1.range)) }
      let expected = Self.wordCount(try String(contentsOf: text, encoding: .utf8))
      if abs(Double(words) / Double(max(1, expected)) - 1) > Self.tolerance {
        outliers.append("\(url.lastPathComponent): \(words) words, the text has \(expected)")
      }
    }
    for outlier in outliers { print(outlier) }
    #expect(documents.count >= 26)
    #expect(Double(outliers.count) <= 0.05 * Double(documents.count))
  }

  private static func documents() throws -> [(document: URL, text: URL)] {
    let folder = Shared.folder.appending(path: "forms")
    return try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "docs"), includingPropertiesForKeys: nil
    ).filter { ["html", "docx", "odt"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0, folder.appending(path: "txt/\($0.lastPathComponent.prefix { $0.isNumber }).txt")) }
  }

  private static func wordCount(_ text: String) -> Int {
    text.split { !$0.isLetter && !$0.isNumber }.count
  }
}
