import Analysis
import Foundation
import TestSupport
import Testing

@testable import Reporters

struct JSONReportTests {
  @Test func golden() throws {
    try expectGolden("report.json", JSONReport().render(SampleReport.report))
  }

  @Test func fitsTheSchema() throws {
    var validator = try Self.validator()
    validator.isStrict = true
    #expect(try validator.faults(in: Self.sample()) == [])
    let empty = try JSONValue(parsing: JSONReport().render(Report(documents: [])))
    #expect(validator.faults(in: empty) == [])
  }

  @Test func whatWasAllowedFitsTheSchema() throws {
    var document = SampleReport.full
    document.suppressed = [
      SuppressedFinding(finding: document.findings[0], source: .document, reason: "agreed", until: "2027-01-31"),
      SuppressedFinding(finding: document.findings[0], source: .baseline),
    ]
    var validator = try Self.validator()
    validator.isStrict = true
    let report = try JSONValue(parsing: JSONReport().render(Report(documents: [document])))
    #expect(validator.faults(in: report) == [])
  }

  @Test(
    "The schema refuses wrong reports",
    arguments: [
      Wrong("no schema name") { $0 = $0.without("schema") },
      Wrong("another version") { $0["schema"] = .string("consentlint/report/2") },
      Wrong("documents is no array") { $0["documents"] = .object([:]) },
      Wrong("version is no version") { $0["tool"]["version"] = .string("new") },
      Wrong("unknown format") { $0["documents"][0]["format"] = .string("papyrus") },
      Wrong("kind is no id") {
        $0["documents"][0]["kind"] = .object(["id": .string("A Poem"), "confidence": .integer(1)])
      },
      Wrong("confidence above 1") {
        $0["documents"][0]["kind"] = .object(["id": .string("npp"), "confidence": .integer(2)])
      },
      Wrong("no words") { $0["documents"][0]["facts"] = $0["documents"][0]["facts"].without("words") },
      Wrong("words are text") { $0["documents"][0]["facts"]["words"] = .string("12") },
      Wrong("no rule") { $0["documents"][0]["findings"][0] = $0["documents"][0]["findings"][0].without("rule") },
      Wrong("rule without a group") { $0["documents"][0]["findings"][0]["rule"] = .string("training") },
      Wrong("unknown stance") { $0["documents"][0]["findings"][0]["stance"] = .string("maybe") },
      Wrong("line 0") { $0["documents"][0]["findings"][0]["range"]["start"]["line"] = .integer(0) },
      Wrong("half a byte") { $0["documents"][0]["findings"][0]["range"]["start"]["byte"] = .number(0.5) },
      Wrong("capture is no text") { $0["documents"][0]["findings"][0]["captures"]["data"] = .integer(1) },
      Wrong("source without a name") { $0["documents"][0]["findings"][0]["see"][0] = .object([:]) },
      Wrong("problem is text") { $0["documents"][0]["problems"] = .array([.string("empty")]) },
      Wrong("hidesText is 1") { $0["documents"][0]["problems"][0]["hidesText"] = .integer(1) },
    ])
  func refuses(wrong: Wrong) throws {
    var report = try Self.sample()
    wrong.change(&report)
    #expect(try !Self.validator().faults(in: report).isEmpty)
  }

  @Test func stanceMayBeNull() throws {
    var report = try Self.sample()
    report["documents"][0]["findings"][0]["stance"] = .null
    #expect(try Self.validator().faults(in: report) == [])
  }

  @Test func validatorRefusesKeywordsItDoesNotKnow() throws {
    let validator = SchemaValidator(schema: try JSONValue(parsing: #"{"type": "string", "maxLength": 3}"#))
    #expect(validator.faults(in: .string("abc")) == ["$: unknown keyword maxLength"])
  }

  @Test(
    arguments: [
      "", "plain", "\"quoted\" \\ /", "tab\t line\n return\r", "\u{0}\u{1}\u{1F}\u{7F}", "\u{80}\u{9B}\u{9F}\u{A0}",
      "é 日本 🙂", "\u{2028}\u{2029}", "</script>",
    ])
  func stringsComeBack(text: String) throws {
    var json = JSONWriter()
    json.string(text)
    #expect(try JSONValue(parsing: "[\(json.text)]") == .array([.string(text)]))
    #expect(json.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }

  @Test func writerPutsCommas() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.array([1, 2]) { $0.integer($1) }
      json.key("b")
      json.object { _ in }
      json.key("c")
      json.array([true]) { json, value in
        json.lineBreak()
        json.boolean(value)
      }
      json.key("d")
      json.string(nil)
    }
    #expect(json.text == "{\"a\":[1,2],\"b\":{},\"c\":[\ntrue],\"d\":null}")
  }

  @Test func sameReportSameBytes() {
    var document = SampleReport.full
    document.findings[0].captures = Dictionary(uniqueKeysWithValues: (0..<20).map { ("name\($0)", "\($0)") })
    let report = Report(documents: [document])
    #expect(Set((0..<5).map { _ in JSONReport().render(report) }).count == 1)
  }

  private static func sample() throws -> JSONValue {
    try JSONValue(parsing: JSONReport().render(SampleReport.report))
  }

  static func validator() throws -> SchemaValidator {
    let file = Shared.root.appending(path: "schema/report-1.schema.json")
    return SchemaValidator(schema: try JSONValue(parsing: String(contentsOf: file, encoding: .utf8)))
  }
}

/// A change that makes a report wrong.
struct Wrong: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let change: @Sendable (inout JSONValue) -> Void

  init(_ description: String, _ change: @escaping @Sendable (inout JSONValue) -> Void) {
    testDescription = description
    self.change = change
  }
}
