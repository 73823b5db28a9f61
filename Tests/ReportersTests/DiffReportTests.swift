import Analysis
import Foundation
import Reporters
import SourceText
import TestSupport
import Testing

@testable import struct Reporters.DiffWebPage

/// A comparison in its four formats.
@Suite struct DiffReportTests {
  private static let old = SampleReport.report.documents[0]

  /// One change of each kind that a reporter treats in its own way.
  private static func comparison() throws -> Comparison {
    let findings = old.findings
    func first(_ rule: String) throws -> Finding { try #require(findings.first { $0.rule == rule }) }
    let training = try first("ai.training")
    let promise = try first("sharing.no-sharing-promise")
    let hostile = try first("security.encryption")
    let routine = try first("sharing.routine-permitted")
    var new = old
    new.path = "forms/<b>new</b>.txt"
    return Comparison(
      old: old, new: new,
      changes: [
        Change(.permits, rule: training.rule, new: [training]),
        Change(.widens, rule: routine.rule, old: [routine], new: [routine], names: ["Alder <Imaging>"]),
        Change(.turnedWorse, rule: hostile.rule, old: [promise], new: [hostile]),
        Change(.promiseGone, rule: promise.rule, old: Array(repeating: promise, count: 5)),
        Change(.morePlaces, rule: training.rule, new: [training, training]),
      ],
      matched: [MatchedClause(old: routine, new: routine, isMoved: true, isReworded: true)], unchanged: 3)
  }

  @Test func golden() throws {
    let comparison = try Self.comparison()
    try expectGolden("diff.txt", DiffReport().render(comparison))
    try expectGolden("diff.md", DiffMarkdown().render(comparison))
    try expectGolden("diff.html", DiffWebPage().render(comparison))
  }

  @Test("Without a clause that is known nothing is said to be the same")
  func noClauses() {
    let comparison = Comparison(old: Self.old, new: Self.old, changes: [], matched: [], unchanged: 0)
    #expect(DiffReport().render(comparison).contains("I found none of the clauses that I know in either version"))
  }

  @Test func nothingOfTheDocumentIsMarkup() throws {
    let comparison = try Self.comparison()
    for text in [DiffWebPage().render(comparison), DiffMarkdown().render(comparison)] {
      #expect(!text.contains("\u{1B}") && !text.contains("<b>new</b>\n") && !text.contains("Alder <Imaging>"))
    }
    let page = DiffWebPage().render(comparison)
    #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
  }

  @Test("The policy names the very style", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/sha256sum")))
  func styleHash() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data(DiffWebPage.style.utf8))
    try input.fileHandleForWriting.close()
    let hex = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
    process.waitUntilExit()
    let bytes = stride(from: 0, to: hex.utf8.count, by: 2).compactMap { offset in
      UInt8(hex.dropFirst(offset).prefix(2), radix: 16)
    }
    #expect("sha256-" + Data(bytes).base64EncodedString() == DiffWebPage.styleHash)
  }

  @Test func jsonFitsItsSchema() throws {
    let json = try JSONValue(parsing: DiffJSON().render(Self.comparison()))
    var validator = try Self.validator()
    #expect(validator.faults(in: json) == [])
    validator.isStrict = true
    #expect(validator.faults(in: json) == [])
    var wrong = json
    wrong["changes"] = .array([json["changes"][0].without("rule")])
    #expect(validator.faults(in: wrong) != [])
    #expect(json["lost"] == .boolean(true))
  }

  /// The schema of comparisons with the definitions that it takes from that of reports.
  private static func validator() throws -> SchemaValidator {
    let folder = Shared.root.appending(path: "schema")
    let text = try String(contentsOf: folder.appending(path: "diff-1.schema.json"), encoding: .utf8)
    var schema = try JSONValue(parsing: text.replacing("report-1.schema.json#", with: "#"))
    guard case .object(let own) = schema["$defs"],
      case .object(let report) = try JSONReportTests.validator().schema["$defs"]
    else { throw CocoaError(.coderReadCorrupt) }
    schema["$defs"] = .object(report.merging(own) { _, own in own })
    return SchemaValidator(schema: schema)
  }
}
