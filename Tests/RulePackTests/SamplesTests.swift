import Analysis
import Clauses
import Foundation
import RulePack
import SourceText
import TestSupport
import Testing
import Yams

/// Each sample form against its `expected.yaml`. Findings that are not listed there are not looked at,
/// so a new rule breaks no sample.
@Suite struct SamplesTests {
  @Test(arguments: try Sample.names()) func sampleSaysWhatIsExpected(name: String) throws {
    let sample = try Sample(name: name)
    let report = try Linter(packs: BuiltInRules.packs).check(sample.document)
    let deviations = sample.deviations(of: report)
    #expect(deviations.isEmpty, "\(sample.document.name)\n\(deviations.joined(separator: "\n"))")
  }

  @Test func thereAreSamplesForAllGroups() throws {
    let samples = try Sample.names().map { try Sample(name: $0) }
    let groups = Set(samples.flatMap { $0.expected.finds }.compactMap { $0.rule.split(separator: ".").first })
    #expect(groups.isSuperset(of: ["sharing", "ai", "choice"]))
    #expect(samples.contains { $0.expected.finds.isEmpty }, "one sample must be without any clause")
  }
}

/// A folder of `Samples/`: a form, and what must be found in it.
private struct Sample {
  struct Expected: Decodable {
    var finds: [Find]
    var silent: [String]
    /// Rules that do not come out as expected yet.
    var gaps: [String]?
  }

  struct Find: Decodable {
    var rule: String
    var stance: String
    /// Words that stand in the form once, and that the finding must touch.
    var words: String
  }

  let document: SourceDocument
  let expected: Expected

  static let folder = Shared.root.appending(path: "Samples")

  /// The names of all sample folders, sorted.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  init(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.deletingPathExtension().lastPathComponent == "document" })
    document = SourceDocument(
      name: "Samples/\(name)/\(file.lastPathComponent)", bytes: [UInt8](try Data(contentsOf: file)))
    expected = try YAMLDecoder().decode(
      Expected.self, from: try Data(contentsOf: folder.appending(path: "expected.yaml")))
  }

  /// All that differs between the report and what is expected, a line each; empty = all is well.
  func deviations(of report: DocumentReport) -> [String] {
    let known = Set(BuiltInRules.packs.flatMap(\.rules).map(\.id))
    let mentioned = expected.finds.map(\.rule) + expected.silent
    let unknown = Set(mentioned).subtracting(known).sorted().map { "expected.yaml: there is no rule \($0)" }
    var deviations = expected.finds.compactMap { find in missing(find, in: report).map { (rule: find.rule, text: $0) } }
    deviations += report.findings.filter { expected.silent.contains($0.rule) }.map {
      (rule: $0.rule, text: "should be silent: \(describe($0)) in “\($0.sentence)”")
    }
    // What is known not to work fails the test when it comes right, so that it moves into the expectations.
    let gaps = Set(expected.gaps ?? [])
    return unknown + deviations.filter { !gaps.contains($0.rule) }.map(\.text)
      + gaps.subtracting(deviations.map(\.rule)).sorted().map { "comes right now: \($0)" }
  }

  private func missing(_ find: Find, in report: DocumentReport) -> String? {
    let places = document.bytes.places(of: Array(find.words.utf8))
    guard let place = places.first, places.count == 1 else {
      return "expected.yaml: “\(find.words)” stands \(places.count) times in the form, not once"
    }
    // A rule reports a sentence once: the words may stand beside those that it quotes.
    let words = find.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let there = report.findings.filter {
      $0.rule == find.rule
        && (TextRange(start: $0.start.byte, end: $0.end.byte).overlaps(place) || $0.sentence.contains(words))
    }
    if there.contains(where: { $0.stance?.rawValue == find.stance }) { return nil }
    let instead = there.isEmpty ? "nothing" : there.map { $0.stance?.rawValue ?? "none" }.joined(separator: ", ")
    return "\(find.rule) \(find.stance) at “\(find.words)”: found \(instead)"
  }

  private func describe(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.stance?.rawValue ?? "none") at line \(finding.start.line) “\(finding.quote)”"
  }
}

extension [UInt8] {
  /// Where `words` stand; any run of white space equals any other.
  fileprivate func places(of words: [UInt8]) -> [TextRange] {
    indices.compactMap { start in
      end(of: words, from: start).map { TextRange(start: start, end: $0) }
    }
  }

  private func end(of words: [UInt8], from start: Int) -> Int? {
    var at = start
    var index = 0
    while index < words.count {
      guard at < count else { return nil }
      if words[index].isSpace {
        guard self[at].isSpace else { return nil }
        while at < count, self[at].isSpace { at += 1 }
        while index < words.count, words[index].isSpace { index += 1 }
      } else {
        guard self[at] == words[index] else { return nil }
        at += 1
        index += 1
      }
    }
    return at
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
